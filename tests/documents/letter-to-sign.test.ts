import { expect, test } from 'vitest';
import { composeLetterToSign } from '../../lib/documents/letter-to-sign.ts';
import { pagesOf, textOf } from './pdf-text.ts';

const letter = {
  fictitious: false,
  organisationName: 'Pays de Sorbelle',
  callTitle: 'TANI, promotion 2',
  text: 'Madame, Monsieur,\n\nJe soutiens cette candidature.',
  signature: ['Dominique Lanier', 'Maire, Sorbelle'],
  preparedAt: '2019-09-20T08:00:00.000Z',
};

test('the letter to sign bears its text and who signs, on one page, without seal nor code', async () => {
  const { pdf } = composeLetterToSign(letter);
  const printed = await textOf(pdf);
  for (const words of [
    'Lettre de soutien à « Pays de Sorbelle »',
    'Je soutiens cette candidature.',
    'Dominique Lanier',
    'Fait à',
    'Signature :',
  ])
    expect(printed).toContain(words);
  expect(printed).not.toMatch(/Vérifier ce document|CACHET/);
  expect(await pagesOf(pdf)).toHaveLength(1);
});

test('has lines to fill when nobody is named, and says when the call is invented', async () => {
  const printed = await textOf(composeLetterToSign({ ...letter, signature: [], fictitious: true }).pdf);
  for (const words of ['Nom :', 'Fonction :', 'Collectivité :', 'sans valeur']) expect(printed).toContain(words);
});
