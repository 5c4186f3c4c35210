import { currentActor } from '#lib/auth/actor.ts';
import { requesterOf } from '#lib/auth/requester.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { readFields } from '#lib/exchange/bounded-body.ts';
import { requestSignIn } from '#lib/operations/sign-in.ts';

/** An address: nothing longer is read. */
const MAX_BYTES = 1000;

/** Who is signed in, told to themselves only: a page that waits for its person asks whether they are back. */
export async function GET(): Promise<Response> {
  return answer(200, { person: (await currentActor())?.userId ?? null });
}

/** Sends a code, for signing in again without leaving the page. The same limits as on the sign-in page. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return answer(404, { sentence: refusalSentence('notFound') });
  const fields = await readFields(request, MAX_BYTES);
  if (!fields) return answer(413, { sentence: refusalSentence('invalid') });
  const email = fields.get('courriel') ?? '';
  const result = await requestSignIn(email, '/', await requesterOf(email));
  if (!result.ok) return answer(422, { sentence: result.problems?.email ?? result.sentence });
  return answer(200, { requestId: result.value.requestId });
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
