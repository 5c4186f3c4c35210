import { layOut, type MailContent } from './mail.ts';

export type CharterReadyMail = { number: string; organisationName: string; service: string; url: string; verificationUrl: string };

/** Tells the laureate that the sealed charter can be downloaded. */
export function charterReadyMail(mail: CharterReadyMail): MailContent {
  return layOut({
    audience: 'team',
    subject: `[${mail.number}] Votre charte est disponible`,
    body: [
      `La charte de «\u00a0${mail.organisationName}\u00a0» est émise. Vous pouvez la télécharger dans votre espace.`,
      `Toute personne peut en vérifier l’authenticité à cette adresse\u00a0: ${mail.verificationUrl}`,
    ],
    action: { label: 'Télécharger la charte', url: mail.url },
    signature: mail.service,
  });
}
