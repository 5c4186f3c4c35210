import { frenchInstantToTheSecond } from '../domain/dates.ts';
import { layOut, type MailContent } from './mail.ts';
import { mentionParagraphs, type ReceiptMail } from './submission-receipt.ts';

/** Until when: in the hour of Paris, and with that of the territory where it is another. */
type Due = { due: string; dueThere: string };
type About = { number: string; organisationName: string; callTitle: string; service: string; contactEmail: string; url: string };

/** Asks the candidates to correct some pages of their dossier, with the words of the Mission and the last day. */
export function correctionsAskedMail(mail: About & Due & { points: readonly { title: string; text: string }[] }): MailContent {
  return layOut({
    audience: 'team',
    subject: `[${mail.number}] Votre dossier est à corriger ${mail.due}`,
    body: [
      `La Mission a lu le dossier de candidature de «\u00a0${mail.organisationName}\u00a0» à l’appel «\u00a0${mail.callTitle}\u00a0». Elle vous demande de corriger ces pages\u00a0:`,
      mail.points.map(({ title, text }) => `${title}\u00a0: ${text}`),
      `Vous pouvez modifier ces pages, et elles seules, ${mail.dueThere}. La personne responsable du dossier dépose ensuite les corrections\u00a0: sans ce dépôt, la version déjà déposée reste celle qui compte.`,
      `Pour toute question\u00a0: ${mail.contactEmail}.`,
    ],
    action: { label: 'Corriger mon dossier', url: mail.url },
    signature: mail.service,
  });
}

/** Reminds the candidates of what they have to correct. `begun`: something is corrected, and not deposited. */
export function correctionsReminderMail(mail: About & Due & { begun: boolean }): MailContent {
  const begun = 'Des corrections sont écrites, mais elles ne sont pas déposées.';
  return layOut({
    audience: 'team',
    subject: `[${mail.number}] Votre dossier est toujours à corriger ${mail.due}`,
    body: [
      `La Mission vous a demandé de corriger le dossier de candidature de «\u00a0${mail.organisationName}\u00a0» à l’appel «\u00a0${mail.callTitle}\u00a0». ${mail.begun ? begun : 'Rien n’est encore corrigé.'}`,
      `Vous pouvez corriger et déposer ${mail.dueThere}. Sans dépôt de la personne responsable du dossier, la version déjà déposée reste celle qui compte.`,
      `Une difficulté\u00a0? Écrivez à ${mail.contactEmail}.`,
    ],
    action: { label: 'Corriger mon dossier', url: mail.url },
    signature: mail.service,
  });
}

/** Tells the candidates that they have longer to correct. */
export function correctionsProlongedMail(mail: About & Due): MailContent {
  return layOut({
    audience: 'team',
    subject: `[${mail.number}] Votre délai pour corriger est prolongé`,
    body: [
      `Vous pouvez corriger le dossier de candidature de «\u00a0${mail.organisationName}\u00a0» à l’appel «\u00a0${mail.callTitle}\u00a0» ${mail.dueThere}.`,
      'Les pages à corriger et ce que la Mission en demande ne changent pas.',
    ],
    action: { label: 'Corriger mon dossier', url: mail.url },
    signature: mail.service,
  });
}

/** Tells the candidates that nothing is to be corrected any more. */
export function correctionsWithdrawnMail(mail: About & { reason: string }): MailContent {
  return layOut({
    audience: 'team',
    subject: `[${mail.number}] Votre dossier n’est plus à corriger`,
    body: [
      `La Mission retire sa demande de corrections sur le dossier de candidature de «\u00a0${mail.organisationName}\u00a0» à l’appel «\u00a0${mail.callTitle}\u00a0», pour la raison suivante\u00a0:`,
      mail.reason,
      'Vous n’avez rien à faire\u00a0: la dernière version déposée est celle qui compte. Ce que vous auriez écrit depuis reste lisible dans votre espace.',
    ],
    action: { label: 'Voir mon dossier', url: mail.url },
    signature: mail.service,
  });
}

/** Tells the candidates that their corrections have been received, with what proves it. */
export function correctionsReceiptMail(receipt: ReceiptMail): MailContent {
  return layOut({
    audience: 'team',
    subject: `[${receipt.number}] Vos corrections sont déposées`,
    body: [
      `Les corrections du dossier de candidature de «\u00a0${receipt.organisationName}\u00a0» à l’appel «\u00a0${receipt.callTitle}\u00a0» sont déposées.`,
      [
        `Numéro\u00a0: ${receipt.number}`,
        `Version\u00a0: ${receipt.version} (elle remplace la version ${receipt.version - 1})`,
        `Reçu le ${frenchInstantToTheSecond(receipt.receivedAt)}`,
        `Empreinte SHA-256 du dossier\u00a0: ${receipt.sha256}`,
      ],
      'La Mission reprend l’examen avec cette version. Elle ne se modifie plus.',
      'L’accusé de réception en PDF, scellé, est dans votre espace.',
      ...mentionParagraphs(receipt.mentions),
    ],
    action: { label: 'Voir mon dossier déposé', url: receipt.url },
    signature: receipt.service,
  });
}

/** Tells the person of the Mission who asked for corrections that they have been submitted. */
export function correctionsAnsweredMail(mail: Omit<About, 'contactEmail'> & { version: number }): MailContent {
  return layOut({
    audience: 'nobody',
    subject: `[${mail.number}] Les corrections demandées sont déposées`,
    body: [
      `«\u00a0${mail.organisationName}\u00a0» a déposé les corrections que vous aviez demandées, à l’appel «\u00a0${mail.callTitle}\u00a0».`,
      `La version ${mail.version} remplace la précédente. Vous pouvez voir ce qui a changé, puis reprendre l’examen.`,
    ],
    action: { label: 'Voir ce qui a changé', url: mail.url },
    signature: mail.service,
  });
}
