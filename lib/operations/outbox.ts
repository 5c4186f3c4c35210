import type { MailContent } from '../emails/mail.ts';
import { errorText } from '../infra/log.ts';
import { hasMailServer, isUnknownAddress, sendMail } from '../infra/mailer.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';
import { enqueue, enqueueAll } from '../infra/queue.ts';

/** Writes a mail in the transaction of the act it tells of; the worker sends it once the act is certain. Returns its identifier. */
export async function postMail(transaction: Transaction, to: string, content: MailContent, dossierId?: string): Promise<string> {
  const { id } = await transaction.mail.create({ data: { toAddress: to, dossierId, ...content }, select: { id: true } });
  await enqueue(transaction, 'sendMail', { mailId: id });
  return id;
}

/** Writes the same mail to every person of a dossier. */
export async function postMailToMembers(transaction: Transaction, dossierId: string, content: MailContent): Promise<void> {
  const members = await transaction.dossierMember.findMany({ where: { dossierId }, select: { user: { select: { email: true } } } });
  for (const { user } of members) await postMail(transaction, user.email, content, dossierId);
}

export type AddressedMail = { to: string; content: MailContent; dossierId: string };
/** A mail has seven parameters, and a statement a limited number of them. */
const MAILS_A_STATEMENT = 1000;

/** Writes the mails of an act that tells many people, in a few statements whatever their number. */
export async function postMails(transaction: Transaction, mails: AddressedMail[]): Promise<void> {
  for (let first = 0; first < mails.length; first += MAILS_A_STATEMENT) {
    const data = mails
      .slice(first, first + MAILS_A_STATEMENT)
      .map(({ to, content, dossierId }) => ({ toAddress: to, dossierId, ...content }));
    const written = await transaction.mail.createManyAndReturn({ data, select: { id: true } });
    await enqueueAll(
      transaction,
      'sendMail',
      written.map(({ id }) => ({ mailId: id })),
    );
  }
}

/**
 * Sends a mail of the outbox, once. Without a mail server it is only kept, to be read in the application.
 * @returns `addressRefused` when the server says that nobody has this address: trying again would change nothing.
 * @throws when the server refuses otherwise or cannot be reached: the queue tries again.
 */
export async function deliverMail(mailId: string): Promise<'done' | 'addressRefused'> {
  const mail = await prisma().mail.findUnique({ where: { id: mailId } });
  if (mail?.state === 'failed') return 'addressRefused';
  if (mail?.state !== 'waiting') return 'done';
  if (!hasMailServer()) {
    await prisma().mail.update({ where: { id: mailId }, data: { state: 'kept' } });
    return 'done';
  }
  try {
    await sendMail({ id: mail.id, to: mail.toAddress, subject: mail.subject, text: mail.text, html: mail.html });
  } catch (error) {
    const attempt = { attempts: { increment: 1 }, lastError: errorText(error) };
    if (!isUnknownAddress(error)) {
      await prisma().mail.update({ where: { id: mailId }, data: attempt });
      throw error;
    }
    await prisma().mail.update({ where: { id: mailId }, data: { ...attempt, state: 'failed' } });
    return 'addressRefused';
  }
  await prisma().$executeRaw`
    UPDATE mails SET state = 'sent', sent_at = clock_timestamp(), attempts = attempts + 1, last_error = NULL WHERE id = ${mailId}::uuid`;
  return 'done';
}
