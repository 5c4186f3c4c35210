import 'server-only';
import { type Actor, holdsRole, nameAndAddress } from '../domain/actor.ts';
import { obstacle } from '../domain/acts.ts';
import type { Call } from '../domain/call.ts';
import { type MessageSide, type ThreadState, threadState } from '../domain/message.ts';
import { phaseAt } from '../domain/phase.ts';
import type { Reception } from '../infra/clock.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { databaseNow } from './call.ts';
import { stillAuthorised } from './closing.ts';
import { type DossierSituation, dossierSituation } from './situation.ts';

export type ThreadMessage = { id: string; side: MessageSide; author: string; text: string; at: Date; own: boolean; unread: boolean };
/** A conversation as one of its two sides reads it. Of the dossier, the Mission is given the name of the structure. */
export type Thread = { organisationName: string; call: Call; messages: ThreadMessage[]; unread: number };

/** More than any conversation has; the last ones are shown. */
const SHOWN = 500;

/** The conversation with the Mission, for a member of the dossier; null for anybody else. */
export async function memberThread(actor: Actor, dossierId: string, reception: Reception): Promise<Thread | null> {
  const loaded = await dossierSituation(actor, dossierId, reception);
  if (!loaded || obstacle('viewDossier', loaded.situation)) return null;
  return threadFor(actor, loaded, 'candidate');
}

/** The conversation with the people of a dossier, for those of the Mission who may read it; null for anybody else. */
export async function missionThread(actor: Actor, dossierId: string, reception: Reception): Promise<Thread | null> {
  const loaded = await dossierSituation(actor, dossierId, reception);
  return loaded && (await mayReadMessages(loaded)) ? threadFor(actor, loaded, 'mission') : null;
}

/** True when the table of acts lets this person of the Mission read what the people of the dossier wrote to it. */
export async function mayReadMessages({ dossier, situation }: DossierSituation, transaction?: Transaction): Promise<boolean> {
  if (obstacle('readExaminedMessages', situation) === null) return true;
  const hasMessages =
    (await (transaction ?? prisma()).message.findFirst({ where: { dossierId: dossier.id }, select: { id: true } })) !== null;
  return obstacle('readMessages', { ...situation, hasMessages }) === null;
}

/** How many messages of the Mission this member has not read. Whether they are one is for the caller to have asked. */
export async function unreadByMember(actor: Actor, dossierId: string): Promise<number> {
  const until = await readUntil(actor, dossierId, 'candidate');
  return prisma().message.count({ where: { dossierId, side: 'mission', ...(until && { at: { gt: until } }) } });
}

export type WaitingThread = { dossierId: string; organisationName: string; lastAt: Date; state: ThreadState };

/**
 * The conversations of a call this person may read, those that wait for a reader or an answer first; null when it may read
 * none, as whoever examines may not before the closing: whether there are any is not told.
 */
export async function threadsOfCall(actor: Actor, call: Call): Promise<WaitingThread[] | null> {
  const closed = phaseAt(call, await databaseNow()) === 'closed';
  const administers = holdsRole(actor, 'administrator', call.id);
  if (!administers && !(closed && holdsRole(actor, 'reviewer', call.id))) return null;
  const rows = await prisma().$queryRaw<
    { dossierId: string; organisationName: string; lastAt: Date; lastSide: MessageSide; unread: number }[]
  >(Prisma.sql`
    SELECT d.id AS "dossierId", d.organisation_name AS "organisationName", last.at AS "lastAt", last.side AS "lastSide",
      ${unreadByMission} AS unread
    FROM dossiers d
    JOIN LATERAL (SELECT m.at, m.side FROM messages m WHERE m.dossier_id = d.id ORDER BY m.at DESC, m.id DESC LIMIT 1) last ON true
    WHERE d.call_id = ${call.id}::uuid
      ${administers ? Prisma.empty : Prisma.sql`AND d.status <> 'draft' AND NOT ${stillAuthorised}`}
      AND NOT EXISTS (SELECT 1 FROM recusals r WHERE r.dossier_id = d.id AND r.user_id = ${actor.userId}::uuid)
      AND NOT EXISTS (SELECT 1 FROM dossier_members m WHERE m.dossier_id = d.id AND m.user_id = ${actor.userId}::uuid)
    ORDER BY last.at DESC`);
  const threads = rows.map(({ lastSide, unread, ...row }) => ({ ...row, state: threadState(lastSide, unread) }));
  const rank: ThreadState[] = ['unread', 'unanswered', 'answered'];
  return threads.sort((a, b) => rank.indexOf(a.state) - rank.indexOf(b.state));
}

/** SQL for the number of messages nobody at the Mission has read, of the dossier `d`. */
export const unreadByMission = Prisma.sql`(SELECT count(*)::int FROM messages m WHERE m.dossier_id = d.id AND m.side = 'candidate'
  AND m.at > COALESCE((SELECT max(r.read_until) FROM message_readings r WHERE r.dossier_id = d.id AND r.side = 'mission'), '-infinity'))`;

async function threadFor(actor: Actor, { dossier, call }: DossierSituation, reader: MessageSide): Promise<Thread> {
  const [rows, until] = await Promise.all([
    prisma().message.findMany({
      where: { dossierId: dossier.id },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: SHOWN,
      include: { author: { select: { name: true, email: true } } },
    }),
    readUntil(actor, dossier.id, reader),
  ]);
  const messages = rows.reverse().map(({ id, side, author, authorId, text, at }) => ({
    id,
    side,
    author: side === reader || side === 'candidate' ? nameAndAddress(author) : author.name,
    text,
    at,
    own: authorId === actor.userId,
    unread: side !== reader && (until === null || at > until),
  }));
  return { organisationName: dossier.organisationName, call, messages, unread: messages.filter(({ unread }) => unread).length };
}

/** Up to when the reader has read: a member for themselves, the Mission as one. */
async function readUntil(actor: Actor, dossierId: string, side: MessageSide): Promise<Date | null> {
  const { _max } = await prisma().messageReading.aggregate({
    where: { dossierId, side, ...(side === 'candidate' && { userId: actor.userId }) },
    _max: { readUntil: true },
  });
  return _max.readUntil;
}
