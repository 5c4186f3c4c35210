import { layOut, type MailContent } from './mail.ts';

export type InadmissibleMail = {
  number: string;
  organisationName: string;
  callTitle: string;
  reason: string;
  remedies: readonly string[];
  author: string;
  service: string;
  contactEmail: string;
  url: string;
};

/** Tells the candidates that the dossier cannot be examined, why, and how to contest it. */
export function inadmissibleMail(mail: InadmissibleMail): MailContent {
  return layOut({
    audience: 'team',
    subject: `[${mail.number}] Votre dossier n’est pas recevable`,
    body: [
      `Le dossier de «\u00a0${mail.organisationName}\u00a0» à l’appel «\u00a0${mail.callTitle}\u00a0» a été examiné. Il n’est pas recevable, pour la raison suivante\u00a0:`,
      mail.reason,
      'Voies et délais de recours\u00a0:',
      mail.remedies,
      `Pour toute question\u00a0: ${mail.contactEmail}.`,
    ],
    action: { label: 'Voir mon dossier', url: mail.url },
    signature: `${mail.author}\n${mail.service}`,
  });
}
