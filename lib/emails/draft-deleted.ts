import { layOut, type MailContent } from './mail.ts';

export type DraftDeletedMail = {
  organisationName: string;
  callTitle: string;
  /** Who deleted it. */
  by: string;
  service: string;
  contactEmail: string;
  url: string;
};

/** Tells the others of a dossier that its draft is deleted, so that nobody looks for it in vain. */
export function draftDeletedMail(mail: DraftDeletedMail): MailContent {
  return layOut({
    audience: 'team',
    subject: `Le brouillon de «\u00a0${mail.organisationName}\u00a0» est supprimé`,
    body: [
      `${mail.by} a supprimé le brouillon du dossier de «\u00a0${mail.organisationName}\u00a0» à l’appel «\u00a0${mail.callTitle}\u00a0». Il n’avait jamais été déposé.`,
      'Ses textes et ses documents sont effacés pour tout le monde. Si une lettre avait été demandée à un élu, son lien ne sert plus.',
      `Ce n’était pas voulu\u00a0? Un nouveau dossier peut être commencé tant que le dépôt est ouvert. Pour toute question\u00a0: ${mail.contactEmail}.`,
    ],
    action: { label: 'Ouvrir mes dossiers', url: mail.url },
    signature: mail.service,
  });
}
