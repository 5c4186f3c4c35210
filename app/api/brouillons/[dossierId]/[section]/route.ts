import { conflictOf } from '#app/candidature/[dossierId]/[section]/conflict.ts';
import type { SaveAnswer } from '#components/form/autosaver.ts';
import { currentActor } from '#lib/auth/actor.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { notTheWriter } from '#lib/auth/writer.ts';
import { frenchTime } from '#lib/domain/dates.ts';
import { readSection } from '#lib/domain/form.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { readFields } from '#lib/exchange/bounded-body.ts';
import { type PostedSection, saveSection } from '#lib/operations/dossier.ts';
import { receive } from '#lib/operations/reception.ts';

const MAX_BYTES = 8_000_000;

/** Saves one page of the form while it is being written. Answers in JSON what is now true of the server. */
export async function POST(request: Request, { params }: RouteContext<'/api/brouillons/[dossierId]/[section]'>): Promise<Response> {
  const reception = receive();
  const { dossierId, section: code } = await params;
  const actor = await currentActor();
  if (!isSameOrigin(request.headers)) return answer(404, { ok: false, sentence: refusalSentence('notFound') });
  const gone = notTheWriter(actor, null);
  if (gone || !actor) return answer(401, { ok: false, sentence: '', ...gone });
  const fields = await readFields(request, MAX_BYTES);
  if (!fields)
    return answer(413, {
      ok: false,
      sentence: 'Ce texte est trop long pour être enregistré. Raccourcissez-le\u00a0: rien n’a été effacé.',
    });
  const other = notTheWriter(actor, fields.get('auteur'));
  if (other) return answer(401, { ok: false, ...other });

  const read: PostedSection = (section, context) => readSection(section, (name) => fields.get(name), context);
  const result = await saveSection(actor, dossierId, code, read, Number(fields.get('version')), reception);
  if (result.ok) return answer(200, { ok: true, version: result.value.version, savedAt: frenchTime(result.value.savedAt) });
  const { refusal, sentence, problems, current } = result;
  if (!current) return answer(refusal === 'notFound' ? 404 : 422, { ok: false, sentence, problems });
  return answer(409, { ok: false, sentence, current: conflictOf(current, actor) });
}

function answer(status: number, body: SaveAnswer): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
