import { expect, it } from 'vitest';
import { cleanPersonName, personNameProblem } from '../../lib/domain/person-name.ts';

it('a name is kept on one line, with one space between words', () => {
  expect(cleanPersonName('  Marie\u00a0 Exemple\r\n')).toBe('Marie Exemple');
  expect(cleanPersonName('\u0000 ')).toBe('');
});

it('a name has a letter, whatever its script, and holds on a line', () => {
  for (const name of ['Marie Exemple', 'Ng', '李', 'Émile']) expect(personNameProblem(name)).toBeNull();
  for (const name of ['', '12', '–']) expect(personNameProblem(name)).toContain('Indiquez votre prénom et votre nom');
  expect([personNameProblem('é'.repeat(120)), personNameProblem('é'.repeat(121))]).toEqual([null, expect.stringContaining('dépasse 120')]);
});
