import { type Actor, nameAndAddress } from '../domain/actor.ts';
import { type MessageSide, messageProblem } from '../domain/message.ts';
import { cleanText } from '../domain/text.ts';
import { candidateMessageMail, missionMessageMail } from '../emails/message.ts';
import type { Reception } from '../infra/clock.ts';
import { Prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { mayReadMessages } from '../queries/message.ts';
import { type DossierSituation, isUuid } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { onDossier } from './locked-dossier.ts';
import { postMail } from './outbox.ts';
import { actsLastHour } from './recent-acts.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';

/** `seenId`: the last message the person had before their eyes; what came after it stays unread. */
export type TypedMessage = { text: string; seenId: string | null };

/** A member of the dossier writes to the Mission. Its administrators are told by mail, with the text. */
export function writeMessage(actor: Actor, dossierId: string, typed: TypedMessage, reception: Reception): Promise<Result<null>> {
  return onDossier(actor, dossierId, reception, async (transaction, loaded) => {
    if (refusalOf('viewDossier', loaded.situation)) return notFound;
    return send(transaction, actor, loaded, 'candidate', typed);
  });
}

/** Somebody of the Mission writes to the people of a dossier, who are all told by mail, with the text. */
export function answerMessage(actor: Actor, dossierId: string, typed: TypedMessage, reception: Reception): Promise<Result<null>> {
  return onDossier(actor, dossierId, reception, async (transaction, loaded) => {
    if (!(await mayReadMessages(loaded, transaction))) return notFound;
    return send(transaction, actor, loaded, 'mission', typed);
  });
}

/** Remembers that the messages up to this one were read: by this member for themselves, or for the whole Mission. */
export function markMessagesRead(actor: Actor, dossierId: string, seenId: string, reception: Reception): Promise<Result<null>> {
  return onDossier(actor, dossierId, reception, async (transaction, loaded) => {
    const member = refusalOf('viewDossier', loaded.situation) === null;
    if (!member && !(await mayReadMessages(loaded, transaction))) return notFound;
    await remember(transaction, actor, dossierId, member ? 'candidate' : 'mission', seenId);
    return done(null);
  });
}

const acts = { candidate: 'writeMessage', mission: 'answerMessage' } as const;

async function send(
  transaction: Transaction,
  actor: Actor,
  loaded: DossierSituation,
  side: MessageSide,
  { text: typed, seenId }: TypedMessage,
): Promise<Result<null>> {
  const { dossier, call, situation } = loaded;
  const act = acts[side];
  const refusal = refusalOf(act, {
    ...situation,
    actsLastHour: await actsLastHour(transaction, { act, dossierId: dossier.id, actorId: side === 'candidate' ? actor.userId : undefined }),
  });
  if (refusal) return refusal;
  const text = cleanText(typed).trim();
  const problem = messageProblem(text);
  if (problem) return refused('invalid', situation, { message: problem });
  if (seenId) await remember(transaction, actor, dossier.id, side, seenId);
  const last = await transaction.message.findFirst({ where: { dossierId: dossier.id }, orderBy: [{ at: 'desc' }, { id: 'desc' }] });
  if (last?.authorId === actor.userId && last.text === text) return done(null); // the button was pressed twice
  const { id } = await transaction.message.create({
    data: { dossierId: dossier.id, side, authorId: actor.userId, text },
    select: { id: true },
  });
  await journal(transaction, { act, actorId: actor.userId, callId: call.id, dossierId: dossier.id, data: { message: id } });
  await (side === 'candidate' ? tellMission : tellMembers)(transaction, actor, loaded, text);
  return done(null);
}

async function remember(transaction: Transaction, actor: Actor, dossierId: string, side: MessageSide, seenId: string): Promise<void> {
  const seen = isUuid(seenId) ? await transaction.message.findFirst({ where: { id: seenId, dossierId } }) : null;
  if (!seen) return;
  await transaction.$executeRaw(Prisma.sql`
    INSERT INTO message_readings (dossier_id, user_id, side, read_until)
    VALUES (${dossierId}::uuid, ${actor.userId}::uuid, ${side}::message_side, ${seen.at})
    ON CONFLICT (dossier_id, user_id) DO UPDATE SET side = excluded.side, read_until = GREATEST(message_readings.read_until, excluded.read_until)`);
}

/** To the administrators, and to the reviewers who have already written in this conversation; to the service when there is none. */
async function tellMission(transaction: Transaction, actor: Actor, { dossier, call }: DossierSituation, message: string): Promise<void> {
  const people = await transaction.$queryRaw<{ email: string }[]>(Prisma.sql`
    SELECT DISTINCT u.email FROM users u JOIN role_grants g ON g.user_id = u.id AND (g.call_id IS NULL OR g.call_id = ${call.id}::uuid)
    WHERE (g.role = 'administrator' OR (g.role = 'reviewer' AND EXISTS (
        SELECT 1 FROM messages w WHERE w.dossier_id = ${dossier.id}::uuid AND w.author_id = u.id AND w.side = 'mission')))
      AND NOT EXISTS (SELECT 1 FROM recusals r WHERE r.dossier_id = ${dossier.id}::uuid AND r.user_id = u.id)
      AND NOT EXISTS (SELECT 1 FROM dossier_members m WHERE m.dossier_id = ${dossier.id}::uuid AND m.user_id = u.id)
    ORDER BY u.email`);
  const url = `${settings().PUBLIC_URL}/instruction/${dossier.id}/messages`;
  const mail = candidateMessageMail({ ...about({ dossier, call }), author: nameAndAddress(actor), message, url });
  const addresses = people.length > 0 ? people.map(({ email }) => email) : [call.definition.contact.email];
  for (const email of addresses) await postMail(transaction, email, mail, dossier.id);
}

async function tellMembers(transaction: Transaction, actor: Actor, { dossier, call }: DossierSituation, message: string): Promise<void> {
  const url = `${settings().PUBLIC_URL}/candidature/${dossier.id}/messages`;
  const author = actor.name || call.definition.contact.service;
  const mail = missionMessageMail({ ...about({ dossier, call }), author, message, url });
  const members = await transaction.dossierMember.findMany({
    where: { dossierId: dossier.id },
    select: { user: { select: { email: true } } },
  });
  for (const { user } of members) await postMail(transaction, user.email, mail, dossier.id);
}

function about({ dossier, call }: Pick<DossierSituation, 'dossier' | 'call'>) {
  return {
    organisationName: dossier.organisationName,
    callTitle: call.definition.shortTitle,
    service: call.definition.contact.service,
  };
}
