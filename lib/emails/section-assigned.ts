import { layOut, type MailContent } from './mail.ts';

type SectionAssignedMail = {
  organisationName: string;
  callTitle: string;
  service: string;
  sectionTitle: string;
  by: string;
  url: string;
};

/** Tells a member of a dossier that a page of the form is given to them. */
export function sectionAssignedMail(mail: SectionAssignedMail): MailContent {
  return layOut({
    audience: 'team',
    subject: `Une page du dossier de « ${mail.organisationName} » vous est confiée`,
    body: [
      `${mail.by} vous confie la page « ${mail.sectionTitle} » du dossier de candidature de « ${mail.organisationName} » à l’appel « ${mail.callTitle} ».`,
      'Quand vous aurez fini de l’écrire, marquez-la comme terminée au bas de la page : vos collègues le verront.',
    ],
    action: { label: 'Ouvrir la page', url: mail.url },
    signature: mail.service,
  });
}
