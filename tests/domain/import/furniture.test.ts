import { describe, expect, it } from 'vitest';
import { furnitureOf } from '../../../lib/domain/import/furniture.ts';

const kept = (lines: string[]) => lines.filter((_, index) => !furnitureOf(lines).lines.has(index));

describe('the furniture of a paper', () => {
  it('is what every page repeats, its numbers, and the page breaks', () => {
    const page = (text: string, number: number) => ['Dossier du Val', text, 'Une suite.', 'Une autre.', `Page ${number} sur 3`];
    expect(kept([...page('Un.', 1), '\f', ...page('Deux.', 2), '\f', ...page('Trois.', 3)])).not.toContain('Dossier du Val');
    expect(kept([...page('Un.', 1), '\f', ...page('Deux.', 2), '\f', ...page('Trois.', 3)]).join()).not.toMatch(/Page|\f/);
  });

  it('is not a number that does not follow the pages', () => {
    expect(kept(['Combien ?', '12', '\f', 'Et après ?', '7'])).toEqual(['Combien ?', '12', 'Et après ?', '7']);
  });

  it('without pages, is a line that comes back often and far apart; a number alone is doubtful', () => {
    const text = Array.from({ length: 5 }, (_, at) => [`Un paragraphe ${'abcde'[at]}.`, '', 'Un autre ?', '', `Pied de page ${at}`]).flat();
    expect(kept(text).filter((line) => line.startsWith('Pied'))).toEqual([]);
    expect([...furnitureOf(['Un.', '', '5', '', 'Deux.']).doubtful]).toEqual([2]);
  });

  it('is not an answer given twice', () => {
    const lines = ['Pas dans l’immédiat.', 'a', 'b', 'c', 'd', 'Pas dans l’immédiat.'];
    expect(kept(lines)).toEqual(lines);
    expect(furnitureOf(lines).doubtful.size).toBe(2);
  });
});
