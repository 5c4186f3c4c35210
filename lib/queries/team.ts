import 'server-only';
import type { Actor } from '../domain/actor.ts';
import { holdsRole } from '../domain/actor.ts';
import type { OrganisationIdentifier } from '../domain/organisation-identifier.ts';
import { isColleague, type MemberRole } from '../domain/team.ts';
import { prisma } from '../infra/prisma.ts';

export type TeamMember = { userId: string; name: string; email: string; role: MemberRole };
export type PendingInvitation = { id: string; email: string; role: MemberRole; createdAt: Date };
export type PendingRequest = { id: string; name: string; email: string; message: string; createdAt: Date };
export type Team = { members: TeamMember[]; invitations: PendingInvitation[]; requests: PendingRequest[] };

/** The people of a dossier, those invited, and those who ask to join. Whether the reader may see them is for the caller to have asked. */
export async function teamOf(dossierId: string): Promise<Team> {
  const [members, invitations, requests] = await Promise.all([
    prisma().dossierMember.findMany({
      where: { dossierId },
      include: { user: { select: { name: true, email: true } } },
      orderBy: { createdAt: 'asc' },
    }),
    prisma().invitation.findMany({ where: { dossierId }, orderBy: { createdAt: 'asc' } }),
    prisma().accessRequest.findMany({
      where: { dossierId },
      include: { user: { select: { name: true, email: true } } },
      orderBy: { createdAt: 'asc' },
    }),
  ]);
  return {
    members: members.map(({ userId, role, user }) => ({ userId, role, ...user })),
    invitations: invitations.map(({ id, email, role, createdAt }) => ({ id, email, role, createdAt })),
    requests: requests.map(({ id, message, createdAt, user }) => ({ id, message, createdAt, ...user })),
  };
}

export type MyInvitation = {
  id: string;
  organisationName: string;
  callTitle: string;
  role: MemberRole;
  inviter: string;
  /** The Mission entered this dossier from what the territory sent, and asks this person to confirm it. */
  toConfirm: boolean;
};

/** The invitations sent to this person's address, the last first. */
export async function myInvitations(actor: Actor): Promise<MyInvitation[]> {
  const rows = await prisma().invitation.findMany({
    where: { email: actor.email },
    include: { dossier: { include: { call: { include: { definition: true } }, assistedDeposit: true } } },
    orderBy: { createdAt: 'desc' },
  });
  const inviters = await prisma().user.findMany({
    where: { id: { in: rows.map(({ invitedById }) => invitedById) } },
    select: { id: true, name: true, email: true },
  });
  return rows.map(({ id, role, invitedById, dossier }) => {
    const inviter = inviters.find((user) => user.id === invitedById);
    return {
      id,
      role,
      organisationName: dossier.organisationName,
      callTitle: (dossier.call.definition.content as { shortTitle: string }).shortTitle,
      inviter: inviter?.name || inviter?.email || 'Une personne du dossier',
      toConfirm: dossier.assistedDeposit?.state === 'awaiting' && dossier.assistedDeposit.contactEmail === actor.email,
    };
  });
}

/** The dossier a structure has already begun in a call, as somebody who would begin it again may know of it. */
export type BegunDossier = { organisationName: string; ownId: string | null; startedBy: string | null; asked: boolean };

/**
 * What to tell somebody whose structure has a dossier already: a link when it is theirs, the name of who began it when
 * they are colleagues, and no more to a stranger.
 */
export async function begunDossier(actor: Actor, callId: string, { scheme, value }: OrganisationIdentifier): Promise<BegunDossier | null> {
  const dossier = await prisma().dossier.findUnique({
    where: { callId_identifierScheme_identifier: { callId, identifierScheme: scheme, identifier: value } },
    include: {
      members: { include: { user: { select: { name: true, email: true } } }, orderBy: { createdAt: 'asc' } },
      accessRequests: { where: { userId: actor.userId }, select: { id: true } },
    },
  });
  if (!dossier) return null;
  const own = dossier.members.some(({ userId }) => userId === actor.userId);
  const starter = dossier.members.find(({ user }) => isColleague(user.email, actor.email))?.user;
  return {
    organisationName: dossier.organisationName,
    ownId: own ? dossier.id : null,
    // An address is nobody’s to give, were it to somebody of the same house.
    startedBy: starter ? starter.name || 'une personne de votre structure' : null,
    asked: dossier.accessRequests.length > 0,
  };
}

export type WaitingRequest = PendingRequest & { dossierId: string; organisationName: string };

/** The access requests to the dossiers of a call, for its administrators: a lead who has left answers nobody. */
export async function waitingRequests(actor: Actor, callId: string): Promise<WaitingRequest[]> {
  if (!holdsRole(actor, 'administrator', callId)) return [];
  const rows = await prisma().accessRequest.findMany({
    where: { dossier: { callId } },
    include: { user: { select: { name: true, email: true } }, dossier: { select: { organisationName: true } } },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(({ id, dossierId, message, createdAt, user, dossier }) => ({ id, dossierId, message, createdAt, ...user, ...dossier }));
}
