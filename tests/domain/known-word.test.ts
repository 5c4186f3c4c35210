import { expect, it } from 'vitest';
import { knownWord } from '../../lib/domain/known-word.ts';

const sentences = { fait: 'C’est fait.' };

it('a known name has its sentence', () => {
  expect(knownWord(sentences, 'fait')).toBe('C’est fait.');
});

it.each([undefined, null, '', 'autre', 'C’est fait.', 'constructor', 'toString', '__proto__', ['fait']])('%j has none', (name) => {
  expect(knownWord(sentences, name)).toBeNull();
});
