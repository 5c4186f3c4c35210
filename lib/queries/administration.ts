import 'server-only';
import { type Actor, holdsRole, type MissionRole } from '../domain/actor.ts';
import type { Call } from '../domain/call.ts';
import { prisma } from '../infra/prisma.ts';

export type Laureate = {
  id: string;
  number: string;
  organisationName: string;
  categoryCode: string | null;
  charter: { code: string; ready: boolean } | null;
};

/** The laureates of a call, with where their charter stands; none for who does not administer it. */
export async function laureates(actor: Actor, call: Call): Promise<Laureate[]> {
  if (!holdsRole(actor, 'administrator', call.id)) return [];
  const rows = await prisma().dossier.findMany({
    where: { callId: call.id, status: 'laureate' },
    orderBy: { number: 'asc' },
    include: { documents: { where: { kind: 'charter' }, select: { code: true, state: true } } },
  });
  return rows.map(({ id, number, organisationName, categoryCode, documents: [charter] }) => ({
    id,
    number: number ?? '',
    organisationName,
    categoryCode,
    charter: charter ? { code: charter.code, ready: charter.state === 'ready' } : null,
  }));
}

/** How many dossiers of a call are still drafts, for who administers it: the number, and nothing else. */
export async function draftCount(actor: Actor, call: Call): Promise<number> {
  return holdsRole(actor, 'administrator', call.id) ? prisma().dossier.count({ where: { callId: call.id, status: 'draft' } }) : 0;
}

export type GivenRole = { id: string; email: string; name: string; role: MissionRole; callId: string | null };

/** The roles given, by person; only for administrators of every call. */
export async function givenRoles(actor: Actor): Promise<GivenRole[]> {
  if (!administersEverything(actor)) return [];
  const rows = await prisma().roleGrant.findMany({
    include: { user: { select: { email: true, name: true } } },
    orderBy: [{ user: { email: 'asc' } }, { role: 'asc' }],
  });
  return rows.map(({ id, role, callId, user }) => ({ id, role, callId, email: user.email, name: user.name }));
}

export type WaitingWork = {
  documents: number;
  failedDocuments: { title: string; lastError: string }[];
  mails: number;
  failedMails: { subject: string; lastError: string }[];
};

/** What the worker still has to do, and what it tried in vain; only for administrators of every call. */
export async function waitingWork(actor: Actor): Promise<WaitingWork | null> {
  if (!administersEverything(actor)) return null;
  const preparing = { state: 'preparing' as const };
  const waiting = { state: 'waiting' as const };
  const [documents, failedDocuments, mails, failedMails] = await Promise.all([
    prisma().issuedDocument.count({ where: preparing }),
    prisma().issuedDocument.findMany({
      where: { ...preparing, lastError: { not: null } },
      select: { title: true, lastError: true },
      take: 20,
    }),
    prisma().mail.count({ where: waiting }),
    prisma().mail.findMany({ where: { ...waiting, lastError: { not: null } }, select: { subject: true, lastError: true }, take: 20 }),
  ]);
  return {
    documents,
    failedDocuments: failedDocuments.map(({ title, lastError }) => ({ title, lastError: lastError ?? '' })),
    mails,
    failedMails: failedMails.map(({ subject, lastError }) => ({ subject, lastError: lastError ?? '' })),
  };
}

/** True for an administrator of every call. */
export function administersEverything(actor: Actor): boolean {
  return actor.grants.some(({ role, callId }) => role === 'administrator' && callId === null);
}
