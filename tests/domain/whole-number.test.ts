import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTooLarge, LARGEST_NUMBER, readWholeNumber, tooLargeSentence } from '../../lib/domain/whole-number.ts';

describe('a whole number', () => {
  it.each([
    ['85 700', 85_700],
    ['85\u202f700', 85_700],
    ['85\u00a0700', 85_700],
    ['1.234.567', 1_234_567],
    ['85700', 85_700],
    ['0', 0],
    ['007', 7],
    ['environ 250 000', 250_000],
    ['Environ 250 000 habitants', 250_000],
    ['250 000 habitants', 250_000],
    ['250.000', 250_000],
    ['250000 hab.', 250_000],
    ['250 000 habitants environ', 250_000],
    ['Près de 250 000', 250_000],
    ['≈ 250 000', 250_000],
    ['~250000', 250_000],
    ['1 habitant', 1],
  ])('« %s » is %i', (typed, value) => {
    expect(readWholeNumber(typed)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '-3',
    '1,5',
    '1e3',
    '٣',
    '1'.repeat(16),
    '2 millions',
    '12 mille',
    'entre 10 et 20',
    '10 20',
    '3 communes',
    'habitants',
  ])('« %s » is none', (typed) => {
    expect(readWholeNumber(typed)).toBeNull();
  });

  it.each(['1.5', '85.7', '2 300.50', '85 70'])('« %s » is not whole: a separator stands before three digits', (typed) => {
    expect(readWholeNumber(typed)).toBeNull();
  });

  it('may be followed by what is counted, and by nothing else', () => {
    expect([readWholeNumber('4 200 prêts', 'prêts'), readWholeNumber('4 200 prêts'), readWholeNumber('4 200 livres', 'prêts')]).toEqual([
      4200,
      null,
      null,
    ]);
  });

  it('is read back as it is written in French', () => {
    fc.assert(fc.property(fc.nat(), (value) => readWholeNumber(value.toLocaleString('fr-FR')) === value));
  });
});

describe('a number too large to be kept', () => {
  it.each(['100 000 001', '2147483648', 'environ 250 000 000', '9'.repeat(15), '9'.repeat(300)])('« %s » is', (typed) => {
    expect(isTooLarge(typed)).toBe(true);
  });

  it.each([String(LARGEST_NUMBER), '250 000', 'beaucoup', '', '-1'])('« %s » is not', (typed) => {
    expect(isTooLarge(typed)).toBe(false);
  });

  it('is told with its bound', () => {
    expect(tooLargeSentence.replaceAll('\u00a0', ' ')).toContain('100 000 000');
  });
});
