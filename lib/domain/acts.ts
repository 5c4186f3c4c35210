import { type Act, afterDeposit, beforeDecision, candidate, examiners, mission, writers } from './act.ts';
import {
  beforeDueDate,
  complete,
  correctionAsked,
  enoughReviews,
  keepsALead,
  letterInTime,
  named,
  noCorrectionAwaited,
  noLetterBeingSealed,
  nothingBlocking,
  nothingWrittenYet,
  notReviewedYet,
  ownReviewFirst,
  ownReviewNotDelivered,
  pageToCorrect,
  readersDiffer,
  roomForDocument,
  roomInTeam,
  selectionOpen,
  unhurried,
  visaGiven,
} from './act-conditions.ts';
import { assistedActs } from './assisted-acts.ts';
import { callActs } from './call-acts.ts';
import type { DossierStatus } from './dossier-status.ts';
import { type Phase, phaseAt } from './phase.ts';
import type { Refusal } from './refusals.ts';
import { capacitiesOf, type Situation } from './situation.ts';
import { togetherActs } from './together-acts.ts';

/** Every act of the service: who, from which status, during which phase, to which status, on which conditions. */
export const acts = {
  createDossier: { label: 'Commencer un dossier', by: ['signedIn'], during: 'deposit', conditions: [unhurried] },
  viewDossier: { label: 'Lire son dossier', by: writers },
  editDossier: {
    label: 'Modifier le dossier',
    by: writers,
    from: ['draft', 'submitted'],
    during: 'deposit',
    anytimeFor: ['assistant'],
  },
  submitDossier: {
    label: 'Déposer le dossier',
    by: ['lead'],
    from: ['draft', 'submitted'],
    during: 'deposit',
    to: 'submitted',
    conditions: [complete, named, visaGiven],
  },
  /** After the closing, the pages the Mission named and no other, until the day it said. */
  correctSection: {
    label: 'Corriger une page à la demande de la Mission',
    by: candidate,
    from: ['submitted'],
    during: 'closed',
    conditions: [correctionAsked, beforeDueDate, pageToCorrect],
  },
  submitCorrection: {
    label: 'Déposer les corrections demandées',
    by: ['lead'],
    from: ['submitted'],
    during: 'closed',
    to: 'submitted',
    conditions: [correctionAsked, beforeDueDate, complete, named],
  },
  importDocument: {
    label: 'Faire lire un document à reprendre',
    by: writers,
    from: ['draft', 'submitted'],
    during: 'deposit',
    anytimeFor: ['assistant'],
    conditions: [unhurried, roomForDocument],
  },
  takeAnswers: {
    label: 'Reprendre les réponses d’un document',
    by: writers,
    from: ['draft', 'submitted'],
    during: 'deposit',
    anytimeFor: ['assistant'],
  },
  reuseDossier: {
    label: 'Repartir d’un dossier d’un appel passé',
    by: writers,
    from: ['draft'],
    during: 'deposit',
    anytimeFor: ['assistant'],
    conditions: [nothingWrittenYet],
  },
  /** What was never submitted can disappear whole; nothing else ever does. */
  deleteDraft: { label: 'Supprimer un brouillon', by: ['lead', 'assistant'], from: ['draft'] },
  /** Possible until the decision; it can be taken back until the closing only. */
  withdrawDossier: { label: 'Retirer un dossier déposé', by: ['lead'], from: beforeDecision, to: 'withdrawn' },
  cancelWithdrawal: { label: 'Annuler un retrait', by: ['lead'], from: ['withdrawn'], during: 'deposit', to: 'submitted' },

  inviteMember: { label: 'Inviter un collègue dans le dossier', by: ['lead'], conditions: [unhurried, roomInTeam] },
  changeMember: { label: 'Changer le rôle d’un collègue, ou le retirer', by: ['lead'], conditions: [keepsALead] },
  leaveDossier: { label: 'Quitter le dossier', by: candidate, conditions: [keepsALead] },
  answerAccessRequest: { label: 'Répondre à une demande d’accès', by: ['lead', 'administrator'] },

  ...togetherActs,

  requestLetter: {
    label: 'Demander la lettre de l’élu, la relancer',
    by: candidate,
    from: ['draft', 'submitted'],
    conditions: [letterInTime],
  },
  answerLetter: { label: 'Amender la lettre, la refuser', by: ['official'], from: ['draft', 'submitted'], conditions: [letterInTime] },
  confirmLetter: { label: 'Confirmer la lettre', by: ['official'], from: ['draft', 'submitted'], conditions: [letterInTime] },
  attachLateLetter: {
    label: 'Joindre la lettre après le dépôt',
    by: candidate,
    from: ['submitted'],
    during: 'closed',
    conditions: [letterInTime, named],
  },

  examineDossier: { label: 'Lire un dossier déposé', by: mission, from: afterDeposit, during: 'closed' },
  decideEligibility: { label: 'Décider de l’éligibilité', by: examiners, from: ['submitted'], during: 'closed' },
  setCategory: {
    label: 'Fixer la catégorie',
    by: examiners,
    from: beforeDecision,
    during: 'closed',
    conditions: [notReviewedYet, selectionOpen],
  },
  declareAdmissible: {
    label: 'Déclarer recevable',
    by: examiners,
    from: ['submitted'],
    during: 'closed',
    to: 'admissible',
    conditions: [noCorrectionAwaited, selectionOpen, nothingBlocking],
  },
  declareInadmissible: {
    label: 'Déclarer irrecevable',
    by: examiners,
    from: ['submitted'],
    during: 'closed',
    to: 'inadmissible',
    conditions: [noCorrectionAwaited, noLetterBeingSealed],
  },
  /** Before « recevable » only: what readers judge never changes under their eyes. */
  askCorrections: {
    label: 'Demander des corrections',
    by: examiners,
    from: ['submitted'],
    during: 'closed',
    conditions: [noCorrectionAwaited],
  },
  prolongCorrections: {
    label: 'Prolonger le délai des corrections',
    by: examiners,
    from: ['submitted'],
    during: 'closed',
    conditions: [correctionAsked],
  },
  withdrawCorrections: {
    label: 'Retirer une demande de corrections',
    by: examiners,
    from: ['submitted'],
    during: 'closed',
    conditions: [correctionAsked, beforeDueDate],
  },
  recuse: { label: 'Se déporter', by: mission, from: beforeDecision, during: 'closed' },

  writeReview: {
    label: 'Évaluer',
    by: ['reviewer'],
    from: ['admissible'],
    during: 'closed',
    conditions: [ownReviewNotDelivered, selectionOpen],
  },
  deliverReview: {
    label: 'Rendre son évaluation',
    by: ['reviewer'],
    from: ['admissible'],
    during: 'closed',
    conditions: [ownReviewNotDelivered, selectionOpen, complete],
  },
  readReviews: { label: 'Lire les évaluations rendues', by: mission, from: afterDeposit, during: 'closed', conditions: [ownReviewFirst] },
  settleFinding: {
    label: 'Départager un critère',
    by: ['chair'],
    from: ['admissible'],
    during: 'closed',
    conditions: [selectionOpen, enoughReviews, readersDiffer],
  },

  ...assistedActs,
  ...callActs,
} as const satisfies Record<string, Act>;

export type ActName = keyof typeof acts;

/**
 * Why this person may not do this now; null when they may. Someone who has no capacity for the act is told « not
 * found », exactly as if the thing did not exist.
 */
export function obstacle(name: ActName, situation: Situation): Refusal | null {
  const act: Act = acts[name];
  const capacities = capacitiesOf(situation);
  if (!act.by.some((capacity) => capacities.has(capacity))) return 'notFound';
  if (act.from && (!situation.dossier || !act.from.includes(situation.dossier.status))) return 'wrongStatus';
  if (act.during && !act.anytimeFor?.some((capacity) => capacities.has(capacity))) {
    const phase = phaseAt(situation.call, situation.now);
    if (phase !== act.during) return outOfPhase[act.during][phase];
  }
  return act.conditions?.find(([, holds]) => !holds(situation))?.[0] ?? null;
}

/** The status an act leads to, when it changes it. */
export function statusAfter(name: ActName): DossierStatus | null {
  const act: Act = acts[name];
  return act.to ?? null;
}

const outOfPhase: Record<Phase, Record<Phase, Refusal>> = {
  beforeOpening: { beforeOpening: 'wrongPhase', deposit: 'wrongPhase', closed: 'wrongPhase' },
  deposit: { beforeOpening: 'notOpenYet', deposit: 'wrongPhase', closed: 'depositClosed' },
  closed: { beforeOpening: 'depositStillOpen', deposit: 'depositStillOpen', closed: 'wrongPhase' },
};
