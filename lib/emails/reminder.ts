import { layOut, type MailContent } from './mail.ts';

export type ReminderMail = {
  organisationName: string;
  callTitle: string;
  /** When the deposit closes, in words. */
  closing: string;
  /** The same in the territory's own hour, when it is not that of Paris: « soit le … à Papeete ». */
  localClosing: string | null;
  /** Number of the version already submitted; 0 when nothing is. */
  submittedVersion: number;
  url: string;
  service: string;
  contactEmail: string;
};

/** Reminds the people of a dossier that something is not submitted yet, and until when it can be. */
export function reminderMail(mail: ReminderMail): MailContent {
  const { organisationName, callTitle, closing, submittedVersion, contactEmail } = mail;
  const situation =
    submittedVersion === 0
      ? `Le dossier de candidature de «\u00a0${organisationName}\u00a0» à l’appel «\u00a0${callTitle}\u00a0» n’est pas encore déposé.`
      : `Le dossier de «\u00a0${organisationName}\u00a0» à l’appel «\u00a0${callTitle}\u00a0» a été modifié depuis son dépôt. La version ${submittedVersion} reste celle qui compte tant que vous ne déposez pas à nouveau.`;
  return layOut({
    audience: 'team',
    subject:
      submittedVersion === 0
        ? `Votre dossier n’est pas encore déposé\u00a0: dépôt ${closing}`
        : `Des modifications ne sont pas déposées\u00a0: dépôt ${closing}`,
    body: [
      situation,
      `Le dépôt est possible ${closing}${mail.localClosing ? ` (${mail.localClosing})` : ''}. Seule compte l’heure à laquelle votre demande nous parvient\u00a0: n’attendez pas les dernières minutes.`,
      `Une difficulté\u00a0? Écrivez à ${contactEmail}.`,
    ],
    action: { label: 'Ouvrir mon dossier', url: mail.url },
    signature: mail.service,
  });
}
