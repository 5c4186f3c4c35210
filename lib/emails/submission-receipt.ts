import { frenchInstantToTheSecond } from '../domain/dates.ts';
import { layOut, type MailContent } from './mail.ts';

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
};

/** Tells the candidates that their dossier has been received, with what proves it. */
export function submissionReceiptMail(receipt: ReceiptMail): MailContent {
  const again = receipt.version > 1 ? ` (elle remplace la version ${receipt.version - 1})` : '';
  return layOut({
    audience: 'team',
    subject: `[${receipt.number}] Votre dossier de candidature est déposé`,
    body: [
      `Le dossier de candidature de « ${receipt.organisationName} » à l’appel « ${receipt.callTitle} » est déposé.`,
      [
        `Numéro : ${receipt.number}`,
        `Version : ${receipt.version}${again}`,
        `Reçu le ${frenchInstantToTheSecond(receipt.receivedAt)}`,
        `Empreinte SHA-256 du dossier : ${receipt.sha256}`,
      ],
      `Vous pouvez le modifier et le déposer à nouveau ${receipt.closingSentence} : la dernière version déposée compte.`,
      'L’accusé de réception en PDF est dans votre espace.',
    ],
    action: { label: 'Voir mon dossier déposé', url: receipt.url },
    signature: receipt.service,
  });
}
