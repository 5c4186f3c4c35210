import 'server-only';
import type { Actor } from '../domain/actor.ts';
import { readableText } from '../domain/mail-audience.ts';
import { prisma } from '../infra/prisma.ts';

export type DossierMail = { id: string; subject: string; text: string; at: Date; to: string[] };

const SHOWN = 500;
/** Copies of one mail to several people are written in one transaction, within moments. */
const SAME_SENDING_MS = 60_000;

/**
 * The mails about a dossier that this member may read again, the last first; one line for a mail sent to several people.
 * Whether the reader is of the dossier is for the caller to have asked.
 */
export async function dossierMails(actor: Actor, dossierId: string): Promise<DossierMail[]> {
  const rows = await prisma().mail.findMany({
    where: { dossierId, audience: { not: 'nobody' } },
    orderBy: { id: 'desc' },
    take: SHOWN,
    select: { id: true, toAddress: true, subject: true, text: true, createdAt: true, audience: true },
  });
  const mails: DossierMail[] = [];
  for (const { id, toAddress, subject, createdAt, ...row } of rows) {
    const text = readableText({ audience: row.audience, to: toAddress, text: row.text }, actor.email);
    if (text === null) continue;
    const last = mails.at(-1);
    const isCopy = last?.subject === subject && last.text === text && last.at.getTime() - createdAt.getTime() < SAME_SENDING_MS;
    if (isCopy) last.to.unshift(toAddress);
    else mails.push({ id, subject, text, at: createdAt, to: [toAddress] });
  }
  return mails;
}
