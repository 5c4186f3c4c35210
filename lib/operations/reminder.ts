import type { Call } from '../domain/call.ts';
import { frenchClosing } from '../domain/dates.ts';
import { dueReminder, type ReminderStep, startsAt } from '../domain/reminder.ts';
import { reminderMail } from '../emails/reminder.ts';
import { Prisma, prisma } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { allCalls, databaseNow } from '../queries/call.ts';
import { postMail } from './outbox.ts';

/**
 * Sends the reminders that are due, to every person of the dossiers that are not submitted, or that changed since they
 * were. To call often: a reminder is written and sent in one transaction, once, whatever the number of callers.
 * @returns how many dossiers were reminded.
 */
export async function sendDueReminders(): Promise<number> {
  const now = await databaseNow();
  let reminded = 0;
  for (const call of await allCalls()) {
    const step = dueReminder(call.closesAt, now);
    if (!step) continue;
    for (const dossierId of await dossiersToRemind(call.id, step, call.closesAt)) {
      if (await remind(dossierId, step, call)) reminded += 1;
    }
  }
  return reminded;
}

async function dossiersToRemind(callId: string, step: ReminderStep, closesAt: Date): Promise<string[]> {
  const rows = await prisma().$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT d.id FROM dossiers d
    WHERE d.call_id = ${callId}::uuid AND d.created_at < ${startsAt(step, closesAt)}
      AND (d.status = 'draft' OR (d.status = 'submitted' AND EXISTS (
        SELECT 1 FROM dossier_sections s WHERE s.dossier_id = d.id AND s.updated_at > d.submitted_at)))
      AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.dossier_id = d.id AND r.step = ${step.code})
    ORDER BY d.id`);
  return rows.map(({ id }) => id);
}

async function remind(dossierId: string, step: ReminderStep, call: Call): Promise<boolean> {
  return prisma().$transaction(async (transaction) => {
    const { count } = await transaction.reminder.createMany({ data: { dossierId, step: step.code }, skipDuplicates: true });
    if (count === 0) return false; // another worker was quicker
    const dossier = await transaction.dossier.findUniqueOrThrow({
      where: { id: dossierId },
      include: { members: { include: { user: { select: { email: true } } } } },
    });
    const { shortTitle, contact } = call.definition;
    const mail = reminderMail({
      organisationName: dossier.organisationName,
      callTitle: shortTitle,
      closing: frenchClosing(call.closesAt),
      submittedVersion: dossier.submittedVersion,
      url: `${settings().PUBLIC_URL}/candidature/${dossierId}`,
      service: contact.service,
      contactEmail: contact.email,
    });
    for (const { user } of dossier.members) await postMail(transaction, user.email, mail, dossierId);
    return true;
  });
}
