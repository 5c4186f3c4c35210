import { type Actor, holdsRole, type MissionRole, missionRoles } from '../domain/actor.ts';
import { isWholeAddress, normaliseEmail } from '../domain/sign-in.ts';
import { prisma } from '../infra/prisma.ts';
import { isUuid } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { done, notFound, type Result, refused } from './result.ts';

/** Gives a role to the person of this address, for one call or (null) for all. The account is made if it does not exist yet. */
export async function grantRole(actor: Actor, grant: { email: string; role: string; callId: string | null }): Promise<Result<null>> {
  if (!mayGrant(actor, grant.callId)) return notFound;
  const email = normaliseEmail(grant.email);
  if (!isWholeAddress(email)) return refused('emailInvalid');
  if (!isRole(grant.role)) return refused('roleUnknown');
  const { role, callId } = { role: grant.role, callId: grant.callId };
  await prisma().$transaction(async (transaction) => {
    const user = await transaction.user.upsert({ where: { email }, create: { email }, update: {}, select: { id: true } });
    const existing = await transaction.roleGrant.findFirst({ where: { userId: user.id, role, callId } });
    if (existing) return;
    await transaction.roleGrant.create({ data: { userId: user.id, role, callId } });
    await journal(transaction, { act: 'grantRole', actorId: actor.userId, callId: callId ?? undefined, data: { user: user.id, role } });
  });
  return done(null);
}

/** Takes a role back. An administrator cannot take away their own last right to administer. */
export async function revokeRole(actor: Actor, grantId: string): Promise<Result<null>> {
  const grant = isUuid(grantId) ? await prisma().roleGrant.findUnique({ where: { id: grantId } }) : null;
  if (!grant || !mayGrant(actor, grant.callId)) return notFound;
  if (grant.userId === actor.userId && grant.role === 'administrator') {
    return refused('ownRole');
  }
  await prisma().$transaction(async (transaction) => {
    await transaction.roleGrant.delete({ where: { id: grantId } });
    const data = { user: grant.userId, role: grant.role };
    await journal(transaction, { act: 'revokeRole', actorId: actor.userId, callId: grant.callId ?? undefined, data });
  });
  return done(null);
}

/** Roles for every call are given by administrators of every call only. */
function mayGrant(actor: Actor, callId: string | null): boolean {
  return callId === null
    ? actor.grants.some((g) => g.role === 'administrator' && g.callId === null)
    : holdsRole(actor, 'administrator', callId);
}

function isRole(role: string): role is MissionRole {
  return (missionRoles as readonly string[]).includes(role);
}
