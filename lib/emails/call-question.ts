import { layOut, type MailContent } from './mail.ts';

/** Tells whoever asked that the answer is published, for all. */
export function questionAnsweredMail(mail: {
  callTitle: string;
  question: string;
  answer: string;
  service: string;
  url: string;
}): MailContent {
  return layOut({
    audience: 'nobody',
    subject: `Votre question sur «\u00a0${mail.callTitle}\u00a0» a sa réponse`,
    body: [
      `Vous avez posé une question sur l’appel «\u00a0${mail.callTitle}\u00a0». La Mission y répond, pour tous les candidats. La question a pu être reformulée\u00a0:`,
      mail.question,
      'Réponse\u00a0:',
      mail.answer,
      'Votre adresse ne servait qu’à ce courriel\u00a0: elle est effacée.',
    ],
    action: { label: 'Lire la question et sa réponse', url: mail.url },
    signature: mail.service,
  });
}

/** Tells whoever asked that the question will not be published, and why. */
export function questionDismissedMail(mail: {
  callTitle: string;
  asked: string;
  reason: string;
  service: string;
  url: string;
}): MailContent {
  return layOut({
    audience: 'nobody',
    subject: `Votre question sur «\u00a0${mail.callTitle}\u00a0» n’est pas publiée`,
    body: [
      `Vous avez posé une question sur l’appel «\u00a0${mail.callTitle}\u00a0»\u00a0:`,
      mail.asked,
      'La Mission ne la publie pas, pour cette raison\u00a0:',
      mail.reason,
      'Votre adresse ne servait qu’à ce courriel\u00a0: elle est effacée.',
    ],
    action: { label: 'Lire les questions et les réponses', url: mail.url },
    signature: mail.service,
  });
}
