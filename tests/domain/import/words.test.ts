import { describe, expect, it } from 'vitest';
import { stemOf, wordsOf } from '../../../lib/domain/import/words.ts';

describe('the words of a text', () => {
  it('share a root across endings, accents and capitals', () => {
    expect(stemOf('mobilisés')).toBe(stemOf('MOBILISABLES'));
    expect(stemOf('humaines')).toBe(stemOf('Humain'));
    expect(stemOf('méthodologie')).toBe(stemOf('methode'));
    expect(stemOf('communes')).not.toBe(stemOf('communication'));
  });

  it('are found where they stand, tool words apart', () => {
    const text = 'L’œuvre, à 2 !';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['L', 'œuvre', 'à', '2']);
    expect(wordsOf(text).map(({ isTool }) => isTool)).toEqual([true, false, true, false]);
  });
});
