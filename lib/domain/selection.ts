import type { Category, RankingStep } from './call.ts';
import type { Gate } from './consensus.ts';
import type { DossierStatus, Outcome } from './dossier-status.ts';
import { plural } from './text.ts';

/** What the order of a category is computed from, for one admissible dossier. */
export type RankedCandidate = {
  dossierId: string;
  gate: Gate;
  /** Delivered reviews; below the call's number the dossier cannot be placed. */
  reviews: number;
  /** Mean of the appreciations given, or null. Secondary: it only separates dossiers with as many criteria met. */
  meanAppreciation: number | null;
  /** Position in the draw, in hexadecimal: see `lotSeedText`. */
  lot: string;
};

/** A place given by a person against the computed one. */
export type Move = { dossierId: string; place: Outcome };
/** A move with what must stay known of it: why, by whom and when (ISO instant). */
export type ReasonedMove = Move & { reason: string; by: string; at: string };
export type Placement = { dossierId: string; place: Outcome /** From 1, within the place. */; rank: number; moved: boolean };

/** Which step of the stated order separated a dossier from the next one. */
export type Separation = RankingStep | 'none';

/**
 * The stated order of a category: each step in turn, the first that separates two dossiers decides. The call gives no
 * score (3.2): the steps are those its definition states in advance, and they are printed beside the board.
 */
export function rank(candidates: readonly RankedCandidate[], steps: readonly RankingStep[]): RankedCandidate[] {
  return [...candidates].sort((a, b) => {
    const step = separatingStep(a, b, steps);
    return step === 'none' ? (a.dossierId < b.dossierId ? -1 : 1) : compareBy[step](a, b);
  });
}

/** The step that puts one of two dossiers before the other; « none » when nothing does. */
export function separatingStep(a: RankedCandidate, b: RankedCandidate, steps: readonly RankingStep[]): Separation {
  return steps.find((step) => compareBy[step](a, b) !== 0) ?? 'none';
}

/**
 * Fills the seats of a category from its order. A dossier that does not pass the gate has no seat and no place in
 * reserve; a dossier moved by a person keeps the place it was given, and the others follow the order around it.
 */
export function place(category: Category, ordered: readonly RankedCandidate[], moves: readonly Move[]): Placement[] {
  const asked = new Map(moves.map((move) => [move.dossierId, move.place]));
  // A criterion settled after the move may have closed the gate: no hand opens it.
  const movedTo = (c: RankedCandidate) => (c.gate.passes || asked.get(c.dossierId) === 'notSelected' ? asked.get(c.dossierId) : undefined);
  const keptSeats = ordered.filter((c) => movedTo(c) === 'laureate').length;
  let seatsLeft = category.seats - keptSeats;
  const counts: Record<Outcome, number> = { laureate: 0, reserve: 0, notSelected: 0 };
  return ordered.map((candidate) => {
    const moved = movedTo(candidate);
    const computed: Outcome = !candidate.gate.passes ? 'notSelected' : seatsLeft > 0 ? 'laureate' : 'reserve';
    if (!moved && computed === 'laureate') seatsLeft -= 1;
    const outcome = moved ?? computed;
    counts[outcome] += 1;
    return { dossierId: candidate.dossierId, place: outcome, rank: counts[outcome], moved: moved !== undefined };
  });
}

/** The dossiers between which the cut falls though the first steps leave them equal, and the step that separated them. */
export type TieAtCut = { step: RankingStep; dossierIds: string[] };

/**
 * The tie that the cut goes through, if any: the last dossier the order seats and the first it leaves in reserve are
 * equal on the first steps, and so are all those equal with them. A dossier moved by a person owes its place to that
 * person, not to the order.
 */
export function tieAtCut(
  ordered: readonly RankedCandidate[],
  placements: readonly Placement[],
  steps: readonly RankingStep[],
): TieAtCut | null {
  const placed = new Map(placements.map((p) => [p.dossierId, p]));
  const byTheOrder = ordered.filter((c) => c.gate.passes && placed.get(c.dossierId)?.moved === false);
  const last = byTheOrder.findLast((c) => placed.get(c.dossierId)?.place === 'laureate');
  const first = byTheOrder.find((c) => placed.get(c.dossierId)?.place === 'reserve');
  const step = last && first && separatingStep(last, first, steps);
  if (!step || step === 'none' || step === steps[0]) return null;
  const before = steps.slice(0, steps.indexOf(step));
  return { step, dossierIds: byTheOrder.filter((c) => separatingStep(c, last, before) === 'none').map((c) => c.dossierId) };
}

/** « À égalité avec d’autres … » : what is said of each dossier of a tie the cut goes through. */
export function tieSentence(step: RankingStep): string {
  const by = { criteriaMet: 'le nombre de critères remplis', meanAppreciation: 'l’appréciation', lot: 'le tirage au sort' };
  return `À égalité avec d’autres dossiers à la limite des places\u00a0: départagé par ${by[step]}.`;
}

/** Why a person may not give this place, as a French sentence; null when they may. */
export function moveProblem(category: Category, candidate: RankedCandidate, placements: readonly Placement[], move: Move): string | null {
  if (move.place !== 'notSelected' && !candidate.gate.passes) {
    return `Ce dossier remplit ${plural(candidate.gate.met, 'critère', 'critères')}\u00a0; l’appel en demande au moins ${candidate.gate.required}.`;
  }
  const seated = placements.filter((p) => p.place === 'laureate' && p.moved && p.dossierId !== move.dossierId).length;
  if (move.place === 'laureate' && seated >= category.seats) {
    return category.seats === 1
      ? 'La place de cette catégorie est déjà attribuée à la main\u00a0: libérez-la d’abord.'
      : `Les ${category.seats} places de cette catégorie sont déjà attribuées à la main\u00a0: libérez-en une d’abord.`;
  }
  return null;
}

/**
 * What must be done before a category can be proposed, one French sentence per dossier concerned. A disagreement must be
 * settled where it decides: of the gate, or of the order when more dossiers may pass than there are seats.
 */
export function proposalProblems(
  { seats }: Pick<Category, 'seats'>,
  candidates: readonly RankedCandidate[],
  reviewsPerDossier: number,
): { dossierId: string; problem: string }[] {
  const seatsAreDisputed = candidates.filter(({ gate }) => gate.passes || gate.couldPass).length > seats;
  return candidates.flatMap(({ dossierId, reviews, gate }) => {
    if (reviews < reviewsPerDossier) {
      const missing = plural(reviewsPerDossier - reviews, 'évaluation', 'évaluations');
      return [{ dossierId, problem: `Il manque ${missing} sur ${reviewsPerDossier}.` }];
    }
    if (!gate.passes && gate.couldPass) {
      return [{ dossierId, problem: 'Les évaluateurs divergent et la condition en dépend\u00a0: départagez les critères en désaccord.' }];
    }
    if (seatsAreDisputed && gate.passes && gate.disputed > 0) {
      return [{ dossierId, problem: 'Les évaluateurs divergent et l’ordre en dépend\u00a0: départagez les critères en désaccord.' }];
    }
    return [];
  });
}

/**
 * A submitted dossier that could still be declared admissible in this category: nobody has decided yet, and its category
 * is this one or not chosen. While there is one, who competes is not known and nothing can be frozen.
 */
export function mayStillJoin(categoryCode: string, dossier: { status: DossierStatus; categoryCode: string | null }): boolean {
  return dossier.status === 'submitted' && (dossier.categoryCode === null || dossier.categoryCode === categoryCode);
}

/**
 * What the draw is computed from: the SHA-256 of each dossier's last submitted version, in alphabetical order, one per
 * line. Nobody can choose it, it is fixed at the closing, and anyone who holds the list can draw again.
 */
export function lotSeedText(submittedFingerprints: readonly string[]): string {
  return [...submittedFingerprints].sort().join('\n');
}

/** What a dossier's lot is the SHA-256 of. `seed`: the SHA-256 of `lotSeedText`, in hexadecimal. */
export function lotText(seed: string, dossierNumber: string): string {
  return `${seed}\n${dossierNumber}`;
}

const compareBy: Record<RankingStep, (a: RankedCandidate, b: RankedCandidate) => number> = {
  criteriaMet: (a, b) => b.gate.met - a.gate.met,
  meanAppreciation: (a, b) => (b.meanAppreciation ?? -1) - (a.meanAppreciation ?? -1),
  lot: (a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0),
};
