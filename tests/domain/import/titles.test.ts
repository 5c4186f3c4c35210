import { describe, expect, it } from 'vitest';
import { formSentences } from '../../../lib/domain/import/titles.ts';
import { reading } from './written.ts';

describe('titles of the form', () => {
  it('are met with any number, alone on their line', () => {
    const { titles } = reading([
      'II – CONTEXTE',
      'Le contexte est difficile.',
      '5. Moyens mis en oeuvre',
      'Annexe 2',
      'Lettre de motivation',
    ]);
    expect(titles).toEqual([
      { line: 0, sectionCode: 'fiche-2', isExact: true },
      { line: 2, sectionCode: 'fiche-5', isExact: true },
      { line: 3, sectionCode: null, isExact: false },
      { line: 4, sectionCode: 'motivation', isExact: true },
    ]);
  });

  it('and whole sentences of the form are nobody’s answer; a part of one may be', () => {
    const { tokens, form } = reading([
      'Cette lettre est le support sur lequel la Mission vérifie les critères de sélection.',
      'Cette lettre est le support sur lequel la Mission',
    ]);
    expect([...formSentences(tokens, form)]).toEqual([0]);
  });
});
