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

it('where the screen shows other words than the annexe, the field says which ones', () => {
  const changed = sheetSections.flatMap((section) => section.questions).filter((q) => q.sourceLabel !== undefined);
  expect(changed.map(({ code, label, hint }) => [code, label, hint])).toEqual([
    ['1-1', 'Nom de la structure', 'Intitulé de l’appel : « Nom de votre collectivité ».'],
    [
      '7-1',
      'Avez-vous prévu de mettre en place/mis en place des dispositifs de mesure d’impact (indicateurs, outils d’évaluation…) ? Lesquels ?',
      'Intitulé de l’appel : « Avez-vous prévu de mettre de mettre en place/mis en place des dispositifs de mesure d’impact (indicateurs, outils d’évaluation…) ? Lesquels ? ».',
    ],
  ]);
});
