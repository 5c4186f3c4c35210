import { type Actor, holdsRole, type Membership, missionRoles } from './actor.ts';
import type { Call } from './call.ts';
import type { ConsensusBasis } from './consensus.ts';
import type { DossierStatus } from './dossier-status.ts';
import { type Phase, phaseAt } from './phase.ts';
import type { Refusal } from './refusals.ts';
import { maxTeam } from './team.ts';

/** What a person can be towards a call or a dossier. The lead answers for the dossier and is the one who submits it. */
export type Capacity = 'signedIn' | 'lead' | 'contributor' | (typeof missionRoles)[number];

/** What an act on a dossier depends on. */
export type DossierFacts = {
  status: DossierStatus;
  membership: Membership;
  /** This actor has withdrawn from judging this dossier. */
  recused: boolean;
  ownReview: 'none' | 'draft' | 'delivered';
  deliveredReviews: number;
};

/** What an act on a category's selection depends on. */
export type SelectionFacts = { status: 'open' | 'frozen' | 'released'; frozenById: string | null; actorRecusedInCategory: boolean };

/** Everything an act is judged on. Facts that do not concern the act may be absent; a rule that needs them then refuses. */
export type Situation = {
  actor: Actor | null;
  now: Date;
  call: Pick<Call, 'id' | 'opensAt' | 'closesAt'> & { fictitious: boolean };
  dossier?: DossierFacts;
  selection?: SelectionFacts;
  /** How many things still prevent the act: missing answers, open points, dossiers not ready. */
  problems?: number;
  /** How many submitted dossiers could still join the category and are not examined yet. */
  unexamined?: number;
  reviewsPerDossier?: number;
  /** How the finding on the criterion concerned was reached so far. */
  findingBasis?: ConsensusBasis;
  hasCharter?: boolean;
  /** People of the dossier, invited ones included. */
  teamSize?: number;
  /** The change asked for would leave the dossier without a lead. */
  leavesNoLead?: boolean;
};

type Condition = readonly [refusal: Refusal, holds: (situation: Situation) => boolean];
type Act = {
  /** In French, for the published matrix and the journal. */
  label: string;
  by: readonly Capacity[];
  from?: readonly DossierStatus[];
  during?: Phase;
  to?: DossierStatus;
  conditions?: readonly Condition[];
};

const candidate: Capacity[] = ['lead', 'contributor'];
const examiners: Capacity[] = ['reviewer', 'administrator'];
const mission: Capacity[] = ['reviewer', 'committee', 'chair', 'administrator'];
const afterDeposit: DossierStatus[] = ['submitted', 'admissible', 'inadmissible', 'laureate', 'reserve', 'notSelected'];
const beforeDecision: DossierStatus[] = ['submitted', 'admissible'];

const complete: Condition = ['incomplete', (s) => s.problems === 0];
/** The receipt names who submitted. */
const named: Condition = ['nameMissing', (s) => (s.actor?.name ?? '').trim() !== ''];
const nothingBlocking: Condition = ['blockingPoints', (s) => s.problems === 0];
/** A dossier admitted after the choice was frozen would never get a decision. */
const everyDossierExamined: Condition = ['dossiersNotExamined', (s) => s.unexamined === 0];
const everyDossierReady: Condition = ['dossiersNotReady', (s) => s.problems === 0];
const notReviewedYet: Condition = ['alreadyReviewed', (s) => s.dossier?.deliveredReviews === 0];
const ownReviewNotDelivered: Condition = ['reviewDelivered', (s) => s.dossier?.ownReview !== 'delivered'];
/** Independence: who may still give a review sees nobody else's before having delivered their own. */
const ownReviewFirst: Condition = [
  'deliverFirst',
  (s) => s.dossier?.status !== 'admissible' || !capacitiesOf(s).has('reviewer') || s.dossier.ownReview === 'delivered',
];
const enoughReviews: Condition = [
  'reviewsMissing',
  (s) => (s.dossier?.deliveredReviews ?? 0) >= (s.reviewsPerDossier ?? Number.POSITIVE_INFINITY),
];
/** The chair records what a discussion settled; nobody alone overrules readers who agree. */
const readersDiffer: Condition = ['readersAgree', (s) => s.findingBasis === 'disagreement' || s.findingBasis === 'settled'];
const roomInTeam: Condition = ['teamFull', (s) => (s.teamSize ?? maxTeam) < maxTeam];
const keepsALead: Condition = ['lastLead', (s) => s.leavesNoLead === false];
const selectionOpen: Condition = ['selectionFrozen', (s) => s.selection?.status === 'open'];
const selectionFrozen: Condition = ['selectionNotFrozen', (s) => s.selection?.status === 'frozen'];
const judgesEveryDossier: Condition = ['recusedInCategory', (s) => s.selection?.actorRecusedInCategory === false];
/** Two persons: who proposed the selection does not release it. */
const anotherPerson: Condition = ['samePerson', (s) => s.selection?.frozenById !== s.actor?.userId];
const onlyInvented: Condition = ['realCall', (s) => s.call.fictitious];
const noCharterYet: Condition = ['charterExists', (s) => s.hasCharter === false];

/** Every act of the service: who, from which status, during which phase, to which status, on which conditions. */
export const acts = {
  createDossier: { label: 'Commencer un dossier', by: ['signedIn'], during: 'deposit' },
  viewDossier: { label: 'Lire son dossier', by: candidate },
  editDossier: { label: 'Modifier le dossier', by: candidate, from: ['draft', 'submitted'], during: 'deposit' },
  submitDossier: {
    label: 'Déposer le dossier',
    by: ['lead'],
    from: ['draft', 'submitted'],
    during: 'deposit',
    to: 'submitted',
    conditions: [complete, named],
  },
  /** What was never submitted can disappear whole; nothing else ever does. */
  deleteDraft: { label: 'Supprimer un brouillon', by: ['lead'], from: ['draft'] },

  inviteMember: { label: 'Inviter un collègue dans le dossier', by: ['lead'], conditions: [roomInTeam] },
  changeMember: { label: 'Changer le rôle d’un collègue, ou le retirer', by: ['lead'], conditions: [keepsALead] },
  leaveDossier: { label: 'Quitter le dossier', by: candidate, conditions: [keepsALead] },
  answerAccessRequest: { label: 'Répondre à une demande d’accès', by: ['lead', 'administrator'] },

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
    conditions: [selectionOpen, nothingBlocking],
  },
  declareInadmissible: { label: 'Déclarer irrecevable', by: examiners, from: ['submitted'], during: 'closed', to: 'inadmissible' },
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

  viewSelection: { label: 'Voir le tableau de sélection', by: ['committee', 'chair', 'administrator'], during: 'closed' },
  moveDossier: {
    label: 'Déplacer un dossier du tableau',
    by: ['committee', 'chair'],
    from: ['admissible'],
    during: 'closed',
    conditions: [selectionOpen],
  },
  freezeSelection: {
    label: 'Figer la proposition',
    by: ['chair'],
    during: 'closed',
    conditions: [selectionOpen, judgesEveryDossier, everyDossierExamined, everyDossierReady],
  },
  reopenSelection: { label: 'Rouvrir la proposition', by: ['chair', 'administrator'], during: 'closed', conditions: [selectionFrozen] },
  releaseSelection: {
    label: 'Publier les décisions',
    by: ['chair', 'administrator'],
    during: 'closed',
    conditions: [selectionFrozen, anotherPerson, judgesEveryDossier],
  },

  issueCharter: { label: 'Émettre la charte', by: ['administrator'], from: ['laureate'], during: 'closed', conditions: [noCharterYet] },
  administer: { label: 'Gérer l’appel et les rôles', by: ['administrator'] },
  closeDeposit: { label: 'Avancer la clôture (appel d’essai)', by: ['administrator'], during: 'deposit', conditions: [onlyInvented] },
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
  if (act.during) {
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

/**
 * What the actor is, here and now. Nobody judges a dossier they belong to, nor one they have withdrawn from: the roles
 * of the Mission then count for nothing on that dossier.
 */
export function capacitiesOf({ actor, call, dossier }: Situation): ReadonlySet<Capacity> {
  const capacities = new Set<Capacity>();
  if (!actor) return capacities;
  capacities.add('signedIn');
  if (dossier?.membership) capacities.add(dossier.membership);
  const mayJudge = !dossier || (dossier.membership === null && !dossier.recused);
  if (mayJudge) for (const role of missionRoles) if (holdsRole(actor, role, call.id)) capacities.add(role);
  return capacities;
}

const outOfPhase: Record<Phase, Record<Phase, Refusal>> = {
  beforeOpening: { beforeOpening: 'wrongPhase', deposit: 'wrongPhase', closed: 'wrongPhase' },
  deposit: { beforeOpening: 'notOpenYet', deposit: 'wrongPhase', closed: 'depositClosed' },
  closed: { beforeOpening: 'depositStillOpen', deposit: 'depositStillOpen', closed: 'wrongPhase' },
};
