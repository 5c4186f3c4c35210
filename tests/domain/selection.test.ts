import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import type { Category } from '../../lib/domain/call.ts';
import { dossierStatuses } from '../../lib/domain/dossier-status.ts';
import {
  lotSeedText,
  lotText,
  type Move,
  mayStillJoin,
  moveProblem,
  place,
  proposalProblems,
  rank,
  separatingStep,
  tieAtCut,
  tieSentence,
} from '../../lib/domain/selection.ts';
import { categoryAt, smallCall } from '../support/small-call.ts';
import { candidate, inOrder, placesOf } from './candidates.ts';

const engaged = categoryAt(tani2020, 0);
const toEngage = categoryAt(tani2020, 1);
const { ranking } = tani2020.evaluation;

describe('the stated order', () => {
  const first = candidate('a', { met: 4, mean: 1, lot: 'f' });

  it('criteria met come first, whatever the appreciation and the lot', () => {
    const other = candidate('b', { met: 3, mean: 4, lot: '0' });
    expect(rank([other, first], ranking)).toEqual([first, other]);
    expect(separatingStep(first, other, ranking)).toBe('criteriaMet');
  });

  it('then the mean of the appreciations; without any, a dossier comes after one at zero', () => {
    const zero = candidate('b', { met: 4, mean: 0, lot: '1' });
    const none = candidate('c', { met: 4, mean: null, lot: '0' });
    expect(rank([none, zero, first], ranking)).toEqual([first, zero, none]);
    expect([separatingStep(first, zero, ranking), separatingStep(zero, none, ranking)]).toEqual(['meanAppreciation', 'meanAppreciation']);
  });

  it('then the draw', () => {
    const drawn = candidate('b', { met: 4, mean: 1, lot: 'e' });
    expect(rank([first, drawn], ranking)).toEqual([drawn, first]);
    expect(separatingStep(first, drawn, ranking)).toBe('lot');
  });

  it('is that of the call: another call may put the appreciation before the criteria', () => {
    const other = candidate('b', { met: 3, mean: 4, lot: '0' });
    expect(rank([first, other], smallCall.evaluation.ranking)).toEqual([other, first]);
    expect(separatingStep(first, other, smallCall.evaluation.ranking)).toBe('meanAppreciation');
  });

  it('leaves two dossiers that nothing separates in the order of their identifiers', () => {
    const twin = candidate('b', { met: 4, mean: 1, lot: 'f' });
    expect(rank([twin, first], ranking)).toEqual([first, twin]);
    expect(separatingStep(first, twin, ranking)).toBe('none');
  });

  it('does not reorder the list it was given', () => {
    const given = [candidate('b', { met: 1 }), candidate('a', { met: 2 })];
    rank(given, ranking);
    expect(given.map(({ dossierId }) => dossierId)).toEqual(['b', 'a']);
  });
});

describe('the seats', () => {
  it.each<[string, Category, number]>([
    ['«\u00a07 seront des territoires ayant déjà défini ou engagé des travaux\u00a0»', engaged, 7],
    ['«\u00a03 seront des territoires n’ayant pas encore engagé ces travaux\u00a0»', toEngage, 3],
    ['two seats of another call', categoryAt(smallCall, 0), 2],
  ])('%s: fewer candidates, as many, one more', (_quote, category, seats) => {
    expect(placesOf(category, inOrder(seats - 1))).toEqual(Array(seats - 1).fill('laureate'));
    expect(placesOf(category, inOrder(seats))).toEqual(Array(seats).fill('laureate'));
    expect(placesOf(category, inOrder(seats + 1))).toEqual([...Array(seats).fill('laureate'), 'reserve']);
  });

  it('« devront remplir au moins 2 des 5 critères » : a dossier with one has neither seat nor reserve, though seats are left', () => {
    const ordered = [candidate('a', { met: 2 }), candidate('b', { met: 1 }), candidate('c', { met: 0 })];
    expect(place(engaged, ordered, [])).toEqual([
      { dossierId: 'a', place: 'laureate', rank: 1, moved: false },
      { dossierId: 'b', place: 'notSelected', rank: 1, moved: false },
      { dossierId: 'c', place: 'notSelected', rank: 2, moved: false },
    ]);
  });

  it('are ranked from 1 within each place', () => {
    const placements = place(toEngage, [...inOrder(5), candidate('z', { passes: false })], []);
    expect(placements.map(({ place: outcome, rank: position }) => `${outcome} ${position}`)).toEqual([
      'laureate 1',
      'laureate 2',
      'laureate 3',
      'reserve 1',
      'reserve 2',
      'notSelected 1',
    ]);
  });

  it('of a category without candidates stay empty', () => {
    expect(place(engaged, [], [])).toEqual([]);
  });
});

describe('a dossier moved by a person', () => {
  it('to the reserve frees its seat for the next one', () => {
    expect(placesOf(toEngage, inOrder(5), [{ dossierId: 'd1', place: 'reserve' }])).toEqual([
      'laureate',
      'reserve',
      'laureate',
      'laureate',
      'reserve',
    ]);
  });

  it('to a seat takes it from the last of the order', () => {
    expect(placesOf(toEngage, inOrder(5), [{ dossierId: 'd4', place: 'laureate' }])).toEqual([
      'laureate',
      'laureate',
      'reserve',
      'reserve',
      'laureate',
    ]);
  });

  it('out of the selection stays out, and is marked as moved', () => {
    expect(place(toEngage, inOrder(1), [{ dossierId: 'd0', place: 'notSelected' }])).toEqual([
      { dossierId: 'd0', place: 'notSelected', rank: 1, moved: true },
    ]);
  });

  it('is the one named, and nobody else', () => {
    expect(placesOf(toEngage, inOrder(2), [{ dossierId: 'elsewhere', place: 'laureate' }])).toEqual(['laureate', 'laureate']);
  });

  it.each(['laureate', 'reserve'] as const)('to « %s » loses that place if a criterion settled since closes its gate', (given) => {
    const ordered = [candidate('a', { met: 2 }), candidate('b', { met: 1 })];
    expect(placesOf(engaged, ordered, [{ dossierId: 'b', place: given }])).toEqual(['laureate', 'notSelected']);
  });

  it('and whose gate is closed since gives its seat back', () => {
    const ordered = [...inOrder(4), candidate('b', { met: 2, passes: false })];
    expect(placesOf(toEngage, ordered, [{ dossierId: 'b', place: 'laureate' }])).toEqual([
      'laureate',
      'laureate',
      'laureate',
      'reserve',
      'notSelected',
    ]);
  });
});

describe('a move is refused', () => {
  const refused = (category: Category, ordered: ReturnType<typeof inOrder>, moves: Move[], move: Move) => {
    const moved = ordered.find(({ dossierId }) => dossierId === move.dossierId);
    return moved ? moveProblem(category, moved, place(category, ordered, moves), move) : 'unknown';
  };
  const seat = (dossierId: string): Move => ({ dossierId, place: 'laureate' });

  it('to a seat or to the reserve for a dossier that does not fill the criteria, whoever asks', () => {
    const ordered = [candidate('a', { met: 1 })];
    const sentence = refused(engaged, ordered, [], seat('a'));
    expect(sentence).toMatch(/remplit 1\scritère\s/);
    expect(sentence).toContain('au moins 2');
    expect(refused(engaged, ordered, [], { dossierId: 'a', place: 'reserve' })).toBe(sentence);
    expect(refused(engaged, ordered, [], { dossierId: 'a', place: 'notSelected' })).toBeNull();
    expect(refused(engaged, [candidate('a', { met: 2 })], [], seat('a'))).toBeNull();
  });

  it('to an eighth seat given by hand: six leave one, seven leave none, and each of the seven may be moved again', () => {
    const ordered = inOrder(9);
    const seven = ordered.slice(0, 7).map(({ dossierId }) => seat(dossierId));
    expect(refused(engaged, ordered, seven.slice(0, 6), seat('d8'))).toBeNull();
    expect(refused(engaged, ordered, seven, seat('d8'))).toContain('Les 7 places de cette catégorie sont déjà attribuées à la main');
    expect(refused(engaged, ordered, seven, seat('d3'))).toBeNull();
    expect(refused(engaged, ordered, seven, { dossierId: 'd8', place: 'reserve' })).toBeNull();
  });

  it('in the singular where the category has one seat', () => {
    const ordered = inOrder(2);
    const sentence = refused(categoryAt(smallCall, 1), ordered, [seat('d0')], seat('d1'));
    expect(sentence).toMatch(/^La place de cette catégorie est déjà attribuée à la main/);
  });
});

describe('a tie the cut goes through', () => {
  const four = ['a', 'b', 'c', 'd'].map((id, n) => candidate(id, { met: 3, mean: 2, lot: String(n) }));
  const tieOf = (ordered: typeof four, moves: Move[] = []) => tieAtCut(ordered, place(toEngage, ordered, moves), ranking);

  it('is told of all the equals on both sides of the cut, with the step that separated them', () => {
    expect(tieOf(four)).toEqual({ step: 'lot', dossierIds: ['a', 'b', 'c', 'd'] });
    const better = candidate('z', { met: 3, mean: 4 });
    expect(tieOf([better, ...four])).toEqual({ step: 'lot', dossierIds: ['a', 'b', 'c', 'd'] });
    const means = [4, 3, 2, 1].map((mean, n) => candidate(`m${n}`, { met: 3, mean }));
    expect(tieOf([candidate('y', { met: 4 }), ...means])?.dossierIds).toEqual(['m0', 'm1', 'm2', 'm3']);
  });

  it('is not one when the first step separates them, or when nobody is left in reserve', () => {
    expect(tieOf([...four.slice(0, 3), candidate('e', { met: 2 })])).toBeNull();
    expect(tieOf(four.slice(0, 3))).toBeNull();
    expect(tieOf([])).toBeNull();
  });

  it('is not told of a dossier a person moved', () => {
    expect(tieOf([...four, candidate('e', { met: 3, mean: 2, lot: '9' })], [{ dossierId: 'b', place: 'reserve' }])).toEqual({
      step: 'lot',
      dossierIds: ['a', 'c', 'd', 'e'],
    });
    expect(tieOf(four, [{ dossierId: 'd', place: 'notSelected' }])).toBeNull();
  });

  it('has its sentence', () => {
    expect(tieSentence('lot')).toBe('À égalité avec d’autres dossiers à la limite des places\u00a0: départagé par le tirage au sort.');
  });
});

describe('a dossier that could still join a category', () => {
  it('is submitted, not examined, and of this category or of none', () => {
    expect(mayStillJoin('a', { status: 'submitted', categoryCode: 'a' })).toBe(true);
    expect(mayStillJoin('a', { status: 'submitted', categoryCode: null })).toBe(true);
    expect(mayStillJoin('a', { status: 'submitted', categoryCode: 'b' })).toBe(false);
  });

  it.each(dossierStatuses.filter((status) => status !== 'submitted'))('is not one already « %s »', (status) => {
    expect(mayStillJoin('a', { status, categoryCode: 'a' })).toBe(false);
    expect(mayStillJoin('a', { status, categoryCode: null })).toBe(false);
  });
});

describe('a category can be proposed', () => {
  it('when every dossier has all the reviews the call asks for: one of two is missing, two and three are enough', () => {
    const given = [0, 1, 2, 3].map((reviews) => candidate(`r${reviews}`, { met: 5, reviews }));
    const problems = proposalProblems(engaged, given, tani2020.evaluation.reviewsPerDossier);
    expect(problems.map(({ dossierId }) => dossierId)).toEqual(['r0', 'r1']);
    expect(problems[1]?.problem).toMatch(/Il manque 1\sévaluation sur 2/);
    expect(proposalProblems(engaged, given, smallCall.evaluation.reviewsPerDossier).map(({ dossierId }) => dossierId)).toEqual([
      'r0',
      'r1',
      'r2',
    ]);
  });

  it('when no disagreement decides of a gate; one that changes nothing does not stop it', () => {
    const decisive = candidate('a', { met: 1, couldPass: true });
    const hopeless = candidate('b', { met: 0, couldPass: false });
    const passing = candidate('c', { met: 2, couldPass: true });
    expect(proposalProblems({ seats: 7 }, [decisive, hopeless, passing], 2)).toEqual([
      {
        dossierId: 'a',
        problem: 'Les évaluateurs divergent et la condition en dépend\u00a0: départagez les critères en désaccord.',
      },
    ]);
  });

  it('when no disagreement decides of the order, where more dossiers may pass than there are seats', () => {
    const agreed = candidate('a', { met: 3 });
    const disputed = candidate('b', { met: 2, disputed: 1, couldPass: true });
    const closed = candidate('c', { met: 0, disputed: 1 });
    expect(proposalProblems({ seats: 2 }, [agreed, disputed, closed], 2)).toEqual([]);
    expect(proposalProblems({ seats: 1 }, [agreed, disputed, closed], 2)).toEqual([
      { dossierId: 'b', problem: 'Les évaluateurs divergent et l’ordre en dépend\u00a0: départagez les critères en désaccord.' },
    ]);
  });
});

it('a lot follows from the seed and the number of the dossier, and from nothing else', () => {
  expect(lotText('abc', 'TANI-2020-0042')).toBe('abc\nTANI-2020-0042');
});

it('the draw is computed from every submitted fingerprint, in an order nobody chooses', () => {
  expect(lotSeedText(['b2', 'a1', 'c3'])).toBe('a1\nb2\nc3');
  expect(lotSeedText(['c3', 'b2', 'a1'])).toBe(lotSeedText(['a1', 'b2', 'c3']));
  const given = ['b', 'a'];
  lotSeedText(given);
  expect(given).toEqual(['b', 'a']);
});
