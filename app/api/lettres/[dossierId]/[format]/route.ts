import { currentActor } from '#lib/auth/actor.ts';
import { asDownload } from '#lib/exchange/download.ts';
import { isLetterFormat, letterToPrint } from '#lib/operations/letter-to-sign.ts';

/** The support letter prepared from the dossier, to print and sign by hand. */
export async function GET(_request: Request, { params }: RouteContext<'/api/lettres/[dossierId]/[format]'>): Promise<Response> {
  const { dossierId, format } = await params;
  const actor = await currentActor();
  return asDownload(actor && isLetterFormat(format) ? await letterToPrint(actor, dossierId, format) : null);
}
