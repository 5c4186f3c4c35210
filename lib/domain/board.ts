import type { Call, Category } from './call.ts';
import { type Consensus, consensusOn, type Gate, gateOf } from './consensus.ts';
import type { Outcome } from './dossier-status.ts';
import type { Finding } from './finding-labels.ts';
import { type Move, type Placement, place, proposalProblems, rank, type Separation, separatingStep } from './selection.ts';

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
  /** Which step of the order puts it before the next line; « none » for the last. */
  separation: Separation;
  /** What must be done before the category can be proposed; null when it is ready. */
  problem: string | null;
};

/** The board of a category: every candidate in the stated order, with its place. */
export function boardOf(call: Call, category: Category, candidates: readonly BoardCandidate[], moves: readonly Move[]): BoardLine[] {
  const { ranking, reviewsPerDossier } = call.definition.evaluation;
  const ready = candidates.map((candidate) => {
    const consensus = category.criteria.map(({ code }) => {
      const found = candidate.findings.find((f) => f.criterionCode === code);
      return consensusOn({ criterionCode: code, delivered: found?.delivered ?? [], settled: found?.settled ?? null });
    });
    return { ...candidate, consensus, gate: gateOf(category, consensus) };
  });
  const ordered = rank(ready, ranking) as typeof ready;
  const placements = new Map(place(category, ordered, moves).map((p) => [p.dossierId, p] as const));
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
      separation: next ? separatingStep(candidate, next, ranking) : 'none',
      problem: problems.get(candidate.dossierId) ?? null,
    };
  });
}
