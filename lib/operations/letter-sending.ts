import { randomBytes } from 'node:crypto';
import { frenchClosing } from '../domain/dates.ts';
import { maxLettersPerDay, type Official } from '../domain/letter.ts';
import type { MailContent } from '../emails/mail.ts';
import { Prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { letterTokenHash } from '../queries/letter.ts';
import type { LetterSituation } from '../queries/letter-situation.ts';
import { postMail, postMails } from './outbox.ts';

/** What every mail about a letter says. */
export function aboutLetter({ dossier, call, deadline }: Pick<LetterSituation, 'dossier' | 'call' | 'deadline'>, official: Official) {
  const { shortTitle, contact } = call.definition;
  return {
    officialName: official.name,
    organisationName: dossier.organisationName,
    callTitle: shortTitle,
    until: frenchClosing(deadline),
    service: contact.service,
    contactEmail: contact.email,
  };
}

/** Sends the official a mail with a link of its own, whose token exists nowhere else. */
export async function sendLetterLink(
  transaction: Transaction,
  request: { id: string; email: string; dossierId: string },
  mailWith: (url: string) => MailContent,
): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  const mailId = await postMail(transaction, request.email, mailWith(`${settings().PUBLIC_URL}/lettre/${token}`), request.dossierId);
  await transaction.letterLink.create({
    data: { requestId: request.id, tokenHash: letterTokenHash(token), mailId },
    select: { id: true },
  });
}

/** True when this dossier, or this person over all dossiers, has sent as many letters as a day allows. */
export async function tooManyLetters(transaction: Transaction, dossierId: string, userId: string): Promise<boolean> {
  const [count] = await transaction.$queryRaw<{ ofDossier: number; ofPerson: number }[]>(Prisma.sql`
    SELECT count(*) FILTER (WHERE r.dossier_id = ${dossierId}::uuid)::int AS "ofDossier",
      count(*) FILTER (WHERE r.requested_by_id = ${userId}::uuid)::int AS "ofPerson"
    FROM letter_links l JOIN letter_requests r ON r.id = l.request_id
    WHERE l.created_at > clock_timestamp() - interval '1 day' AND (r.dossier_id = ${dossierId}::uuid OR r.requested_by_id = ${userId}::uuid)`);
  return Math.max(count?.ofDossier ?? 0, count?.ofPerson ?? 0) >= maxLettersPerDay;
}

/** Writes to every person of the dossier. */
export async function tellTeam(transaction: Transaction, dossierId: string, content: MailContent): Promise<void> {
  const members = await transaction.dossierMember.findMany({ where: { dossierId }, select: { user: { select: { email: true } } } });
  await postMails(
    transaction,
    members.map(({ user }) => ({ to: user.email, content, dossierId })),
  );
}

/** The page where the team follows its letter. */
export function letterPageUrl(dossierId: string): string {
  return `${settings().PUBLIC_URL}/candidature/${dossierId}/demande-lettre`;
}
