import { describe, expect, it } from 'vitest';
import { choiceFields, importChoices, readChoices } from '../../../lib/domain/import/choices.ts';
import type { Proposal } from '../../../lib/domain/import/proposal.ts';

const proposal = (questionCode: string): Proposal => ({
  sectionCode: 'fiche-5',
  questionCode,
  certainty: 'sure',
  text: 'Mille euros.',
  answer: 'Mille euros.',
  asked: '',
  doubt: null,
});
const reading = {
  proposals: [proposal('5-1'), proposal('5-2'), proposal('5-3')],
  tray: [
    { title: '', text: 'Un', sectionCode: null },
    { title: '', text: 'Deux', sectionCode: null },
  ],
  suggestions: [{ criterionCode: 'C1', reason: 'words' as const, text: 'Trois' }],
};

describe('reading what was chosen', () => {
  it('gives each choice, each text cleaned, and leaves out what was not asked', () => {
    const fields: Record<string, string> = {
      [choiceFields.choice('fiche-5:5-1')]: 'use',
      [choiceFields.text('fiche-5:5-1')]: 'Deux\r\nmille',
      [choiceFields.choice('fiche-5:5-2')]: 'anything',
      [choiceFields.text('fiche-5:5-2')]: 'x',
      [choiceFields.choice('fiche-9:9-9')]: 'use',
      [choiceFields.passage(0)]: '',
      [choiceFields.passage(1)]: 'fiche-5:5-3',
      [choiceFields.suggestion(0)]: 'on',
      [choiceFields.suggestion(7)]: 'on',
      [choiceFields.piece('lettre:lettre-elu')]: 'on',
      [choiceFields.piece('autre:autre')]: 'on',
    };
    const chosen = readChoices(reading, ['lettre:lettre-elu'], (name) => fields[name] ?? null);
    expect(chosen).toEqual({
      rows: { 'fiche-5:5-1': { choice: 'use', text: 'Deux\nmille' }, 'fiche-5:5-2': { choice: null, text: 'x' } },
      placed: { '1': 'fiche-5:5-3' },
      suggested: [0],
      pieces: ['lettre:lettre-elu'],
      keepsOriginal: false,
    });
    expect(importChoices.parse(chosen)).toEqual(chosen);
  });
});
