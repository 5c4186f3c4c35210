import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import { foreignWeight, targetsOf } from '../../../lib/domain/import/targets.ts';
import { smallCall } from '../../support/small-call.ts';

describe('what is looked for in a document', () => {
  it('is every question one answers in words, of any call', () => {
    expect(targetsOf(tani2020).targets.filter(({ section }) => section.part === 'fiche')).toHaveLength(15);
    expect(targetsOf(smallCall).targets.map(({ question }) => question.code)).not.toContain('plan');
  });

  it('weighs the words that tell a question from the others', () => {
    const { phrasings, vocabulary } = targetsOf(tani2020);
    const weight = (stem: string) =>
      phrasings.flatMap(({ words, weights }) =>
        words.flatMap((word, rank) => (word === vocabulary.get(stem) ? [weights[rank] ?? 0] : [])),
      )[0] ?? 0;
    expect(weight('humain')).toBeGreaterThan(weight('moyen'));
    expect(weight('moyen')).toBeGreaterThan(weight('quel'));
    expect(foreignWeight({ start: 0, end: 1, stem: 'le', isTool: true })).toBeLessThan(0.5);
  });

  it('asks for company around a question of few words', () => {
    const few = targetsOf(tani2020)
      .targets.filter(({ hasFewWords }) => hasFewWords)
      .map(({ question }) => question.code);
    expect(few).toContain('referent-fonction');
    expect(few).not.toContain('5-2');
  });
});
