import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import { settings } from './settings.ts';

export type OutgoingMail = { id: string; to: string; subject: string; text: string; html: string };

let transport: Transporter | undefined;

/** True when a mail server is configured; otherwise mails are only kept in the database. */
export function hasMailServer(): boolean {
  return settings().SMTP_URL !== undefined;
}

/**
 * Hands a mail to the configured server. The message identifier follows from the mail's own, so a copy sent twice
 * after a crash can be recognised as one.
 * @throws when the server cannot be reached or refuses.
 */
export async function sendMail(mail: OutgoingMail): Promise<void> {
  transport ??= createTransport({ url: settings().SMTP_URL, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });
  const { to, subject, text, html } = mail;
  const messageId = `<${mail.id}@${new URL(settings().PUBLIC_URL).hostname}>`;
  await transport.sendMail({ from: settings().MAIL_FROM, to, subject, text, html, messageId });
}

/**
 * True when the server answered that the recipient does not exist. RFC 5321: 550, 551 and 553; RFC 3463: 5.7 is a refusal
 * of policy (a filter, a grey list), which says nothing of the address.
 */
export function isUnknownAddress(error: unknown): boolean {
  const { command, responseCode, response = '' } = (error ?? {}) as { command?: string; responseCode?: number; response?: string };
  return command === 'RCPT TO' && [550, 551, 553].includes(responseCode ?? 0) && !/\b5\.7\.\d/.test(response);
}
