import { describe, expect, it } from 'vitest';
import { isItem, isMarkAlone, markLength, markStyle } from '../../../lib/domain/import/marks.ts';

describe('the mark of a line', () => {
  it.each(['• Mot', '- Mot', '1.1 Mot', '2) Mot', 'IV. Mot', 'b) Mot', 'Question 3 : Mot', '• 1. Mot', '☞ Mot'])(
    'is read before « %s »',
    (line) => {
      expect(line.slice(markLength(line))).toBe(line.startsWith('☞') ? line : 'Mot');
    },
  );

  it('is not the beginning of a word or of a year', () => {
    expect(['2021 fut', 'A la fin', 'Innover', 'dix'].map(markLength)).toEqual([0, 0, 0, 0]);
  });

  it('alone on its line waits for its text; a bare number does not, it may be an answer', () => {
    expect(['•', ' 1.1 ', '2)', '-'].map(isMarkAlone)).toEqual([true, true, true, true]);
    expect(['12', '2021.', '', 'mot'].map(isMarkAlone)).toEqual([false, false, false, false]);
  });

  it('makes an item, and has a style whatever its number', () => {
    expect(['• un', '3) trois', 'trois'].map(isItem)).toEqual([true, true, false]);
    expect(markStyle('1.1 Un')).toBe(markStyle('4.2 Deux'));
    expect(markStyle('• Un')).not.toBe(markStyle('- Un'));
  });
});
