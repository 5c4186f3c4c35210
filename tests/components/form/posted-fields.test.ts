import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprint } from '../../../components/form/posted-fields.ts';

it('the same words have the same fingerprint, whatever the order of the fields, their line ends and the empty ones', () => {
  const posted = fingerprint(new URLSearchParams('b=deux%0D%0Alignes&a=un&vide='));
  expect(
    fingerprint([
      ['a', 'un'],
      ['b', 'deux\nlignes'],
    ]),
  ).toBe(posted);
  expect(
    fingerprint([
      ['a', 'un'],
      ['b', 'deux lignes'],
    ]),
  ).not.toBe(posted);
  expect(
    fingerprint([
      ['b', 'un'],
      ['a', 'deux\nlignes'],
    ]),
  ).not.toBe(posted);
});

it('different words have different fingerprints', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      fc.pre(one.normalize('NFC') !== other.normalize('NFC') && !/[\p{C}\uf000-\uf0ff]/u.test(one + other));
      expect(fingerprint([['a', one]])).not.toBe(fingerprint([['a', other]]));
    }),
  );
});
