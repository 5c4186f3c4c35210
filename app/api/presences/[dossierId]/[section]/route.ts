import { currentActor } from '#lib/auth/actor.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { presenceSentence } from '#lib/domain/section-work.ts';
import { readFields } from '#lib/exchange/bounded-body.ts';
import { beat, leave } from '#lib/operations/presence.ts';
import { receive } from '#lib/operations/reception.ts';

const MAX_BYTES = 100;

/** Says that a page of the form is open, or (`fin`) is so no longer; answers with who else has it open, one sentence each. */
export async function POST(request: Request, { params }: RouteContext<'/api/presences/[dossierId]/[section]'>): Promise<Response> {
  const reception = receive();
  const { dossierId, section } = await params;
  const actor = await currentActor();
  const fields = actor && isSameOrigin(request.headers) ? await readFields(request, MAX_BYTES) : null;
  if (!actor || !fields) return answer(404, []);
  if (fields.has('fin')) {
    const left = await leave(actor, dossierId, section, reception);
    return answer(left.ok ? 200 : 404, []);
  }
  const result = await beat(actor, dossierId, section, reception);
  return result.ok ? answer(200, result.value.map(presenceSentence)) : answer(404, []);
}

function answer(status: number, others: string[]): Response {
  return Response.json({ others }, { status, headers: { 'cache-control': 'no-store' } });
}
