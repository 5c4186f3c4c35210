import { describe, expect, it } from 'vitest';
import { place } from '../../../lib/domain/import/placement.ts';
import { humans, money, reading, talk } from './written.ts';

describe('placing questions', () => {
  const placing = (lines: string[]) => {
    const { source, tokens, found, titles, form, codeOf } = reading(lines);
    const { placed, aside } = place(source, tokens, found, titles, form);
    return { placed: placed.map(({ target, start, isDoubled }) => [codeOf(target), start, isDoubled]), aside: aside.length };
  };
  const answered = [money, 'Mille euros.', humans, 'Deux agents.', talk, 'Une carte.'];

  it('leaves a blank form aside for the filled one that follows', () => {
    const blank = [money, humans, talk];
    const { placed, aside } = placing([...blank, 'Nos réponses', ...answered]);
    const after = blank.join('\n').length;
    expect(placed.every(([, start, isDoubled]) => Number(start) > after && !isDoubled)).toBe(true);
    expect(aside).toBe(3);
  });

  it('takes the later of two versions, and says there are two', () => {
    const { placed } = placing([...answered, ...answered.map((line) => line.replace('Deux', 'Trois'))]);
    expect(placed.map(([code, , isDoubled]) => [code, isDoubled])).toEqual([
      ['5-1', true],
      ['5-2', true],
      ['5-3', true],
    ]);
    expect(Number(placed[0]?.[1])).toBeGreaterThan(answered.join('\n').length - 1);
  });

  it('does not take a telephone in a signature for the referent’s', () => {
    expect(placing(['Une lettre.', 'Téléphone : 01 99 00 00 00']).placed).toEqual([]);
    expect(placing(['Interlocuteur référent', 'Téléphone : 01 99 00 00 00']).placed.map(([code]) => code)).toEqual(['referent-telephone']);
  });
});
