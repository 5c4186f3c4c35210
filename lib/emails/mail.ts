import type { MailAudience } from '../domain/mail-audience.ts';

/** A mail ready to be sent: its plain text says everything, the HTML only makes it pleasant. */
export type MailContent = { subject: string; text: string; html: string; audience: MailAudience };

export type MailDraft = {
  /** Who reads it again in the dossier: to be decided for each mail. */
  audience: MailAudience;
  subject: string;
  /** « Bonjour, » for whoever is not named. */
  greeting?: string;
  /** Paragraphs; a list of strings is a bulleted list. */
  body: readonly (string | readonly string[])[];
  action?: { label: string; url: string };
  /** Who writes, and how to answer. */
  signature: string;
};

/** Lays a mail out as plain text and as HTML. Whatever people typed is escaped. */
export function layOut({ audience, ...words }: MailDraft): MailContent {
  return { subject: words.subject, text: asText(words), html: asHtml(words), audience };
}

type Words = Omit<MailDraft, 'audience'>;
const anonymous = 'Bonjour,';

function asText({ greeting = anonymous, body, action, signature }: Words): string {
  const blocks = body.map((block) => (typeof block === 'string' ? block : block.map((item) => `- ${item}`).join('\n')));
  const button = action ? [`${action.label}\u00a0:\n${action.url}`] : [];
  return `${[greeting, ...blocks, ...button, signature].join('\n\n')}\n`;
}

function asHtml({ subject, greeting = anonymous, body, action, signature }: Words): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
  const list = (items: readonly string[]) =>
    `<ul style="margin:0 0 16px;padding-left:20px">${items.map((i) => `<li>${escapeHtml(i)}</li>`).join('')}</ul>`;
  const button = action
    ? `<p style="margin:0 0 8px"><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:10px 16px;background:#000091;color:#fff;text-decoration:none">${escapeHtml(action.label)}</a></p>${paragraph(action.url)}`
    : '';
  const content = body.map((block) => (typeof block === 'string' ? paragraph(block) : list(block))).join('');
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="margin:0;padding:24px;font:16px/1.5 Arial,sans-serif;color:#161616;background:#fff"><div style="max-width:600px">${paragraph(greeting)}${content}${button}${paragraph(signature)}</div></body></html>`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character).replace(/\n/g, '<br>');
}
