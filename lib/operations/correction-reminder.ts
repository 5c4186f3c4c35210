import { correctedAnswers } from '../domain/correction.ts';
import { correctionReminderSteps, dueReminder } from '../domain/reminder.ts';
import { sameAnswers } from '../domain/snapshot.ts';
import { correctionsReminderMail } from '../emails/corrections.ts';
import { receive } from '../infra/clock.ts';
import { prisma } from '../infra/prisma.ts';
import { databaseNow } from '../queries/call.ts';
import { currentAnswers } from '../queries/dossier-answers.ts';
import { dossierSituation } from '../queries/situation.ts';
import { lastSubmittedVersion } from '../queries/submitted.ts';
import { aboutCorrection, dueIn } from './correction-mails.ts';
import { postMailToMembers } from './outbox.ts';

/**
 * Reminds the people of the dossiers that have corrections to deposit. To call often: a reminder is written and sent in
 * one transaction, once, whatever the number of callers.
 * @returns how many dossiers were reminded.
 */
export async function sendDueCorrectionReminders(): Promise<number> {
  const now = await databaseNow();
  const open = await prisma().correctionRequest.findMany({
    where: { answeredAt: null, withdrawnAt: null, dueAt: { gt: now }, dossier: { status: 'submitted' } },
    select: { id: true, dossierId: true, dueAt: true, toldAt: true },
    orderBy: { id: 'asc' },
  });
  let reminded = 0;
  for (const request of open) if (await remind(request, now)) reminded += 1;
  return reminded;
}

type OpenRequest = { id: string; dossierId: string; dueAt: Date; toldAt: Date };

async function remind({ id, dossierId, dueAt, toldAt }: OpenRequest, now: Date): Promise<boolean> {
  const step = dueReminder({ closesAt: dueAt, toldAt }, now, correctionReminderSteps);
  if (!step) return false;
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(null, dossierId, receive(), { transaction, lock: true });
    const correction = loaded?.situation.dossier.correction;
    // Answered, withdrawn or put off in between.
    if (correction?.id !== id || correction.dueAt.getTime() !== dueAt.getTime() || loaded?.dossier.status !== 'submitted') return false;
    const { count } = await transaction.reminder.createMany({
      data: { dossierId, step: step.code, closesAt: dueAt },
      skipDuplicates: true,
    });
    if (count === 0) return false; // another worker was quicker, or this step was already sent
    const last = (await lastSubmittedVersion(dossierId, transaction))?.snapshot.answers ?? {};
    const written = correctedAnswers(last, await currentAnswers(dossierId, transaction), correction.sections);
    const mail = correctionsReminderMail({
      ...aboutCorrection(loaded),
      ...dueIn(loaded, dueAt),
      begun: !sameAnswers(written, last),
    });
    await postMailToMembers(transaction, dossierId, mail);
    return true;
  });
}
