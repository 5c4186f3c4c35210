import { type Actor, holdsRole, type Membership, missionRoles } from './actor.ts';
import type { AssistanceState } from './assisted-deposit.ts';
import type { Call } from './call.ts';
import type { ConsensusBasis } from './consensus.ts';
import type { DossierStatus } from './dossier-status.ts';

/**
 * What a person can be towards a call or a dossier. The lead answers for the dossier and is the one who submits it. The
 * official holds the personal link of a support letter, without an account. The assistant is the administrator who enters
 * a dossier received on paper or by mail, until it is deposited. The visa of the approver is asked.
 */
export type Capacity =
  | 'anyone'
  | 'signedIn'
  | 'lead'
  | 'contributor'
  | 'approver'
  | 'official'
  | 'assistant'
  | 'formerAssistant'
  | (typeof missionRoles)[number];

/** What an act on a dossier depends on. */
export type DossierFacts = {
  status: DossierStatus;
  membership: Membership;
  /** This actor has withdrawn from judging this dossier. */
  recused: boolean;
  /** Their visa on this dossier is asked, or was given. */
  approver: boolean;
  ownReview: 'none' | 'draft' | 'delivered';
  deliveredReviews: number;
  /** What the Mission has asked to correct and nobody has answered nor withdrawn, overdue or not. */
  correction: CorrectionFacts | null;
  /** The Mission entered it for the territory; `byActor`: this very person did. */
  assistance?: { state: AssistanceState; byActor: boolean } | null;
};

/** A request for corrections: the pages concerned, and the first instant that is too late. */
export type CorrectionFacts = { id: string; sections: readonly string[]; dueAt: Date };

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
  /** How many dossiers of the call an individual authorisation still lets be submitted. */
  stillAuthorised?: number;
  /** How many things the Mission has already written about what the act would change: decisions, reviews, recusals, proposals. */
  examinations?: number;
  /** How many dossiers of a frozen proposal were taken out of the call since. */
  withdrawnSinceFrozen?: number;
  reviewsPerDossier?: number;
  /** How the finding on the criterion concerned was reached so far. */
  findingBasis?: ConsensusBasis;
  hasCharter?: boolean;
  /** People of the dossier, invited ones included. */
  teamSize?: number;
  /** The lead required a visa, and none is given for what is written now. */
  visaLacking?: boolean;
  /** Something was written between the people of the dossier and the Mission. */
  hasMessages?: boolean;
  /** The support letter was confirmed, and its document is not ready yet. */
  letterBeingSealed?: boolean;
  /** How many times this act was done on the dossier in the last hour. */
  actsLastHour?: number;
  /** Nothing is written in the draft yet but who applies. */
  emptyDraft?: boolean;
  /** The page of the form concerned. */
  section?: string;
  /** Documents kept beside the dossier. */
  keptDocuments?: number;
  /** The instant typed for a dossier received otherwise than here falls within the deposit, and not in the future. */
  receivedInTime?: boolean;
  /** The scan of what was received is attached. */
  hasOriginal?: boolean;
  /** The change asked for would leave the dossier without a lead. */
  leavesNoLead?: boolean;
  /** The request came by the personal link of the dossier’s support letter. */
  byLetterLink?: boolean;
  /** The first instant at which the support letter is too late for this dossier. */
  letterDeadline?: Date;
};

/**
 * What the actor is, here and now. Nobody judges a dossier they belong to, have entered for the territory or have
 * withdrawn from: the roles of the Mission then count for nothing on that dossier. And nobody of the
 * Mission reads a dossier because its lead asked for their visa.
 */
export function capacitiesOf({ actor, call, dossier, byLetterLink }: Situation): ReadonlySet<Capacity> {
  const capacities = new Set<Capacity>();
  capacities.add('anyone');
  if (byLetterLink) capacities.add('official');
  if (!actor) return capacities;
  capacities.add('signedIn');
  const entered = dossier?.assistance?.byActor ? dossier.assistance.state : null;
  if (entered && holdsRole(actor, 'administrator', call.id)) capacities.add(entered === 'entering' ? 'assistant' : 'formerAssistant');
  // Nor does whoever entered a dossier answer for the territory.
  if (dossier?.membership && !entered) capacities.add(dossier.membership);
  if (dossier?.approver && !missionRoles.some((role) => holdsRole(actor, role, call.id))) capacities.add('approver');
  const mayJudge = !dossier || (dossier.membership === null && !dossier.recused && !entered);
  if (mayJudge) for (const role of missionRoles) if (holdsRole(actor, role, call.id)) capacities.add(role);
  return capacities;
}
