import type { Actor } from '../domain/actor.ts';
import { type CallDefinition, callDefinition } from '../domain/call.ts';
import { canonicalJson } from '../domain/snapshot.ts';
import { type Reception, receivedAt } from '../infra/clock.ts';
import { Prisma, prisma } from '../infra/prisma.ts';
import { sha256 } from '../infra/sha256.ts';
import { callById } from '../queries/call.ts';
import { isUuid } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { done, notFound, type Result, refusalOf } from './result.ts';

/**
 * Publishes a call: its definition is frozen under its fingerprint. A call already published is left as it is, whatever
 * the definition given now: dossiers are read with the words they were filled in under. Returns the call's identifier.
 */
export async function publishCall(definition: CallDefinition): Promise<string> {
  const content = callDefinition.parse(definition);
  const fingerprint = sha256(canonicalJson(content));
  return prisma().$transaction(async (transaction) => {
    const published = await transaction.call.findUnique({ where: { code: content.code }, select: { id: true } });
    if (published) return published.id;
    await transaction.callDefinition.createMany({ data: { sha256: fingerprint, content }, skipDuplicates: true });
    const { id } = await transaction.call.create({
      data: {
        code: content.code,
        definitionSha256: fingerprint,
        fictitious: content.fictitious,
        opensAt: content.calendar.opensAt,
        closesAt: content.calendar.closesAt,
        selections: { create: content.categories.map(({ code }) => ({ categoryCode: code })) },
      },
      select: { id: true },
    });
    return id;
  });
}

/** Closes the deposit of an invented call now, so that the following steps can be tried without waiting. */
export async function closeDeposit(actor: Actor, callId: string, reception: Reception): Promise<Result<null>> {
  const call = isUuid(callId) ? await callById(callId) : null;
  if (!call) return notFound;
  const [clock] = await prisma().$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT ${receivedAt(reception)} AS now`);
  const situation = { actor, now: clock?.now ?? call.closesAt, call: { ...call, fictitious: call.definition.fictitious } };
  const refusal = refusalOf('closeDeposit', situation);
  if (refusal) return refusal;
  await prisma().$transaction(async (transaction) => {
    await transaction.$executeRaw`UPDATE calls SET closes_at = clock_timestamp() WHERE id = ${callId}::uuid`;
    await journal(transaction, { act: 'closeDeposit', actorId: actor.userId, callId });
  });
  return done(null);
}
