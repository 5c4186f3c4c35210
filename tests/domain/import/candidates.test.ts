import { describe, expect, it } from 'vitest';
import { withoutOverlaps } from '../../../lib/domain/import/candidates.ts';
import { humans, reading } from './written.ts';

describe('places that may be a question', () => {
  const scoreOf = (line: string, code: string) => {
    const { found, codeOf } = reading([line, 'Deux agents.']);
    return Math.max(0, ...found.filter(({ target }) => codeOf(target) === code).map(({ score }) => score));
  };

  it('resemble it wholly, partly or not at all', () => {
    expect(scoreOf(humans, '5-2')).toBeCloseTo(1);
    expect(scoreOf('Moyens humains', '5-2')).toBeGreaterThan(0.36);
    expect(scoreOf('Moyens humains', '5-2')).toBeLessThan(0.86);
    expect(scoreOf('Le marché a lieu le samedi.', '5-2')).toBe(0);
  });

  it('do not overlap: the best is kept', () => {
    const at = (target: number, score: number, first: number, last: number) => ({ target, score, first, last });
    expect(withoutOverlaps([at(1, 0.5, 0, 4), at(2, 0.9, 3, 6), at(3, 0.4, 7, 8)]).map(({ target }) => target)).toEqual([2, 3]);
  });
});
