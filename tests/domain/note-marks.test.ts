import { expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { cutAtMarks, notesOf, numberedNote } from '../../lib/domain/note-marks.ts';

const notes = notesOf(tani2020.presentation);

it('the call has two notes, told apart from their numbers', () => {
  expect([...notes]).toEqual(['1', '2']);
  expect(numberedNote('2 Stratégie de Développement.')).toEqual({ mark: '2', text: 'Stratégie de Développement.' });
  expect([numberedNote('Sans numéro'), numberedNote('')]).toEqual([null, null]);
});

it('an acronym followed by the number of a note calls it, and nothing else does', () => {
  expect(cutAtMarks('(SDAASAP1, SDUSN2, etc.)', notes)).toEqual([
    { text: '(SDAASAP' },
    { mark: '1' },
    { text: ', SDUSN' },
    { mark: '2' },
    { text: ', etc.)' },
  ]);
  for (const plain of ['cf. annexe 1', 'ABC3', 'au moins 2 des 5', 'SDAASAP12', 'Le 1', 'COVID1a', '']) {
    expect(cutAtMarks(plain, notes).some((piece) => 'mark' in piece)).toBe(false);
    expect(
      cutAtMarks(plain, notes)
        .map((piece) => ('text' in piece ? piece.text : ''))
        .join(''),
    ).toBe(plain);
  }
});
