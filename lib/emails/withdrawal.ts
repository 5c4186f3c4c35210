import { layOut, type MailContent } from './mail.ts';

type About = { number: string; organisationName: string; callTitle: string; service: string; contactEmail: string; url: string };

/** Tells the people of a dossier that one of them has withdrawn it, why, and whether that can still be taken back. */
export function withdrawnMail(mail: About & { by: string; reason: string; until: string | null }): MailContent {
  return layOut({
    audience: 'team',
    subject: `[${mail.number}] Votre dossier est retiré`,
    body: [
      `${mail.by} a retiré le dossier de «\u00a0${mail.organisationName}\u00a0» de l’appel «\u00a0${mail.callTitle}\u00a0», avec cette raison\u00a0:`,
      mail.reason,
      mail.until
        ? `Une personne responsable du dossier peut annuler ce retrait ${mail.until}. Après la clôture, il sera définitif.`
        : 'Le dépôt est clos\u00a0: ce retrait est définitif. La Mission n’examinera pas ce dossier.',
      `Vous n’êtes pas d’accord avec ce retrait\u00a0? Écrivez à ${mail.contactEmail}.`,
    ],
    action: { label: 'Ouvrir le dossier', url: mail.url },
    signature: mail.service,
  });
}

/** Tells the people of a dossier that its withdrawal is cancelled: the version they submitted counts again. */
export function withdrawalCancelledMail(mail: About & { by: string; version: number }): MailContent {
  return layOut({
    audience: 'team',
    subject: `[${mail.number}] Votre dossier est de nouveau déposé`,
    body: [
      `${mail.by} a annulé le retrait du dossier de «\u00a0${mail.organisationName}\u00a0» de l’appel «\u00a0${mail.callTitle}\u00a0».`,
      `La version ${mail.version}, déposée avant le retrait, compte de nouveau\u00a0: vous n’avez rien d’autre à faire.`,
    ],
    action: { label: 'Ouvrir le dossier', url: mail.url },
    signature: mail.service,
  });
}
