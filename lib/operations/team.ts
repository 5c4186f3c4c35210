import { type Actor, nameAndAddress } from '../domain/actor.ts';
import { normaliseEmail } from '../domain/sign-in.ts';
import { invitationProblems, leavesNoLead, type MemberRole, memberRole, memberRoleLabels } from '../domain/team.ts';
import { cleanText } from '../domain/text.ts';
import { accessAnswerMail, invitationMail } from '../emails/team.ts';
import type { Reception } from '../infra/clock.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { type DossierSituation, dossierSituation, isUuid } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { postMail } from './outbox.ts';
import { actsLastHour } from './recent-acts.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';

/** Invites a colleague by mail; inviting the same address again renews the invitation. Nothing is given before they accept. */
export async function inviteMember(
  actor: Actor,
  dossierId: string,
  typed: { email: string; role: string },
  reception: Reception,
): Promise<Result<null>> {
  return onTeam(actor, dossierId, reception, async (transaction, loaded, members) => {
    const email = normaliseEmail(cleanText(typed.email));
    const invited = await transaction.invitation.count({ where: { dossierId, email: { not: email } } });
    const times = await actsLastHour(transaction, { act: 'inviteMember', actorId: actor.userId, dossierId });
    const situation = { ...loaded.situation, teamSize: members.length + invited, actsLastHour: times };
    const refusal = refusalOf('inviteMember', situation);
    if (refusal) return refusal;
    const problems = invitationProblems(email, typed.role);
    const role = memberRole(typed.role);
    if (role === null || Object.keys(problems).length > 0) return refused('invalid', situation, problems);
    if (members.some((member) => member.email === email)) return refused('alreadyMember', situation);
    const invitation = { role, invitedById: actor.userId, createdAt: loaded.situation.now };
    await transaction.invitation.upsert({
      where: { dossierId_email: { dossierId, email } },
      create: { dossierId, email, ...invitation },
      update: invitation,
    });
    const mail = invitationMail({
      ...about(loaded),
      inviter: nameAndAddress(actor),
      may: memberRoleLabels[role].hint,
      url: `${settings().PUBLIC_URL}/candidature`,
    });
    await postMail(transaction, email, mail, dossierId);
    await tell(transaction, 'inviteMember', actor, loaded, { role });
    return done(null);
  });
}

/** Takes back an invitation nobody has answered yet. */
export async function withdrawInvitation(
  actor: Actor,
  dossierId: string,
  invitationId: string,
  reception: Reception,
): Promise<Result<null>> {
  return onTeam(actor, dossierId, reception, async (transaction, loaded) => {
    const refusal = refusalOf('changeMember', { ...loaded.situation, leavesNoLead: false });
    if (refusal) return refusal;
    if (!isUuid(invitationId)) return notFound;
    const { count } = await transaction.invitation.deleteMany({ where: { id: invitationId, dossierId } });
    if (count === 0) return notFound;
    await tell(transaction, 'withdrawInvitation', actor, loaded, {});
    return done(null);
  });
}

/** Accepts or declines the invitation sent to the actor's own address. */
export async function answerInvitation(actor: Actor, invitationId: string, accepts: boolean): Promise<Result<{ dossierId: string }>> {
  if (!isUuid(invitationId)) return notFound;
  return prisma().$transaction(async (transaction) => {
    const invitation = await transaction.invitation.findUnique({ where: { id: invitationId }, include: { dossier: true } });
    if (!invitation || invitation.email !== actor.email) return notFound;
    const { dossierId, role, dossier } = invitation;
    const { count } = await transaction.invitation.deleteMany({ where: { id: invitationId } });
    if (count === 0) return notFound;
    if (accepts) await addMember(transaction, dossierId, actor.userId, role);
    const act = accepts ? 'joinDossier' : 'declineInvitation';
    await journal(transaction, { act, actorId: actor.userId, callId: dossier.callId, dossierId, data: { role } });
    return done({ dossierId });
  });
}

/** Gives another role to a member, or (`role` null) takes them out of the dossier. */
export async function changeMember(
  actor: Actor,
  dossierId: string,
  change: { userId: string; role: MemberRole | null },
  reception: Reception,
): Promise<Result<null>> {
  return onTeam(actor, dossierId, reception, async (transaction, loaded, members) => {
    if (!members.some(({ userId }) => userId === change.userId)) return notFound;
    const refusal = refusalOf('changeMember', { ...loaded.situation, leavesNoLead: leavesNoLead(members, change) });
    if (refusal) return refusal;
    await writeMember(transaction, dossierId, change);
    await tell(transaction, 'changeMember', actor, loaded, { user: change.userId, role: change.role });
    return done(null);
  });
}

/** Leaves a dossier: one no longer works on it, or no longer there. */
export async function leaveDossier(actor: Actor, dossierId: string, reception: Reception): Promise<Result<null>> {
  return onTeam(actor, dossierId, reception, async (transaction, loaded, members) => {
    const change = { userId: actor.userId, role: null };
    const refusal = refusalOf('leaveDossier', { ...loaded.situation, leavesNoLead: leavesNoLead(members, change) });
    if (refusal) return refusal;
    await writeMember(transaction, dossierId, change);
    await tell(transaction, 'leaveDossier', actor, loaded, {});
    return done(null);
  });
}

/** Lets in somebody who asked to join, with a role, or (`role` null) declines. They are told by mail either way. */
export async function answerAccessRequest(
  actor: Actor,
  dossierId: string,
  answer: { requestId: string; role: MemberRole | null },
  reception: Reception,
): Promise<Result<null>> {
  return onTeam(actor, dossierId, reception, async (transaction, loaded) => {
    const refusal = refusalOf('answerAccessRequest', loaded.situation);
    if (refusal) return refusal;
    if (!isUuid(answer.requestId)) return notFound;
    const request = await transaction.accessRequest.findFirst({
      where: { id: answer.requestId, dossierId },
      include: { user: { select: { email: true } } },
    });
    if (!request || request.userId === actor.userId) return notFound; // nobody lets themselves in
    await transaction.accessRequest.delete({ where: { id: request.id } });
    if (answer.role) await addMember(transaction, dossierId, request.userId, answer.role);
    const url = `${settings().PUBLIC_URL}/candidature${answer.role ? `/${dossierId}` : ''}`;
    const mail = accessAnswerMail({ ...about(loaded), accepted: answer.role !== null, url });
    await postMail(transaction, request.user.email, mail, dossierId);
    await tell(transaction, 'answerAccessRequest', actor, loaded, { user: request.userId, role: answer.role });
    return done(null);
  });
}

type Member = { userId: string; role: MemberRole; email: string };

/** One change of a team at a time: the dossier's row is held, and its people are read after the wait. */
function onTeam(
  actor: Actor,
  dossierId: string,
  reception: Reception,
  act: (transaction: Transaction, loaded: DossierSituation, members: Member[]) => Promise<Result<null>>,
): Promise<Result<null>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded) return notFound;
    const rows = await transaction.dossierMember.findMany({ where: { dossierId }, include: { user: { select: { email: true } } } });
    return act(
      transaction,
      loaded,
      rows.map(({ userId, role, user }) => ({ userId, role, email: user.email })),
    );
  });
}

/** Adds a member; somebody who is already one keeps the higher of both roles. */
async function addMember(transaction: Transaction, dossierId: string, userId: string, role: MemberRole): Promise<void> {
  await transaction.dossierMember.upsert({
    where: { dossierId_userId: { dossierId, userId } },
    create: { dossierId, userId, role },
    update: role === 'lead' ? { role } : {},
  });
}

async function writeMember(transaction: Transaction, dossierId: string, { userId, role }: { userId: string; role: MemberRole | null }) {
  const member = { dossierId_userId: { dossierId, userId } };
  if (role === null) await transaction.dossierMember.delete({ where: member });
  else await transaction.dossierMember.update({ where: member, data: { role } });
}

function about({ dossier, call }: DossierSituation) {
  const { shortTitle, contact } = call.definition;
  return { organisationName: dossier.organisationName, callTitle: shortTitle, service: contact.service };
}

function tell(
  transaction: Transaction,
  act: 'inviteMember' | 'withdrawInvitation' | 'changeMember' | 'leaveDossier' | 'answerAccessRequest',
  actor: Actor,
  { dossier, call }: DossierSituation,
  data: { role?: MemberRole | null; user?: string },
): Promise<void> {
  return journal(transaction, { act, actorId: actor.userId, callId: call.id, dossierId: dossier.id, data });
}
