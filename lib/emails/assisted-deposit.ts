import { frenchInstantToTheSecond } from '../domain/dates.ts';
import { layOut, type MailContent } from './mail.ts';
import { mentionParagraphs, type ReceiptMail } from './submission-receipt.ts';

/** Tells the territory that what it sent was received and entered, and asks it to read and confirm. The link gives no right by itself. */
export function assistedDepositMail(mail: ReceiptMail & { channel: string; reference: string; confirmUrl: string }): MailContent {
  return layOut({
    audience: 'teamWithoutLinks',
    subject: `[${mail.number}] Votre dossier a été saisi par la Mission\u00a0: relisez-le et confirmez`,
    body: [
      `Le dossier de candidature de «\u00a0${mail.organisationName}\u00a0» à l’appel «\u00a0${mail.callTitle}\u00a0», reçu ${mail.channel}, a été saisi et déposé dans l’application avec l’aide de la Mission.`,
      [
        `Numéro\u00a0: ${mail.number}`,
        `Reçu ${mail.channel} le ${frenchInstantToTheSecond(mail.receivedAt)}`,
        `Référence de l’envoi\u00a0: ${mail.reference}`,
        `Empreinte SHA-256 du dossier\u00a0: ${mail.sha256}`,
      ],
      'Connectez-vous avec l’adresse à laquelle vous recevez ce courriel, ouvrez le dossier, relisez ce qui a été saisi, puis confirmez-le ou refusez-le. Tant que le dépôt est ouvert, vous pouvez aussi le corriger et le déposer vous-même.',
      'Tant que vous n’avez pas répondu, le dossier est lu avec la mention «\u00a0non confirmé par le territoire\u00a0».',
      ...mentionParagraphs(mail.mentions),
    ],
    action: { label: 'Relire et confirmer le dossier', url: mail.confirmUrl },
    signature: mail.service,
  });
}

/** Asks again, for a dossier already deposited: the first message was lost, or the address was wrong. */
export function confirmationReminderMail(mail: {
  number: string;
  organisationName: string;
  callTitle: string;
  service: string;
  url: string;
}): MailContent {
  return layOut({
    audience: 'teamWithoutLinks',
    subject: `[${mail.number}] Relisez et confirmez le dossier saisi par la Mission`,
    body: [
      `La Mission a saisi dans l’application le dossier de candidature de «\u00a0${mail.organisationName}\u00a0» à l’appel «\u00a0${mail.callTitle}\u00a0», reçu de votre territoire.`,
      'Connectez-vous avec l’adresse à laquelle vous recevez ce courriel, ouvrez le dossier, relisez ce qui a été saisi, puis confirmez-le ou refusez-le.',
    ],
    action: { label: 'Relire et confirmer le dossier', url: mail.url },
    signature: mail.service,
  });
}

/** Tells whoever entered a dossier what the territory answers. */
export function assistedAnswerMail(mail: {
  number: string;
  organisationName: string;
  confirmed: boolean;
  reason: string;
  service: string;
  url: string;
}): MailContent {
  return layOut({
    audience: 'nobody',
    subject: `[${mail.number}] Le territoire ${mail.confirmed ? 'confirme' : 'refuse'} le dossier que vous avez saisi`,
    body: mail.confirmed
      ? [`«\u00a0${mail.organisationName}\u00a0» a relu et confirmé le dossier que vous avez saisi.`]
      : [`«\u00a0${mail.organisationName}\u00a0» ne reconnaît pas le dossier que vous avez saisi, avec ce message\u00a0:`, mail.reason],
    action: { label: 'Voir les dossiers saisis', url: mail.url },
    signature: mail.service,
  });
}
