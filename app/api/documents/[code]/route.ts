import { currentActor } from '#lib/auth/actor.ts';
import { asDownload } from '#lib/exchange/download.ts';
import { downloadablePaper } from '#lib/queries/document.ts';

/** An issued paper, byte for byte as it was sealed, for those who may read its dossier. */
export async function GET(_request: Request, { params }: RouteContext<'/api/documents/[code]'>): Promise<Response> {
  const { code } = await params;
  return asDownload(await downloadablePaper(await currentActor(), code));
}
