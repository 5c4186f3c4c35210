import type { Call, Category, RankingStep } from './call.ts';
import { type Consensus, consensusOn, type Gate, gateOf } from './consensus.ts';
import { type Outcome, outcomes } from './dossier-status.ts';
import type { Finding } from './finding-labels.ts';
import {
  type Placement,
  place,
  proposalProblems,
  type ReasonedMove,
  rank,
  type Separation,
  separatingStep,
  tieAtCut,
} from './selection.ts';

/** What is known of one admissible dossier when a category is chosen from. */
export type BoardCandidate = {
  dossierId: string;
  number: string;
  organisationName: string;
  territoryName: string;
  organisationKind: string;
  reviews: number;
  meanAppreciation: number | null;
  lot: string;
  findings: readonly { criterionCode: string; delivered: readonly Finding[]; settled: Finding | null }[];
};

/** One line of the board, with everything that explains its place. */
export type BoardLine = Omit<BoardCandidate, 'findings'> & {
  consensus: Consensus[];
  gate: Gate;
  place: Outcome;
  rank: number;
  moved: boolean;
  /** The place the stated order alone would give, without any move of anybody. */
  computedPlace: Outcome;
  /** Who gave this place, when and why, where a person did. */
  move: { reason: string; by: string; at: string } | null;
  /** Which step of the order puts it before the next line; « none » for the last. */
  separation: Separation;
  /** Where the cut goes through equals, the step that separated this dossier from them. */
  tie: RankingStep | null;
  /** What must be done before the category can be proposed; null when it is ready. */
  problem: string | null;
};

/** The board of a category: every candidate in the stated order, with its place. */
export function boardOf(
  call: Call,
  category: Category,
  candidates: readonly BoardCandidate[],
  moves: readonly ReasonedMove[],
): BoardLine[] {
  const { ranking, reviewsPerDossier } = call.definition.evaluation;
  const ready = candidates.map((candidate) => {
    const consensus = category.criteria.map(({ code }) => {
      const found = candidate.findings.find((f) => f.criterionCode === code);
      return consensusOn({ criterionCode: code, delivered: found?.delivered ?? [], settled: found?.settled ?? null });
    });
    return { ...candidate, consensus, gate: gateOf(category, consensus) };
  });
  const ordered = rank(ready, ranking) as typeof ready;
  const placed = place(category, ordered, moves);
  const placements = new Map(placed.map((p) => [p.dossierId, p] as const));
  const computed = new Map(place(category, ordered, []).map((p) => [p.dossierId, p.place] as const));
  const tie = tieAtCut(ordered, placed, ranking);
  const problems = new Map(
    proposalProblems(category, ordered, reviewsPerDossier).map(({ dossierId, problem }) => [dossierId, problem] as const),
  );
  return ordered.map(({ findings: _, ...candidate }, index) => {
    const next = ordered[index + 1];
    const { place: outcome, rank: position, moved } = placements.get(candidate.dossierId) as Placement;
    return {
      ...candidate,
      place: outcome,
      rank: position,
      moved,
      computedPlace: computed.get(candidate.dossierId) as Outcome,
      move: moved ? reasonOf(moves.find(({ dossierId }) => dossierId === candidate.dossierId)) : null,
      tie: tie?.dossierIds.includes(candidate.dossierId) ? tie.step : null,
      separation: next ? separatingStep(candidate, next, ranking) : 'none',
      problem: problems.get(candidate.dossierId) ?? null,
    };
  });
}

/** The lines as they are read: laureates, then the reserve, then the others, each in the stated order. */
export function byPlace(lines: readonly BoardLine[]): BoardLine[] {
  return outcomes.flatMap((outcome) => lines.filter((line) => line.place === outcome));
}

function reasonOf(move: ReasonedMove | undefined): BoardLine['move'] {
  return move ? { reason: move.reason, by: move.by, at: move.at } : null;
}
