import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import type { Category } from '../../lib/domain/call.ts';
import { outcomes } from '../../lib/domain/dossier-status.ts';
import { type Move, moveProblem, place, type RankedCandidate, rank, separatingStep } from '../../lib/domain/selection.ts';
import { categoryAt, smallCall } from '../support/small-call.ts';
import { candidate } from './candidates.ts';

const steps = tani2020.evaluation.ranking;
const category = fc.constantFrom(categoryAt(tani2020, 0), categoryAt(tani2020, 1), categoryAt(smallCall, 0), categoryAt(smallCall, 1));
const facts = fc.record({
  met: fc.integer({ min: 0, max: 5 }),
  mean: fc.option(fc.constantFrom(0, 1.5, 4)),
  lot: fc.constantFrom('0', '1', 'f'),
});
const candidates = fc.array(facts, { maxLength: 14 }).map((all) => all.map((given, index) => candidate(`d${index}`, given)));
const moves = fc.array(fc.record({ dossierId: fc.nat(14).map((index) => `d${index}`), place: fc.constantFrom(...outcomes) }), {
  maxLength: 12,
});

describe('the order, whatever the candidates', () => {
  it('holds each of them once and does not depend on the order in which they came', () => {
    fc.assert(
      fc.property(
        candidates.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const ordered = rank(all, steps);
          expect(rank(shuffled, steps)).toEqual(ordered);
          expect(ordered.map(({ dossierId }) => dossierId).sort()).toEqual(all.map(({ dossierId }) => dossierId).sort());
        },
      ),
    );
  });

  it('puts nobody before somebody who is better at the first step that separates them', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const ordered = rank(all, steps);
        for (const [index, ahead] of ordered.entries()) {
          for (const behind of ordered.slice(index + 1)) expect(comesFirst(ahead, behind)).toBe(true);
        }
      }),
    );
  });
});

describe('the places, whatever the candidates and the moves a person was allowed', () => {
  const selections = fc.tuple(category, candidates, moves).map(([given, all, asked]) => {
    const ordered = rank(all, steps);
    return { category: given, ordered, allowed: allowedMoves(given, ordered, asked) };
  });

  it('each candidate has one place, in the order of the candidates', () => {
    fc.assert(
      fc.property(selections, ({ category: given, ordered, allowed }) => {
        expect(place(given, ordered, allowed).map(({ dossierId }) => dossierId)).toEqual(ordered.map(({ dossierId }) => dossierId));
      }),
    );
  });

  it('seats are never exceeded, and none is left while somebody who passes waits in reserve unmoved', () => {
    fc.assert(
      fc.property(selections, ({ category: given, ordered, allowed }) => {
        const placements = place(given, ordered, allowed);
        const seated = placements.filter((p) => p.place === 'laureate').length;
        expect(seated).toBeLessThanOrEqual(given.seats);
        if (placements.some((p) => p.place === 'reserve' && !p.moved)) expect(seated).toBe(given.seats);
      }),
    );
  });

  it('only dossiers that pass the gate have a seat or a place in reserve', () => {
    fc.assert(
      fc.property(selections, ({ category: given, ordered, allowed }) => {
        const placed = place(given, ordered, allowed).filter((p) => p.place !== 'notSelected');
        expect(placed.filter((p) => !gateOf(ordered, p.dossierId).passes)).toEqual([]);
      }),
    );
  });

  it('a moved dossier keeps its place, the others keep their order', () => {
    fc.assert(
      fc.property(selections, ({ category: given, ordered, allowed }) => {
        const placements = place(given, ordered, allowed);
        for (const move of allowed)
          expect(placements.find((p) => p.dossierId === move.dossierId)).toMatchObject({ place: move.place, moved: true });
        const unmoved = placements.filter((p) => !p.moved && gateOf(ordered, p.dossierId).passes).map((p) => p.place);
        expect(unmoved).toEqual([...unmoved].sort((a, b) => outcomes.indexOf(a) - outcomes.indexOf(b)));
      }),
    );
  });

  it('ranks count from 1 within each place, without a gap', () => {
    fc.assert(
      fc.property(selections, ({ category: given, ordered, allowed }) => {
        for (const outcome of outcomes) {
          const ranks = place(given, ordered, allowed).flatMap((p) => (p.place === outcome ? [p.rank] : []));
          expect(ranks).toEqual(ranks.map((_, index) => index + 1));
        }
      }),
    );
  });
});

/** The moves as a board accepts them one after the other; the last one of a dossier counts. */
function allowedMoves(given: Category, ordered: RankedCandidate[], asked: Move[]): Move[] {
  return asked.reduce<Move[]>((current, move) => {
    const moved = ordered.find(({ dossierId }) => dossierId === move.dossierId);
    if (!moved || moveProblem(given, moved, place(given, ordered, current), move)) return current;
    return [...current.filter(({ dossierId }) => dossierId !== move.dossierId), move];
  }, []);
}

/** The statement of the order, word for word: more criteria, then a higher mean, then the draw, then the identifier. */
function comesFirst(a: RankedCandidate, b: RankedCandidate): boolean {
  const mean = (c: RankedCandidate) => (c.meanAppreciation === null ? Number.NEGATIVE_INFINITY : c.meanAppreciation);
  const step = separatingStep(a, b, steps);
  if (a.gate.met !== b.gate.met) return step === 'criteriaMet' && a.gate.met > b.gate.met;
  if (mean(a) !== mean(b)) return step === 'meanAppreciation' && mean(a) > mean(b);
  if (a.lot !== b.lot) return step === 'lot' && a.lot < b.lot;
  return step === 'none' && a.dossierId < b.dossierId;
}

function gateOf(ordered: readonly RankedCandidate[], dossierId: string) {
  const found = ordered.find((c) => c.dossierId === dossierId);
  if (!found) throw new Error(`no candidate ${dossierId}`);
  return found.gate;
}
