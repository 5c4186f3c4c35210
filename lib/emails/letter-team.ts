import { frenchInstantToTheSecond } from '../domain/dates.ts';
import { layOut, type MailContent } from './mail.ts';
import { mentionParagraphs, type ReceiptMail } from './submission-receipt.ts';

/** What every mail to the people of a dossier says about its support letter. */
export type TeamLetterMail = {
  officialName: string;
  organisationName: string;
  callTitle: string;
  /** Until when a letter can still join the dossier, in words. */
  until: string;
  url: string;
  service: string;
};

/** The letter is confirmed. `followsSubmission`: it completes a dossier already submitted, without anything left to do. */
export function letterArrivedMail(mail: TeamLetterMail & { confirmed: string; followsSubmission: boolean }): MailContent {
  return layOut({
    audience: 'team',
    subject: `La lettre de soutien de « ${mail.organisationName} » est confirmée`,
    body: [
      `${mail.officialName} a confirmé la lettre de soutien à votre candidature à l’appel « ${mail.callTitle} », le ${mail.confirmed}.`,
      mail.followsSubmission
        ? 'Elle est scellée, puis jointe d’elle-même à votre dossier déposé. Vous n’avez rien à faire : un nouvel accusé de réception vous parviendra.'
        : 'Elle est scellée, puis jointe à votre dossier. Le dossier lui-même reste à déposer.',
    ],
    action: { label: 'Voir la lettre', url: mail.url },
    signature: mail.service,
  });
}

/** The official declines, with their reason. */
export function letterRefusedMail(mail: TeamLetterMail & { reason: string }): MailContent {
  return layOut({
    audience: 'team',
    subject: `La lettre de soutien de « ${mail.organisationName} » est refusée`,
    body: [
      `${mail.officialName} ne souhaite pas signer la lettre de soutien à votre candidature à l’appel « ${mail.callTitle} », avec cette raison\u00a0:`,
      mail.reason,
      `Vous pouvez vous adresser à une autre personne élue de votre territoire, ${mail.until}.`,
    ],
    action: { label: 'Demander la lettre à une autre personne', url: mail.url },
    signature: mail.service,
  });
}

/** Whoever received the link says somebody else signs. Nothing was sent to that person: the team decides. */
export function otherSignerMail(mail: TeamLetterMail & { proposedName: string; proposedEmail: string }): MailContent {
  return layOut({
    audience: 'team',
    subject: `Une autre personne signerait la lettre de soutien de « ${mail.organisationName} »`,
    body: [
      `La demande adressée à ${mail.officialName} a reçu cette réponse : la lettre serait signée par ${mail.proposedName} (${mail.proposedEmail}).`,
      'Le premier lien ne sert plus. Rien n’est parti à cette autre personne : vérifiez qu’elle est bien élue de votre territoire et que l’adresse est la sienne, puis envoyez-lui la demande.',
      `La lettre est attendue ${mail.until}.`,
    ],
    action: { label: 'Envoyer la demande à cette personne', url: mail.url },
    signature: mail.service,
  });
}

/** The official's mail server refuses the address. */
export function letterAddressMail(mail: TeamLetterMail & { officialEmail: string }): MailContent {
  return layOut({
    audience: 'team',
    subject: `La lettre de soutien de « ${mail.organisationName} »\u00a0: adresse à corriger`,
    body: [
      `Le courriel envoyé à ${mail.officialName} n’est pas arrivé : l’adresse ${mail.officialEmail} est refusée par son serveur.`,
      `Vérifiez-la auprès de son secrétariat, puis renvoyez la demande, ${mail.until}.`,
    ],
    action: { label: 'Corriger l’adresse', url: mail.url },
    signature: mail.service,
  });
}

/** Nothing has come: the team is told in time to ask by other means. */
export function letterAwaitedMail(mail: TeamLetterMail & { sent: string }): MailContent {
  return layOut({
    audience: 'team',
    subject: `La lettre de soutien de « ${mail.organisationName} » n’est pas encore arrivée`,
    body: [
      `${mail.officialName} n’a pas encore confirmé la lettre de soutien demandée le ${mail.sent}. Un rappel vient de lui être envoyé.`,
      `Elle est attendue ${mail.until}. Un appel à son secrétariat aide souvent ; vous pouvez aussi imprimer la lettre, la faire signer à la main et joindre sa numérisation.`,
    ],
    action: { label: 'Voir où en est la lettre', url: mail.url },
    signature: mail.service,
  });
}

/** Acknowledges a version that the letter alone made: the law's mentions are those of every receipt. */
export function letterJoinedMail(receipt: ReceiptMail & { completed: number }): MailContent {
  return layOut({
    audience: 'team',
    subject: `[${receipt.number}] Votre dossier est complété par la lettre de soutien`,
    body: [
      `La lettre de soutien a rejoint le dossier de candidature de « ${receipt.organisationName} » à l’appel « ${receipt.callTitle} ». Le reste est celui de la version ${receipt.completed}, sans changement : vous n’avez rien à faire.`,
      [
        `Numéro : ${receipt.number}`,
        `Version\u00a0: ${receipt.version}`,
        `Lettre reçue le ${frenchInstantToTheSecond(receipt.receivedAt)}`,
        `Empreinte SHA-256 du dossier\u00a0: ${receipt.sha256}`,
      ],
      'L’accusé de réception en PDF, scellé, est dans votre espace.',
      ...mentionParagraphs(receipt.mentions),
    ],
    action: { label: 'Voir mon dossier déposé', url: receipt.url },
    signature: receipt.service,
  });
}
