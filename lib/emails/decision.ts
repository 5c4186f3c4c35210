import type { Outcome } from '../domain/dossier-status.ts';
import { layOut, type MailContent } from './mail.ts';

export type DecisionMail = {
  number: string;
  organisationName: string;
  callTitle: string;
  labelName: string;
  outcome: Outcome;
  /** One line per criterion: its label and the common finding. */
  findings: readonly string[];
  /** What the call asks, in one sentence. */
  requirement: string;
  /** What else decided of the place: the rank, or the reason of the committee. */
  reasons: readonly string[];
  remedies: readonly string[];
  author: string;
  service: string;
  contactEmail: string;
  url: string;
};

/** Tells the candidates the decision on their dossier, its reasons criterion by criterion, and how to contest it. */
export function decisionMail(mail: DecisionMail): MailContent {
  const { subject, opening } = words[mail.outcome](mail);
  const remedies = mail.outcome === 'laureate' ? [] : ['Voies et délais de recours\u00a0:', mail.remedies];
  return layOut({
    audience: 'team',
    subject: `[${mail.number}] ${subject}`,
    body: [opening, mail.requirement, mail.findings, ...mail.reasons, ...remedies, `Pour toute question\u00a0: ${mail.contactEmail}.`],
    action: { label: 'Lire la décision', url: mail.url },
    signature: `${mail.author}\n${mail.service}`,
  });
}

const words: Record<Outcome, (mail: DecisionMail) => { subject: string; opening: string }> = {
  laureate: ({ organisationName, labelName, callTitle }) => ({
    subject: 'Votre territoire est lauréat',
    opening: `«\u00a0${organisationName}\u00a0» est lauréat de l’appel «\u00a0${callTitle}\u00a0» et reçoit le label «\u00a0${labelName}\u00a0». La charte vous sera proposée à la signature.`,
  }),
  reserve: ({ organisationName, callTitle }) => ({
    subject: 'Votre dossier est sur la liste complémentaire',
    opening: `Le dossier de «\u00a0${organisationName}\u00a0» à l’appel «\u00a0${callTitle}\u00a0» remplit les critères demandés, mais n’est pas parmi les lauréats. Il figure sur la liste complémentaire\u00a0: si une place se libère, la Mission vous écrira.`,
  }),
  notSelected: ({ organisationName, callTitle }) => ({
    subject: 'Votre dossier n’est pas retenu',
    opening: `Le dossier de «\u00a0${organisationName}\u00a0» à l’appel «\u00a0${callTitle}\u00a0» n’est pas retenu.`,
  }),
};
