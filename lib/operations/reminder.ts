import type { Call } from '../domain/call.ts';
import { frenchClosing } from '../domain/dates.ts';
import { localClosing, placeOf } from '../domain/local-time.ts';
import { dueReminder, type ReminderStep } from '../domain/reminder.ts';
import { sameAnswers } from '../domain/snapshot.ts';
import { reminderMail } from '../emails/reminder.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { allCalls, databaseNow } from '../queries/call.ts';
import { closingOfDossier, joinAuthorisation } from '../queries/closing.ts';
import { currentAnswers } from '../queries/dossier-answers.ts';
import { lastSubmittedVersion } from '../queries/submitted.ts';
import { postMail } from './outbox.ts';

type Candidate = { id: string; callId: string; submitted: boolean; closesAt: Date; toldAt: Date; sent: string[] };

/**
 * Sends the reminders that are due, to every person of the dossiers that are not submitted, or that no longer say what
 * was submitted. To call often: a reminder is written and sent in one transaction, once, whatever the number of callers.
 * @returns how many dossiers were reminded.
 */
export async function sendDueReminders(): Promise<number> {
  const now = await databaseNow();
  const calls = new Map((await allCalls()).map((call) => [call.id, call]));
  let reminded = 0;
  for (const candidate of await dossiersNearTheirClosing()) {
    const step = dueReminder(candidate, now);
    const call = calls.get(candidate.callId);
    if (!call || !step || candidate.sent.includes(step.code)) continue;
    if (candidate.submitted && !(await saysSomethingElse(candidate.id))) continue; // most of them: nothing is held for these
    if (await remind(candidate, step, call)) reminded += 1;
  }
  return reminded;
}

/**
 * The dossiers that may need a reminder, each with the closing that holds for it. A submitted one with no page saved since
 * (a minute aside: its instant is that of the reception) says what was submitted, and is not compared.
 */
async function dossiersNearTheirClosing(): Promise<Candidate[]> {
  return prisma().$queryRaw<Candidate[]>(Prisma.sql`
    SELECT d.id, d.call_id AS "callId", d.status = 'submitted' AS submitted, ${closingOfDossier} AS "closesAt",
      GREATEST(d.created_at, CASE WHEN late.until > c.closes_at THEN late.given_at ELSE (
        SELECT max(i.recorded_at) FROM incidents i WHERE i.call_id = c.id AND i.closes_at = c.closes_at) END) AS "toldAt",
      ARRAY(SELECT r.step FROM reminders r WHERE r.dossier_id = d.id AND r.closes_at = ${closingOfDossier}) AS sent
    FROM dossiers d JOIN calls c ON c.id = d.call_id ${joinAuthorisation}
    WHERE ${closingOfDossier} > clock_timestamp() AND (c.opens_at IS NULL OR c.opens_at <= clock_timestamp())
      AND (d.status = 'draft' OR (d.status = 'submitted' AND EXISTS (
        SELECT 1 FROM dossier_sections s WHERE s.dossier_id = d.id AND s.updated_at > d.submitted_at - interval '1 minute')))
    ORDER BY d.id`);
}

/** The same question as the page of the dossier asks: are the answers those that were submitted? */
async function saysSomethingElse(dossierId: string, transaction?: Transaction): Promise<boolean> {
  const answers = await currentAnswers(dossierId, transaction);
  const submitted = await lastSubmittedVersion(dossierId, transaction);
  return submitted !== null && !sameAnswers(answers, submitted.snapshot.answers);
}

async function remind({ id: dossierId, closesAt }: Candidate, step: ReminderStep, call: Call): Promise<boolean> {
  return prisma().$transaction(async (transaction) => {
    // Held first: a deposit, or a closing that is being moved, ends before a reminder says anything of it.
    const [held] = await transaction.$queryRaw<{ status: string }[]>`SELECT status FROM dossiers WHERE id = ${dossierId}::uuid FOR UPDATE`;
    if (held?.status !== 'draft' && !(held?.status === 'submitted' && (await saysSomethingElse(dossierId, transaction)))) return false;
    if ((await closingNow(transaction, dossierId))?.getTime() !== closesAt.getTime()) return false;
    const { count } = await transaction.reminder.createMany({ data: { dossierId, step: step.code, closesAt }, skipDuplicates: true });
    if (count === 0) return false; // another worker was quicker
    const dossier = await transaction.dossier.findUniqueOrThrow({
      where: { id: dossierId },
      include: { members: { include: { user: { select: { email: true } } } } },
    });
    const { shortTitle, contact } = call.definition;
    const mail = reminderMail({
      organisationName: dossier.organisationName,
      callTitle: shortTitle,
      closing: frenchClosing(closesAt),
      localClosing: localClosing(closesAt, placeOf(dossier.placeCode)),
      submittedVersion: dossier.submittedVersion,
      url: `${settings().PUBLIC_URL}/candidature/${dossierId}`,
      service: contact.service,
      contactEmail: contact.email,
    });
    for (const { user } of dossier.members) await postMail(transaction, user.email, mail, dossierId);
    return true;
  });
}

async function closingNow(transaction: Transaction, dossierId: string): Promise<Date | undefined> {
  const [row] = await transaction.$queryRaw<{ closesAt: Date }[]>(Prisma.sql`
    SELECT ${closingOfDossier} AS "closesAt" FROM dossiers d JOIN calls c ON c.id = d.call_id ${joinAuthorisation} WHERE d.id = ${dossierId}::uuid`);
  return row?.closesAt;
}
