import { currentActor } from '#lib/auth/actor.ts';
import { asDownload } from '#lib/exchange/download.ts';
import { downloadableFile } from '#lib/queries/document.ts';

/** An uploaded file, for those who may read its dossier. Always a download: it is never opened inside our pages. */
export async function GET(_request: Request, { params }: RouteContext<'/api/fichiers/[fileId]'>): Promise<Response> {
  const { fileId } = await params;
  return asDownload(await downloadableFile(await currentActor(), fileId));
}
