import { randomUUID } from 'node:crypto';
import type { Actor } from '../domain/actor.ts';
import type { ActName } from '../domain/acts.ts';
import type { Call } from '../domain/call.ts';
import { questionAnchor, questionLimits, readAnswer, readAsked, readDismissal } from '../domain/call-question.ts';
import { questionAnsweredMail, questionDismissedMail } from '../emails/call-question.ts';
import { type Reception, receivedAt } from '../infra/clock.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { callById } from '../queries/call.ts';
import { isUuid } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { postMail } from './outbox.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';

/**
 * Asks a question about a call, signed in or not. It is seen by the Mission only until its answer is published.
 * @param clientKey what stands for the network address, when one can be believed.
 */
export async function askQuestion(
  actor: Actor | null,
  callId: string,
  typed: { question: string; email: string },
  clientKey: string | null,
  reception: Reception,
): Promise<Result<null>> {
  const call = isUuid(callId) ? await callById(callId) : null;
  if (!call) return notFound;
  const situation = await situationOf(actor, call, reception);
  const refusal = refusalOf('askQuestion', situation);
  if (refusal) return refusal.refusal === 'depositClosed' ? refused('questionsClosed', situation) : refusal;
  const { value, problems } = readAsked(typed);
  if (!value) return refused('invalid', situation, problems);
  return prisma().$transaction(async (transaction) => {
    // One at a time for a call: what is counted is then all there is.
    await holdCall(transaction, callId);
    const id = randomUUID();
    const written = await transaction.$executeRaw(Prisma.sql`
      INSERT INTO call_questions (id, call_id, asked_text, asker_email, client_key, asked_at)
      SELECT ${id}::uuid, ${callId}::uuid, ${value.question}, ${value.email}, ${clientKey}, ${situation.now}
      WHERE (SELECT count(*) FROM call_questions WHERE client_key = ${clientKey} AND asked_at > clock_timestamp() - interval '1 hour')
          < ${questionLimits.perClient}
        AND (SELECT count(*) FROM call_questions WHERE call_id = ${callId}::uuid AND asked_at > clock_timestamp() - interval '1 hour')
          < ${questionLimits.perCall}
        AND (SELECT count(*) FROM call_questions WHERE call_id = ${callId}::uuid AND state = 'asked') < ${questionLimits.waiting}`);
    if (written === 0) return refused('tooManyQuestions', situation);
    await journal(transaction, { act: 'askQuestion', actorId: actor?.userId ?? null, callId, data: { question: id } });
    return done(null);
  });
}

/** Publishes a question with its answer, in words that name nobody; publishing again corrects them, the former ones stay readable. */
export async function answerQuestion(
  actor: Actor,
  questionId: string,
  typed: { question: string; answer: string },
  reception: Reception,
): Promise<Result<{ number: number }>> {
  return onQuestion(actor, 'answerQuestion', questionId, reception, async (transaction, asked, call, now) => {
    const { value, problems } = readAnswer(typed);
    if (!value) return refused('invalid', undefined, problems);
    const last = await transaction.callAnswer.findFirst({ where: { questionId }, orderBy: { version: 'desc' } });
    const number = asked.number ?? (await nextNumber(transaction, call.id));
    if (last?.question === value.question && last.answer === value.answer) return done({ number });
    const version = (last?.version ?? 0) + 1;
    await transaction.callAnswer.create({ data: { questionId, version, ...value, authorId: actor.userId, publishedAt: now } });
    await transaction.callQuestion.update({ where: { id: questionId }, data: { state: 'published', number, askerEmail: null } });
    if (asked.askerEmail) {
      const about = { callTitle: call.definition.shortTitle, service: call.definition.contact.service };
      const mail = questionAnsweredMail({ ...about, ...value, url: `${pageOf(call)}#${questionAnchor(number)}` });
      await postMail(transaction, asked.askerEmail, mail);
    }
    const data = { question: questionId, number, version };
    await journal(transaction, { act: 'answerQuestion', actorId: actor.userId, callId: call.id, data });
    return done({ number });
  });
}

/** Leaves a question aside, with the reason told to whoever asked it. One that is published stays so. */
export async function dismissQuestion(actor: Actor, questionId: string, typedReason: string, reception: Reception): Promise<Result<null>> {
  return onQuestion(actor, 'dismissQuestion', questionId, reception, async (transaction, asked, call) => {
    if (asked.state !== 'asked') return refused('questionAnswered');
    const { value, problems } = readDismissal(typedReason);
    if (!value) return refused('invalid', undefined, problems ?? {});
    await transaction.callQuestion.update({
      where: { id: questionId },
      data: { state: 'dismissed', dismissedFor: value, askerEmail: null },
    });
    if (asked.askerEmail) {
      const about = { callTitle: call.definition.shortTitle, service: call.definition.contact.service, url: pageOf(call) };
      await postMail(transaction, asked.askerEmail, questionDismissedMail({ ...about, asked: asked.askedText, reason: value }));
    }
    await journal(transaction, { act: 'dismissQuestion', actorId: actor.userId, callId: call.id, data: { question: questionId } });
    return done(null);
  });
}

type Asked = { number: number | null; state: 'asked' | 'published' | 'dismissed'; askedText: string; askerEmail: string | null };

/** One act on the questions of a call at a time, by somebody who may; a question of nobody's call is not found. */
async function onQuestion<T>(
  actor: Actor,
  act: ActName,
  questionId: string,
  reception: Reception,
  write: (transaction: Transaction, asked: Asked, call: Call, now: Date) => Promise<Result<T>>,
): Promise<Result<T>> {
  const found = isUuid(questionId) ? await prisma().callQuestion.findUnique({ where: { id: questionId }, select: { callId: true } }) : null;
  const call = found && (await callById(found.callId));
  if (!call) return notFound;
  const situation = await situationOf(actor, call, reception);
  const refusal = refusalOf(act, situation);
  if (refusal) return refusal;
  return prisma().$transaction(async (transaction) => {
    await holdCall(transaction, call.id);
    const asked = await transaction.callQuestion.findUniqueOrThrow({ where: { id: questionId } });
    return write(transaction, asked, call, situation.now);
  });
}

async function situationOf(actor: Actor | null, call: Call, reception: Reception) {
  const [clock] = await prisma().$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT ${receivedAt(reception)} AS now`);
  return { actor, now: clock?.now ?? call.closesAt, call: { ...call, fictitious: call.definition.fictitious } };
}

async function holdCall(transaction: Transaction, callId: string): Promise<void> {
  await transaction.$queryRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended('questions of ' || ${callId}, 0))::text`);
}

async function nextNumber(transaction: Transaction, callId: string): Promise<number> {
  const { _max } = await transaction.callQuestion.aggregate({ where: { callId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

function pageOf({ definition }: Call): string {
  return `${settings().PUBLIC_URL}/appel/${definition.code}/questions`;
}
