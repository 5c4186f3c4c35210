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
    subject: `Une page du dossier de «\u00a0${mail.organisationName}\u00a0» vous est confiée`,
    body: [
      `${mail.by} vous confie la page «\u00a0${mail.sectionTitle}\u00a0» du dossier de candidature de «\u00a0${mail.organisationName}\u00a0» à l’appel «\u00a0${mail.callTitle}\u00a0».`,
      'Quand vous aurez fini de l’écrire, marquez-la comme terminée au bas de la page\u00a0: vos collègues le verront.',
    ],
    action: { label: 'Ouvrir la page', url: mail.url },
    signature: mail.service,
  });
}
