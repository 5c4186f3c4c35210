import { frenchClosing } from '../domain/dates.ts';
import { authorisationSentence, extensionSentence, type Incident, incidentSentence, type LateAuthorisation } from '../domain/extension.ts';
import { lowerFirst } from '../domain/text.ts';
import { layOut, type MailContent } from './mail.ts';

type About = { organisationName: string; callTitle: string; service: string; contactEmail: string; url: string };

/** Tells the people of a dossier that an incident has moved the closing for everybody. */
export function extensionMail(mail: About & { incident: Incident }): MailContent {
  return layOut({
    audience: 'team',
    subject: `Le dépôt est prolongé ${frenchClosing(mail.incident.closesAt)}`,
    body: [
      `Pour l’appel «\u00a0${mail.callTitle}\u00a0»\u00a0: ${lowerFirst(extensionSentence(mail.incident))}`,
      incidentSentence(mail.incident),
      `Cette nouvelle clôture vaut pour tous les candidats. Le dossier de «\u00a0${mail.organisationName}\u00a0» peut être modifié et déposé jusque-là\u00a0; s’il est déjà déposé, vous n’avez rien à faire.`,
      `Une difficulté\u00a0? Écrivez à ${mail.contactEmail}.`,
    ],
    action: { label: 'Ouvrir mon dossier', url: mail.url },
    signature: mail.service,
  });
}

/** Tells the people of a dossier that it may be submitted after everybody’s closing, until when and why. */
export function authorisationMail(mail: About & { authorisation: LateAuthorisation }): MailContent {
  return layOut({
    audience: 'team',
    subject: `Vous pouvez déposer votre dossier ${frenchClosing(mail.authorisation.until)}`,
    body: [
      `Une autorisation vous permet de déposer le dossier de «\u00a0${mail.organisationName}\u00a0» à l’appel «\u00a0${mail.callTitle}\u00a0» après la clôture, ${frenchClosing(mail.authorisation.until)}.`,
      authorisationSentence(mail.authorisation),
      'Elle ne vaut que pour ce dossier. Les évaluateurs en liront la date et le motif. Seule compte l’heure à laquelle votre demande nous parvient\u00a0: n’attendez pas les dernières minutes.',
      `Une difficulté\u00a0? Écrivez à ${mail.contactEmail}.`,
    ],
    action: { label: 'Ouvrir mon dossier', url: mail.url },
    signature: mail.service,
  });
}
