import { frenchInstantToTheSecond } from '../domain/dates.ts';
import type { ReceiptMentions } from '../domain/receipt-mentions.ts';
import { layOut, type MailContent, type MailDraft } from './mail.ts';

export type ReceiptMail = {
  number: string;
  version: number;
  callTitle: string;
  organisationName: string;
  receivedAt: Date;
  closingSentence: string;
  sha256: string;
  url: string;
  service: string;
  mentions: ReceiptMentions;
};

/** Tells the candidates that their dossier has been received, with what proves it and all that CRPA, R112-11-1 asks for. */
export function submissionReceiptMail(receipt: ReceiptMail): MailContent {
  const again = receipt.version > 1 ? ` (elle remplace la version ${receipt.version - 1})` : '';
  return layOut({
    audience: 'team',
    subject: `[${receipt.number}] Votre dossier de candidature est déposé`,
    body: [
      `Le dossier de candidature de «\u00a0${receipt.organisationName}\u00a0» à l’appel «\u00a0${receipt.callTitle}\u00a0» est déposé.`,
      [
        `Numéro\u00a0: ${receipt.number}`,
        `Version\u00a0: ${receipt.version}${again}`,
        `Reçu le ${frenchInstantToTheSecond(receipt.receivedAt)}`,
        `Empreinte SHA-256 du dossier\u00a0: ${receipt.sha256}`,
      ],
      `Vous pouvez le modifier et le déposer à nouveau ${receipt.closingSentence}\u00a0: la dernière version déposée compte.`,
      'L’accusé de réception en PDF, scellé, est dans votre espace.',
      ...mentionParagraphs(receipt.mentions),
    ],
    action: { label: 'Voir mon dossier déposé', url: receipt.url },
    signature: receipt.service,
  });
}

/** What silence means, the remedies and who to write to, as the paragraphs of a mail. */
export function mentionParagraphs({ silence, remedies, contact }: ReceiptMentions): MailDraft['body'] {
  return [...silence, ...remedies, contact.map(({ label, value }) => `${label} : ${value}`)];
}
