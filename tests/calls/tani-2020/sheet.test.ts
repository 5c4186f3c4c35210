import { expect, it } from 'vitest';
import { sheetSections } from '../../../lib/calls/tani-2020/sheet.ts';

it('Annexe 3 has seven sections and fifteen bullets: 2, 1, 1, 5, 3, 2 and 1', () => {
  expect(sheetSections.map(({ code, questions }) => [code, questions.map((q) => q.code)])).toEqual([
    ['fiche-1', ['1-1', '1-2']],
    ['fiche-2', ['2-1']],
    ['fiche-3', ['3-1']],
    ['fiche-4', ['4-1', '4-2', '4-3', '4-4', '4-5']],
    ['fiche-5', ['5-1', '5-2', '5-3']],
    ['fiche-6', ['6-1', '6-2']],
    ['fiche-7', ['7-1']],
  ]);
});

it('every bullet is a text that blocks the deposit while it is empty, and belongs to the part « fiche »', () => {
  const questions = sheetSections.flatMap((section) => section.questions);
  expect(questions.map(({ kind, need }) => `${kind}, ${need}`)).toEqual(Array(15).fill('longText, blocking'));
  expect(sheetSections.map(({ part }) => part)).toEqual(Array(7).fill('fiche'));
});

it('where the screen shows other words than the annexe, the annexe’s are kept beside them and never shown', () => {
  const questions = sheetSections.flatMap((section) => section.questions);
  expect(questions.filter((q) => q.sourceLabel !== undefined).map(({ code }) => code)).toEqual(['1-1', '4-3', '4-4', '4-5', '7-1']);
  expect(sheetSections.filter((s) => s.sourceTitle !== undefined).map(({ code }) => code)).toEqual(['fiche-4']);
  expect(questions.filter(({ hint }) => hint !== undefined)).toEqual([]);
});

it('the first one asks for a name, in a small box that still holds whole paragraphs', () => {
  const [name] = sheetSections[0]?.questions ?? [];
  expect(name).toMatchObject({ kind: 'longText', rows: 2, prefillFrom: 'nom-structure', advisedLength: undefined, maxLength: 120_000 });
});
