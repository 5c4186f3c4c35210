import type { Category } from '../../lib/domain/call.ts';
import type { Outcome } from '../../lib/domain/dossier-status.ts';
import { type Move, place, type RankedCandidate } from '../../lib/domain/selection.ts';

type Facts = {
  met?: number;
  disputed?: number;
  passes?: boolean;
  couldPass?: boolean;
  mean?: number | null;
  lot?: string;
  reviews?: number;
};

/** An admissible dossier as the selection sees it. Two criteria are asked unless `passes` says otherwise. */
export function candidate(dossierId: string, facts: Facts = {}): RankedCandidate {
  const { met = 2, disputed = 0, mean = null, lot = '0', reviews = 2 } = facts;
  const passes = facts.passes ?? met >= 2;
  const gate = { passes, met, required: 2, disputed, couldPass: facts.couldPass ?? passes };
  return { dossierId, gate, reviews, meanAppreciation: mean, lot };
}

/** That many dossiers that pass the gate, in their order: d0, d1… */
export function inOrder(count: number): RankedCandidate[] {
  return Array.from({ length: count }, (_, rank) => candidate(`d${rank}`, { met: 5, lot: String(rank) }));
}

/** The places alone, in the order of the dossiers. */
export function placesOf(category: Category, ordered: readonly RankedCandidate[], moves: readonly Move[] = []): Outcome[] {
  return place(category, ordered, moves).map((placement) => placement.place);
}
