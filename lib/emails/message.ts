import { layOut, type MailContent } from './mail.ts';

type MessageMail = { organisationName: string; callTitle: string; author: string; message: string; url: string; service: string };

/** Brings the Mission a message of a candidate: of the dossier it says nothing but the structure’s name. */
export function candidateMessageMail(mail: MessageMail): MailContent {
  return layOut({
    audience: 'nobody',
    subject: `Message de «\u00a0${mail.organisationName}\u00a0»`,
    body: [`${mail.author} écrit à la Mission au sujet de l’appel «\u00a0${mail.callTitle}\u00a0»\u00a0:`, mail.message],
    action: { label: 'Répondre', url: mail.url },
    signature: 'Répondez dans l’application\u00a0: les personnes du dossier en seront averties par courriel.',
  });
}

/** Brings the people of a dossier a message of the Mission. */
export function missionMessageMail(mail: MessageMail): MailContent {
  return layOut({
    audience: 'team',
    subject: `La Mission vous écrit au sujet du dossier de «\u00a0${mail.organisationName}\u00a0»`,
    body: [
      `Un message vous attend dans votre dossier de candidature à l’appel «\u00a0${mail.callTitle}\u00a0». ${mail.author} vous écrit\u00a0:`,
      mail.message,
    ],
    action: { label: 'Lire et répondre', url: mail.url },
    signature: mail.service,
  });
}
