import { describe, expect, it } from 'vitest';
import type { DossierAnswers } from '../../../lib/domain/form.ts';
import { choiceFields, type ImportChoices } from '../../../lib/domain/import/choices.ts';
import { proposalsOf } from '../../../lib/domain/import/proposals.ts';
import { placesForText, takingOf } from '../../../lib/domain/import/taking.ts';
import { offlineForm } from '../../../lib/domain/offline-form/blocks.ts';
import { smallAnswers, smallCall } from '../../support/small-call.ts';

const nothing: ImportChoices = { rows: {}, placed: {}, suggested: [], pieces: [], keepsOriginal: true };
const reading = {
  ...proposalsOf(smallCall, { format: 'docx', lines: offlineForm(smallCall, smallAnswers).map(({ text }) => text) }),
  tray: [
    { title: '', text: 'Un passage.', sectionCode: null },
    { title: '', text: 'x'.repeat(500), sectionCode: null },
  ],
  suggestions: [
    { criterionCode: 'R1', reason: 'words' as const, text: 'Le samedi aussi.' },
    { criterionCode: 'R2', reason: 'numbered' as const, text: 'x'.repeat(300) },
  ],
};
const taken = (choices: Partial<ImportChoices>, answers: DossierAnswers = {}) =>
  takingOf(smallCall, answers, reading, { ...nothing, ...choices });

describe('what the choices give the dossier', () => {
  it('everything sure when nothing is answered: the form comes back whole', () => {
    const { plan: _, ...chiffres } = smallAnswers.chiffres ?? {};
    expect(taken({})).toEqual({ sections: { ...smallAnswers, chiffres }, problems: {}, taken: 11 });
  });

  it('takes the text as corrected, leaves what is left, and what is answered already', () => {
    const { sections } = taken(
      {
        rows: {
          'chiffres:prets': { choice: 'use', text: '5 000' },
          'chiffres:courriel': { choice: 'leave', text: 'autre' },
          'structure:territoire': { choice: 'use', text: 'Sorbelle' },
        },
      },
      { structure: { ...smallAnswers.structure, territoire: 'Vieux' }, voie: smallAnswers.voie ?? {} },
    );
    expect(sections).toEqual({
      structure: { territoire: 'Sorbelle' },
      chiffres: { prets: '5 000', ouverture: 'semaine', telephone: '+33 1 99 00 00 00' },
    });
  });

  it('asks again for what was not decided, what is empty, what is not among the answers and what is too long', () => {
    const { problems, sections } = taken({
      rows: {
        'chiffres:prets': { choice: null, text: '5 000' },
        'chiffres:courriel': { choice: 'use', text: ' ' },
        'chiffres:ouverture': { choice: 'use', text: 'jamais' },
        'structure:nom-structure': { choice: 'use', text: 'x'.repeat(81) },
      },
    });
    expect(problems).toEqual({
      [choiceFields.choice('chiffres:prets')]: expect.stringContaining('Dites si'),
      [choiceFields.text('chiffres:courriel')]: expect.stringContaining('vide'),
      [choiceFields.text('chiffres:ouverture')]: expect.stringContaining('réponses proposées'),
      [choiceFields.text('structure:nom-structure')]: expect.stringContaining('80'),
    });
    expect(Object.keys(sections.chiffres ?? {})).toEqual(['telephone']);
  });

  it('adds a passage after what is taken or kept, never elsewhere than in a text', () => {
    const placed = { '0': 'voie:resume' };
    expect(taken({ placed }).sections.voie?.resume).toBe('Un réseau de trois salles.\n\nUn passage.');
    expect(taken({ placed }, { voie: { resume: 'Ma version. ' } }).sections.voie?.resume).toBe('Ma version.\n\nUn passage.');
    expect(taken({ placed, rows: { 'voie:resume': { choice: 'leave', text: '' } } }).sections.voie?.resume).toBe('Un passage.');
    expect(taken({ placed: { '0': 'chiffres:prets', '9': 'voie:resume' } }).sections).toEqual(taken({}).sections);
    expect(taken({ placed: { '1': 'voie:resume' } }).problems).toEqual({ [choiceFields.passage(1)]: expect.stringContaining('400') });
  });

  it('adds a suggestion to the explanation of its criterion, once, and only when asked to', () => {
    const kept = { voie: { ...smallAnswers.voie, conditions: { R1: { position: 'no' as const, explanation: 'Non.', proof: 'p' } } } };
    const rows = { 'voie:conditions': { choice: 'leave' as const, text: '' } };
    const once = taken({ rows, suggested: [0] }, kept).sections.voie?.conditions;
    expect(once).toEqual({ R1: { position: 'no', explanation: 'Non.\n\nLe samedi aussi.', proof: 'p' } });
    expect(taken({ rows, suggested: [0] }, { voie: { conditions: once ?? null } }).sections.voie?.conditions).toEqual(once);
    expect(taken({ rows }, kept).sections.voie).toBeUndefined();
    expect(taken({ suggested: [1] }).problems).toEqual({ [choiceFields.suggestion(1)]: expect.stringContaining('200') });
  });
});

describe('where a passage may be placed', () => {
  it('in the questions answered by a text of several lines', () => {
    expect(placesForText(smallCall).map(({ section, question }) => `${section.code}:${question.code}`)).toEqual(['voie:resume']);
  });
});
