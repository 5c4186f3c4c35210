import { expect, it } from 'vitest';
import { readDocument } from '../../lib/exchange/document-reader.ts';
import { letterDocx } from '../../lib/exchange/letter-docx.ts';

const letter = {
  organisationName: 'Pays de «\u00a0Sorbelle\u00a0» & Cie',
  callTitle: 'TANI <2>',
  text: 'Madame, Monsieur,\n\nJe soutiens.\nDe tout cœur.',
};

it('the letter to sign opens as any .docx, with its words, who signs, and nothing that markup could change', async () => {
  const read = await readDocument(
    Buffer.from(letterDocx({ ...letter, signature: ['Dominique Lanier', 'Maire, Sorbelle'] })),
    process.cwd(),
  );
  if ('refusal' in read) throw new Error(read.refusal);
  const words = JSON.stringify(read.document);
  for (const text of [
    'Pays de «\u00a0Sorbelle\u00a0» & Cie',
    'TANI <2>',
    'Je soutiens.',
    'De tout cœur.',
    'Dominique Lanier',
    'Maire, Sorbelle',
    'Signature\u00a0:',
  ])
    expect(words).toContain(text);
  expect(words).not.toContain('Fonction\u00a0:');
});

it('leaves lines to fill when nobody is named, and is the same bytes each time', async () => {
  const blank = letterDocx({ ...letter, signature: [] });
  expect(Buffer.from(blank)).toEqual(Buffer.from(letterDocx({ ...letter, signature: [] })));
  const read = await readDocument(Buffer.from(blank), process.cwd());
  expect(JSON.stringify(read)).toContain('Collectivité\u00a0:');
});
