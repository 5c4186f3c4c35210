import { frenchInstant } from '../domain/dates.ts';
import { isAwaited } from '../domain/letter.ts';
import { dueLetterReminder, type LetterReminderStep } from '../domain/letter-reminder.ts';
import { letterReminderMail } from '../emails/letter.ts';
import { letterAwaitedMail } from '../emails/letter-team.ts';
import { receive } from '../infra/clock.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';
import { lastLetterRequest } from '../queries/letter.ts';
import { type LetterSituation, withLetterDeadline } from '../queries/letter-situation.ts';
import { dossierSituation } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { aboutLetter, letterPageUrl, sendLetterLink, tellTeam } from './letter-sending.ts';

/**
 * Sends the reminders that are due to the officials who have not answered, and tells their teams when time runs short.
 * To call often: a reminder is written and sent in one transaction, once, whatever the number of callers.
 * @returns how many officials were reminded.
 */
export async function sendDueLetterReminders(): Promise<number> {
  const waiting = await prisma().letterRequest.findMany({
    where: { state: { in: ['sent', 'opened', 'prepared'] }, dossier: { status: { in: ['draft', 'submitted'] } } },
    select: { id: true, dossierId: true },
    orderBy: { id: 'asc' },
  });
  let reminded = 0;
  for (const { id, dossierId } of waiting) if (await remind(id, dossierId)) reminded += 1;
  return reminded;
}

async function remind(requestId: string, dossierId: string): Promise<boolean> {
  const found = await dossierSituation(null, dossierId, receive());
  const loaded = found && (await withLetterDeadline(found));
  if (!loaded || !(await isDue(loaded, requestId))) return false;
  return prisma().$transaction(async (transaction) => {
    const locked = await dossierSituation(null, dossierId, receive(), { transaction, lock: true });
    const now = locked && (await withLetterDeadline(locked, transaction));
    const step = now && (await isDue(now, requestId, transaction));
    if (!now || !step) return false; // answered or replaced in between
    const { count } = await transaction.letterReminder.createMany({ data: { requestId, step: step.code }, skipDuplicates: true });
    if (count === 0) return false; // another worker was quicker, or this step was already sent
    await write(transaction, now, step);
    return true;
  });
}

/** The step due for this request, if it is still the one that counts and nobody has answered it. */
async function isDue(loaded: LetterSituation, requestId: string, transaction?: Transaction): Promise<LetterReminderStep | null> {
  const request = await lastLetterRequest(loaded.dossier.id, transaction);
  if (request?.id !== requestId || !isAwaited(request.state)) return null;
  const step = dueLetterReminder({ sentAt: request.sentAt, deadline: loaded.deadline, now: loaded.situation.now });
  const sent = step && (await (transaction ?? prisma()).letterReminder.count({ where: { requestId, step: step.code } }));
  return sent ? null : step;
}

async function write(transaction: Transaction, loaded: LetterSituation, step: LetterReminderStep): Promise<void> {
  const { dossier, call } = loaded;
  const request = await lastLetterRequest(dossier.id, transaction);
  if (!request) return;
  const about = aboutLetter(loaded, request.official);
  const to = { id: request.id, email: request.official.email, dossierId: dossier.id };
  await sendLetterLink(transaction, to, (url) => letterReminderMail({ ...about, url }));
  if (step.tellsTeam) {
    const mail = letterAwaitedMail({ ...about, url: letterPageUrl(dossier.id), sent: frenchInstant(request.sentAt) });
    await tellTeam(transaction, dossier.id, mail);
  }
  const data = { request: request.id, step: step.code };
  await journal(transaction, { act: 'letterReminder', actorId: null, callId: call.id, dossierId: dossier.id, data });
}
