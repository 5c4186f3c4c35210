import type { SaveAnswer } from '#components/form/autosaver.ts';
import { readPostedReview, reviewValues } from '#components/review/review-view.ts';
import { currentActor } from '#lib/auth/actor.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { notTheWriter } from '#lib/auth/writer.ts';
import { frenchTime } from '#lib/domain/dates.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { readFields } from '#lib/exchange/bounded-body.ts';
import { receive } from '#lib/operations/reception.ts';
import { saveReview } from '#lib/operations/review.ts';
import { databaseNow } from '#lib/queries/call.ts';
import { ownReview } from '#lib/queries/review.ts';

const MAX_BYTES = 2_000_000;

/** Saves a review while it is being written. Answers in JSON what is now true of the server. */
export async function POST(request: Request, { params }: RouteContext<'/api/evaluations/[dossierId]'>): Promise<Response> {
  const reception = receive();
  const { dossierId } = await params;
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
  const result = await saveReview(actor, dossierId, readPostedReview(fields), reception);
  if (!result.ok && result.refusal === 'conflict') {
    const other = await ownReview(dossierId, actor.userId);
    const title = 'Celle de votre autre fenêtre, enregistrée';
    return answer(409, { ok: false, sentence: result.sentence, current: { version: other.version, values: reviewValues(other), title } });
  }
  if (!result.ok) return answer(422, { ok: false, sentence: result.sentence, problems: { ...result.problems } });
  return answer(200, { ok: true, version: result.value.version, savedAt: frenchTime(await databaseNow()) });
}

function answer(status: number, body: SaveAnswer): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
