import 'server-only';
import { cleanText } from '../domain/text.ts';
import { prisma } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';

export type KeptMail = { id: string; to: string; subject: string; text: string; state: string; at: string };

const SHOWN = 200;

/**
 * The last mails of the demonstration, the newest first, optionally those of one address; null outside a
 * demonstration, where nobody reads other people's mail.
 */
export async function demonstrationMails(to?: string): Promise<KeptMail[] | null> {
  if (!settings().DEMONSTRATION) return null;
  const rows = await prisma().mail.findMany({ where: to ? { toAddress: cleanText(to) } : {}, orderBy: { id: 'desc' }, take: SHOWN });
  return rows.map(({ id, toAddress, subject, text, state, createdAt }) => ({
    id,
    to: toAddress,
    subject,
    text,
    state,
    at: createdAt.toISOString(),
  }));
}
