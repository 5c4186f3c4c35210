import type { SaveAnswer } from '#components/form/autosaver.ts';
import { fieldValues } from '#components/form/field-view.ts';
import { currentActor } from '#lib/auth/actor.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { sectionOf } from '#lib/domain/call.ts';
import { frenchTime } from '#lib/domain/dates.ts';
import { formContext, readSection } from '#lib/domain/form.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { readFields } from '#lib/exchange/bounded-body.ts';
import { saveSection } from '#lib/operations/dossier.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';

const MAX_BYTES = 8_000_000;

/** Saves one page of the form while it is being written. Answers in JSON what is now true of the server. */
export async function POST(request: Request, { params }: RouteContext<'/api/brouillons/[dossierId]/[section]'>): Promise<Response> {
  const reception = receive();
  const { dossierId, section: code } = await params;
  const actor = await currentActor();
  if (!isSameOrigin(request.headers)) return answer(404, { ok: false, sentence: refusalSentence('notFound') });
  if (!actor)
    return answer(401, {
      ok: false,
      sentence: 'Votre session a pris fin. Gardez cette page ouverte, reconnectez-vous dans un autre onglet : l’enregistrement reprendra.',
    });
  const fields = await readFields(request, MAX_BYTES);
  if (!fields)
    return answer(413, { ok: false, sentence: 'Ce texte est trop long pour être enregistré. Raccourcissez-le : rien n’a été effacé.' });

  const dossier = await ownDossier(actor, dossierId, reception);
  const section = dossier && sectionOf(dossier.call.definition, code);
  if (!dossier || !section) return answer(404, { ok: false, sentence: refusalSentence('notFound') });
  const posted = readSection(section, (name) => fields.get(name), formContext(dossier.call.definition, dossier.answers));
  const result = await saveSection(actor, dossierId, code, posted, Number(fields.get('version')), reception);
  if (result.ok) return answer(200, { ok: true, version: result.value.version, savedAt: frenchTime(result.value.savedAt) });
  const current = result.current && { version: result.current.version, values: fieldValues(section, result.current.answers) };
  return answer(current ? 409 : 422, { ok: false, sentence: result.sentence, problems: result.problems, current });
}

function answer(status: number, body: SaveAnswer): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
