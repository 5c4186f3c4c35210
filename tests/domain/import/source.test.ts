import { describe, expect, it } from 'vitest';
import { lineAt, linesBetween, sourceOf } from '../../../lib/domain/import/source.ts';

const paper = [
  'Un texte assez long pour remplir toute la ligne du papier qui',
  'se poursuit en dessous.',
  'Court.',
  'Puis encore une ligne assez longue pour remplir le papier, et',
  '',
  'un autre paragraphe de taille moyenne, sur une ligne',
  'une dernière ligne assez longue pour qu’on la compte',
  'et voici la fin de cette page, qui compte aussi.',
];

describe('a document ready to be searched', () => {
  it('has every character at one place', () => {
    const source = sourceOf({ format: 'docx', lines: ['Un', '', 'Deux'] });
    expect(source.body).toBe('Un\n\nDeux');
    expect(source.lines.map(({ start }) => start)).toEqual([0, 3, 4]);
    expect([0, 2, 3, 4, 7].map((at) => lineAt(source, at))).toEqual([0, 0, 1, 2, 2]);
    expect(linesBetween(source, 1, 4).map(({ text }) => text)).toEqual(['Un', '']);
  });

  it('knows which lines the paper broke, and never says so of a word processor', () => {
    expect(
      sourceOf({ format: 'pdf', lines: paper })
        .lines.map(({ goesOn }) => goesOn)
        .slice(0, 5),
    ).toEqual([true, false, false, false, false]);
    expect(sourceOf({ format: 'docx', lines: paper }).lines.some(({ goesOn }) => goesOn)).toBe(false);
  });

  it('keeps a paragraph whole across two pages', () => {
    const across = [
      'Un texte assez long pour remplir toute la ligne du papier qui',
      '',
      '4',
      '\f',
      'se poursuit en dessous.',
      ...paper,
      '5',
    ];
    expect(sourceOf({ format: 'pdf', lines: across }).lines[0]?.goesOn).toBe(true);
  });
});
