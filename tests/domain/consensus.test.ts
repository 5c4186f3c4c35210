import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import type { Category } from '../../lib/domain/call.ts';
import { type Consensus, consensusOn, consensusSentence, gateOf, thresholdWords } from '../../lib/domain/consensus.ts';
import type { Finding } from '../../lib/domain/finding-labels.ts';
import { categoryAt, smallCall } from '../support/small-call.ts';

const engaged = categoryAt(tani2020, 0);
const toEngage = categoryAt(tani2020, 1);
const finding = fc.constantFrom<Finding>('met', 'partial', 'unmet');

describe('the common finding on a criterion', () => {
  const on = (delivered: Finding[], settled: Finding | null = null) => consensusOn({ criterionCode: 'C1', delivered, settled });

  it.each<[Finding[], Finding | null, Consensus['basis']]>([
    [[], null, 'none'],
    [['met'], 'met', 'unanimous'],
    [['met', 'met'], 'met', 'unanimous'],
    [['partial', 'partial', 'partial'], 'partial', 'unanimous'],
    [['met', 'partial'], null, 'disagreement'],
    [['unmet', 'unmet', 'met'], null, 'disagreement'],
  ])('%j: %s, %s', (delivered, common, basis) => {
    expect(on(delivered)).toEqual({ criterionCode: 'C1', finding: common, basis });
  });

  it('settled after discussion is that one, whatever was delivered', () => {
    fc.assert(
      fc.property(fc.array(finding), finding, (delivered, settled) => {
        expect(on(delivered, settled)).toEqual({ criterionCode: 'C1', finding: settled, basis: 'settled' });
      }),
    );
  });

  it('does not depend on who delivered first', () => {
    fc.assert(
      fc.property(fc.array(finding), (delivered) => {
        expect(on([...delivered].reverse())).toEqual(on(delivered));
      }),
    );
  });
});

it.each([
  [2, 5, 'au moins 2 des 5 critères'],
  [1, 4, 'au moins 1 des 4 critères'],
  [3, 3, 'les 3 critères'],
  [1, 1, 'le critère'],
])('%i of %i asked: « %s »', (minimumCriteria, count, words) => {
  expect(thresholdWords({ minimumCriteria, criteria: engaged.criteria.concat(engaged.criteria).slice(0, count) })).toBe(words);
});

describe('the gate', () => {
  const gate = (category: Category, met: number, others: Consensus['finding'] = 'unmet') =>
    gateOf(
      category,
      category.criteria.map(({ code }, rank) => unanimous(code, rank < met ? 'met' : others)),
    );

  it.each([
    [0, false],
    [1, false],
    [2, true],
    [3, true],
    [5, true],
  ])('« au moins 2 des 5 critères » : with %i met, %s', (met, passes) => {
    expect(gate(engaged, met)).toEqual({ passes, met, required: 2, disputed: 0, couldPass: passes });
  });

  it.each([
    [0, false],
    [2, false],
    [3, true],
  ])('« les critères de sélection seront les suivants », all three: with %i met, %s', (met, passes) => {
    expect(gate(toEngage, met)).toEqual({ passes, met, required: 3, disputed: 0, couldPass: passes });
  });

  it.each([
    [2, false],
    [3, true],
    [4, true],
  ])('of another call, three of four: with %i met, %s', (met, passes) => {
    expect(gate(categoryAt(smallCall, 0), met)).toEqual({ passes, met, required: 3, disputed: 0, couldPass: passes });
    expect(gate(categoryAt(smallCall, 1), 1)).toMatchObject({ passes: true, required: 1 });
  });

  it('« remplir » : a partial finding does not count', () => {
    expect(gate(engaged, 1, 'partial')).toEqual({ passes: false, met: 1, required: 2, disputed: 0, couldPass: false });
  });

  it('a criterion in disagreement does not count until it is settled, and may still open the gate', () => {
    const disputed: Consensus = { criterionCode: 'C2', finding: null, basis: 'disagreement' };
    expect(gateOf(engaged, [unanimous('C1', 'met'), disputed])).toEqual({
      passes: false,
      met: 1,
      required: 2,
      disputed: 1,
      couldPass: true,
    });
    expect(gateOf(engaged, [unanimous('C1', 'unmet'), disputed])).toEqual({
      passes: false,
      met: 0,
      required: 2,
      disputed: 1,
      couldPass: false,
    });
    expect(gateOf(engaged, [unanimous('C1', 'met'), { ...disputed, finding: 'met', basis: 'settled' }])).toMatchObject({
      passes: true,
      met: 2,
      disputed: 0,
    });
  });

  it('a criterion nobody has reviewed neither counts nor is disputed', () => {
    expect(gateOf(engaged, [{ criterionCode: 'C1', finding: null, basis: 'none' }])).toEqual({
      passes: false,
      met: 0,
      required: 2,
      disputed: 0,
      couldPass: false,
    });
  });
});

describe('the sentence of a common finding', () => {
  it.each<[Consensus, string]>([
    [unanimous('C3', 'met'), 'Équipe et moyens dédiés\u00a0: rempli'],
    [unanimous('C3', 'partial'), 'Équipe et moyens dédiés\u00a0: partiel'],
    [{ criterionCode: 'C4', finding: 'unmet', basis: 'settled' }, 'Démarche partenariale\u00a0: non rempli'],
    [{ criterionCode: 'C4', finding: null, basis: 'disagreement' }, 'Démarche partenariale\u00a0: désaccord, non compté'],
    [{ criterionCode: 'C1', finding: null, basis: 'none' }, 'Pass numériques\u00a0: non évalué'],
    [unanimous('X9', 'met'), 'X9\u00a0: rempli'],
  ])('%j: « %s »', (consensus, sentence) => {
    expect(consensusSentence(engaged, consensus)).toBe(sentence);
  });

  it('names the criteria of its own call', () => {
    expect(consensusSentence(categoryAt(smallCall, 0), unanimous('R4', 'met'))).toBe('Accueil\u00a0: rempli');
  });
});

function unanimous(criterionCode: string, given: Finding | null): Consensus {
  return { criterionCode, finding: given, basis: 'unanimous' };
}
