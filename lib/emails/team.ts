import { layOut, type MailContent } from './mail.ts';

type About = { organisationName: string; callTitle: string; service: string; url: string };

/** Invites a colleague to join a dossier. The link gives no right by itself: the person signs in with this address. */
export function invitationMail(mail: About & { inviter: string; may: string }): MailContent {
  return layOut({
    audience: 'teamWithoutLinks',
    subject: `Vous êtes invité à participer au dossier de «\u00a0${mail.organisationName}\u00a0»`,
    body: [
      `${mail.inviter} vous invite à participer au dossier de candidature de «\u00a0${mail.organisationName}\u00a0» à l’appel «\u00a0${mail.callTitle}\u00a0».`,
      `Ce que vous pourrez faire\u00a0: ${mail.may}`,
      'Connectez-vous avec l’adresse à laquelle vous recevez ce courriel, puis acceptez l’invitation. Vous pouvez aussi la refuser.',
    ],
    action: { label: 'Voir l’invitation', url: mail.url },
    signature: mail.service,
  });
}

/** Tells the people who answer for a dossier that somebody asks to join it. */
export function accessRequestMail(mail: About & { asker: string; message: string }): MailContent {
  return layOut({
    audience: 'addressee',
    subject: `Une personne demande à rejoindre le dossier de «\u00a0${mail.organisationName}\u00a0»`,
    body: [
      `${mail.asker} demande à rejoindre le dossier de candidature de «\u00a0${mail.organisationName}\u00a0» à l’appel «\u00a0${mail.callTitle}\u00a0», avec ce message\u00a0:`,
      mail.message,
      'N’acceptez que si vous connaissez cette personne\u00a0: elle lira tout le dossier.',
    ],
    action: { label: 'Répondre à la demande', url: mail.url },
    signature: mail.service,
  });
}

/** Tells the person who asked to join a dossier what was answered. */
export function accessAnswerMail(mail: About & { accepted: boolean }): MailContent {
  const dossier = `au dossier de «\u00a0${mail.organisationName}\u00a0»`;
  return layOut({
    audience: 'addressee',
    subject: mail.accepted ? `Vous participez ${dossier}` : `Votre demande d’accès ${dossier} n’est pas acceptée`,
    body: mail.accepted
      ? [`Votre demande est acceptée\u00a0: vous participez ${dossier}, à l’appel «\u00a0${mail.callTitle}\u00a0».`]
      : [
          `Votre demande d’accès ${dossier} n’est pas acceptée.`,
          `Si vous pensez qu’il s’agit d’une erreur, écrivez au service chargé de l’appel (${mail.service}) en répondant à ce courriel.`,
        ],
    action: { label: mail.accepted ? 'Ouvrir le dossier' : 'Voir mes candidatures', url: mail.url },
    signature: mail.service,
  });
}
