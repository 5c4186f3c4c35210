import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWholeAddress, normaliseEmail, readCode, safeReturnPath, shownEmail } from '../../lib/domain/sign-in.ts';

describe('what a person types to sign in', () => {
  it('an address is known without its capitals and its spaces', () => {
    expect(normaliseEmail('  Prenom.NOM@Territoire.FR\n')).toBe('prenom.nom@territoire.fr');
  });

  it('an address is whole, and no longer than any can be', () => {
    expect(isWholeAddress('prenom.nom@territoire.fr')).toBe(true);
    for (const wrong of ['', 'maire', 'a@b', `${'x'.repeat(250)}@a.fr`]) expect(isWholeAddress(wrong)).toBe(false);
  });

  it.each([
    ['012345', '012345'],
    [' 012 345\n', '012345'],
    ['01\u00a023 45', '012345'],
  ])('« %s » is a code', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  it.each(['', '12345', '1234567', '12345a', '１２３４５６', '12-3456'])('« %s » is not', (typed) => {
    expect(readCode(typed)).toBeNull();
  });
});

describe('where a person returns after signing in', () => {
  it.each(['/', '/candidature/1f-2', '/instruction?page=2&q=a%20b', '/comite/travaux-engages:1'])(
    '%s is a page of this service',
    (path) => {
      expect(safeReturnPath(path)).toBe(path);
    },
  );

  it.each([
    ...['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', 'candidature', ' /candidature', '/a\n/b'],
    ...['/\t/evil.example', '/a#b', '/@', '', null, undefined],
  ])('%s leads home', (path) => {
    expect(safeReturnPath(path)).toBe('/');
  });

  it('never leaves the service, whatever was written in the address', () => {
    const pieces = fc.constantFrom('/', '\\', '.', '..', '@', ':', 'evil.example', '%2f', '\t', '\n', '?', '#', 'http', 'a');
    fc.assert(
      fc.property(fc.array(pieces), (written) => {
        const target = new URL(safeReturnPath(written.join('')), 'https://tani.example');
        expect(target.origin).toBe('https://tani.example');
      }),
      { numRuns: 1000 },
    );
  });
});

it.each([
  ['camille@test.example', 'camille@test.example'],
  ['votre compte est bloqué', null],
  ['a@b c', null],
  ['@b.example', null],
  [['a@b.example'], null],
  [undefined, null],
])('an address bar carrying %j shows %j', (carried, shown) => {
  expect(shownEmail(carried)).toBe(shown);
});
