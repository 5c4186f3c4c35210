/** Who reads a mail again in the dossier it is about. */
export const mailAudiences = ['team', 'teamWithoutLinks', 'addressee', 'nobody'] as const;

/**
 * Each mail says it for itself, where it is written:
 * - `team`: written for the people of the dossier, who all read it;
 * - `teamWithoutLinks`: sent to somebody else on their behalf (an invitation, a letter to sign). They read what was said,
 *   without the links, which are the addressee’s own;
 * - `addressee`: only who received it, as long as they are of the dossier;
 * - `nobody`: a code, or a mail to the Mission.
 */
export type MailAudience = (typeof mailAudiences)[number];

export const hiddenLink = '[lien réservé à la personne qui a reçu ce courriel]';

/** The text of a mail as this person of its dossier may read it there; null when it is not for them. `to`, `reader`: addresses. */
export function readableText(mail: { audience: MailAudience; to: string; text: string }, reader: string): string | null {
  switch (mail.audience) {
    case 'team':
      return mail.text;
    case 'teamWithoutLinks':
      return mail.to === reader ? mail.text : mail.text.replace(/https?:\/\/\S+/gi, hiddenLink);
    case 'addressee':
      return mail.to === reader ? mail.text : null;
    case 'nobody':
      return null;
  }
}
