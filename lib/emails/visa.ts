import type { VisaAnswer } from '../domain/visa.ts';
import { layOut, type MailContent } from './mail.ts';

type About = { organisationName: string; callTitle: string; service: string; url: string };

/** Asks a superior for their visa. The link gives no right by itself: the person signs in with this address. */
export function visaRequestMail(mail: About & { asker: string; closing: string }): MailContent {
  return layOut({
    audience: 'teamWithoutLinks',
    subject: `Votre visa est demandé sur le dossier de «\u00a0${mail.organisationName}\u00a0»`,
    body: [
      `${mail.asker} vous demande votre visa sur le dossier de candidature de «\u00a0${mail.organisationName}\u00a0» à l’appel «\u00a0${mail.callTitle}\u00a0».`,
      `Connectez-vous avec l’adresse à laquelle vous recevez ce courriel\u00a0: vous lirez le dossier, puis vous donnerez ou refuserez votre visa. Vous n’y modifiez rien. Le dépôt est possible ${mail.closing}.`,
      'Si vous ne connaissez pas ce dossier, ne faites rien.',
    ],
    action: { label: 'Lire le dossier et répondre', url: mail.url },
    signature: mail.service,
  });
}

/** Tells the people who answer for a dossier that the visa is given or refused. */
export function visaAnswerMail(mail: About & { by: string; answer: VisaAnswer; comment: string }): MailContent {
  const word = mail.answer === 'given' ? 'donné' : 'refusé';
  return layOut({
    audience: 'team',
    subject: `Visa ${word} sur le dossier de «\u00a0${mail.organisationName}\u00a0»`,
    body: [
      `${mail.by} a ${word} son visa sur le dossier de candidature de «\u00a0${mail.organisationName}\u00a0» à l’appel «\u00a0${mail.callTitle}\u00a0».`,
      ...(mail.comment ? ['Son commentaire\u00a0:', mail.comment] : []),
    ],
    action: { label: 'Ouvrir le dossier', url: mail.url },
    signature: mail.service,
  });
}
