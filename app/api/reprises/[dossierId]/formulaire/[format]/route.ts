import { currentActor } from '#lib/auth/actor.ts';
import { asDownload } from '#lib/exchange/download.ts';
import { formFile } from '#lib/exchange/offline-form/file.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';

/** The form to fill in a word processor with what the dossier already answers, for the people who write it. */
export async function GET(_request: Request, { params }: RouteContext<'/api/reprises/[dossierId]/formulaire/[format]'>): Promise<Response> {
  const reception = receive();
  const { dossierId, format } = await params;
  const actor = await currentActor();
  const own = actor && (await ownDossier(actor, dossierId, reception));
  const form = own && formFile(own.call.definition, own.answers, format);
  return asDownload(form && { ...form, bytes: form.content.length, pieces: [form.content] });
}
