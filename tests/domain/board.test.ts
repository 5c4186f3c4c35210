import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { type BoardCandidate, boardOf, byPlace } from '../../lib/domain/board.ts';
import type { Call, Category } from '../../lib/domain/call.ts';
import type { Finding } from '../../lib/domain/finding-labels.ts';
import { asCall, categoryAt, smallCall } from '../support/small-call.ts';

const tani = asCall(tani2020);
const engaged = categoryAt(tani2020, 0);
const small = asCall(smallCall);
const smallCategory = categoryAt(smallCall, 0);

const given = { reason: 'Se retire.', by: 'Noé', at: '2031-01-01T00:00:00.000Z' };

/** A candidate on whom every reader agrees: these criteria are met, the others are not. */
function candidate(call: Call, category: Category, dossierId: string, met: string[], change: Partial<BoardCandidate> = {}): BoardCandidate {
  const reviews = call.definition.evaluation.reviewsPerDossier;
  const delivered = (code: string): Finding[] => Array(reviews).fill(met.includes(code) ? 'met' : 'unmet');
  return {
    dossierId,
    number: `N-${dossierId}`,
    organisationName: `Structure ${dossierId}`,
    territoryName: `Territoire ${dossierId}`,
    organisationKind: 'intercommunalite',
    reviews,
    meanAppreciation: null,
    lot: dossierId,
    findings: category.criteria.map(({ code }) => ({ criterionCode: code, delivered: delivered(code), settled: null })),
    ...change,
  };
}

describe('the board of a category', () => {
  it('shows every candidate in the stated order with what explains its place', () => {
    const one = candidate(tani, engaged, 'a', ['C1']);
    const three = candidate(tani, engaged, 'b', ['C1', 'C2', 'C3']);
    const board = boardOf(tani, engaged, [one, three], []);
    expect(
      board.map(({ dossierId, gate, place, rank, moved, separation, problem }) => ({
        dossierId,
        met: gate.met,
        place,
        rank,
        moved,
        separation,
        problem,
      })),
    ).toEqual([
      { dossierId: 'b', met: 3, place: 'laureate', rank: 1, moved: false, separation: 'criteriaMet', problem: null },
      { dossierId: 'a', met: 1, place: 'notSelected', rank: 1, moved: false, separation: 'none', problem: null },
    ]);
    expect(board[1]).toMatchObject({
      number: 'N-a',
      organisationName: 'Structure a',
      territoryName: 'Territoire a',
      organisationKind: 'intercommunalite',
    });
  });

  it('gives the common finding on every criterion, in the call’s order, also where nobody found anything', () => {
    const findings: BoardCandidate['findings'] = [
      { criterionCode: 'C3', delivered: ['met', 'met'], settled: null },
      { criterionCode: 'C1', delivered: ['met', 'partial'], settled: 'met' },
      { criterionCode: 'C2', delivered: ['met', 'unmet'], settled: null },
    ];
    const [line] = boardOf(tani, engaged, [candidate(tani, engaged, 'a', [], { findings })], []);
    expect(line?.consensus).toEqual([
      { criterionCode: 'C1', finding: 'met', basis: 'settled' },
      { criterionCode: 'C2', finding: null, basis: 'disagreement' },
      { criterionCode: 'C3', finding: 'met', basis: 'unanimous' },
      { criterionCode: 'C4', finding: null, basis: 'none' },
      { criterionCode: 'C5', finding: null, basis: 'none' },
    ]);
    expect(line?.gate).toEqual({ passes: true, met: 2, required: 2, disputed: 1, couldPass: true });
    expect(line).not.toHaveProperty('findings');
  });

  it('counts only the criteria of its category', () => {
    const findings: BoardCandidate['findings'] = ['K1', 'K2', 'K3'].map((criterionCode) => ({
      criterionCode,
      delivered: ['met', 'met'],
      settled: null,
    }));
    expect(boardOf(tani, engaged, [candidate(tani, engaged, 'a', [], { findings })], [])[0]?.gate.met).toBe(0);
  });

  it('keeps the moves, names the dossiers that are not ready, and says which step separates two lines', () => {
    const first = candidate(tani, engaged, 'a', ['C1', 'C2'], { meanAppreciation: 3 });
    const second = candidate(tani, engaged, 'b', ['C1', 'C2'], { meanAppreciation: 2, reviews: 1 });
    const third = candidate(tani, engaged, 'c', ['C1', 'C2'], { meanAppreciation: 2 });
    const board = boardOf(tani, engaged, [third, second, first], [{ dossierId: 'c', place: 'reserve', ...given }]);
    expect(board.map(({ dossierId, place, moved, separation }) => [dossierId, place, moved, separation])).toEqual([
      ['a', 'laureate', false, 'meanAppreciation'],
      ['b', 'laureate', false, 'lot'],
      ['c', 'reserve', true, 'none'],
    ]);
    expect(board.map(({ problem }) => problem !== null)).toEqual([false, true, false]);
    expect(board.map(({ move, computedPlace }) => [move, computedPlace])).toEqual([
      [null, 'laureate'],
      [null, 'laureate'],
      [given, 'laureate'],
    ]);
  });

  it('of a dossier moved to a seat before a criterion was settled against it gives that seat to nobody who fails the gate', () => {
    const settled: BoardCandidate['findings'] = [
      { criterionCode: 'C1', delivered: ['met', 'met'], settled: null },
      { criterionCode: 'C2', delivered: ['met', 'unmet'], settled: 'unmet' },
    ];
    const [line] = boardOf(
      tani,
      engaged,
      [candidate(tani, engaged, 'a', [], { findings: settled })],
      [{ dossierId: 'a', place: 'laureate', ...given }],
    );
    expect(line?.gate.passes).toBe(false);
    expect(line?.move).toBeNull();
    expect(line?.place === 'laureate' && line.problem === null).toBe(false);
  });

  it('is read by place, laureates first, each place in the stated order', () => {
    const lines = ['a', 'b', 'c'].map((id) => candidate(tani, engaged, id, ['C1', 'C2']));
    const failing = candidate(tani, engaged, 'd', ['C1']);
    const board = boardOf(tani, engaged, [...lines, failing], [{ dossierId: 'a', place: 'reserve', ...given }]);
    expect(byPlace(board).map(({ dossierId, place }) => `${dossierId} ${place}`)).toEqual([
      'b laureate',
      'c laureate',
      'a reserve',
      'd notSelected',
    ]);
  });

  it('of nobody is empty', () => {
    expect(boardOf(tani, engaged, [], [])).toEqual([]);
  });
});

describe('the board of another call', () => {
  it('has its seats, its threshold, its number of reviews and its order', () => {
    const lines = [
      candidate(small, smallCategory, 'a', ['R1', 'R2', 'R3', 'R4'], { meanAppreciation: 1 }),
      candidate(small, smallCategory, 'b', ['R1', 'R2', 'R3'], { meanAppreciation: 9 }),
      candidate(small, smallCategory, 'c', ['R2', 'R3', 'R4'], { meanAppreciation: 5 }),
      candidate(small, smallCategory, 'd', ['R1', 'R2'], { meanAppreciation: 10 }),
      candidate(small, smallCategory, 'e', ['R1', 'R2', 'R3'], { meanAppreciation: 0, reviews: 2 }),
    ];
    const board = boardOf(small, smallCategory, lines, []);
    expect(board.map(({ dossierId, place, separation }) => [dossierId, place, separation])).toEqual([
      ['d', 'notSelected', 'meanAppreciation'],
      ['b', 'laureate', 'meanAppreciation'],
      ['c', 'laureate', 'meanAppreciation'],
      ['a', 'reserve', 'meanAppreciation'],
      ['e', 'reserve', 'none'],
    ]);
    expect(board.filter(({ problem }) => problem).map(({ dossierId }) => dossierId)).toEqual(['e']);
  });
});
