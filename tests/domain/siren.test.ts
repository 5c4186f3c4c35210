import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displaySiren, isValidSiren, normaliseSiren } from '../../lib/domain/siren.ts';

/** Public bodies of the sources: Corse, Sicoval, Charente-Maritime, Creuse, Gironde, Drôme, Ardèche, Centre-Val de Loire. */
const real = ['200076958', '243100633', '221700016', '222309627', '223300013', '222600017', '220700017', '234500023'];
const valid = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
  .map((digits) => `${digits.join('')}${keyOf(digits)}`)
  .filter((siren) => siren !== '000000000');

describe('a SIREN', () => {
  it.each(real)('%s is right', (siren) => {
    expect(isValidSiren(siren)).toBe(true);
  });

  it('is right when its Luhn key is, and only then', () => {
    fc.assert(fc.property(valid, (siren) => isValidSiren(siren)));
  });

  it('is refused as soon as one digit is wrong, whichever it is', () => {
    fc.assert(
      fc.property(valid, fc.nat(8), fc.integer({ min: 1, max: 9 }), (siren, rank, shift) => {
        const wrong = (Number(siren[rank]) + shift) % 10;
        return !isValidSiren(`${siren.slice(0, rank)}${wrong}${siren.slice(rank + 1)}`);
      }),
    );
  });

  it.each(['', '20007695', '2000769580', '200 076 958', '20007695O', '000000000', '٢٠٠٠٧٦٩٥٨'])('« %s » is refused', (typed) => {
    expect(isValidSiren(typed)).toBe(false);
  });

  it('is read without its spaces and dots, whatever the kind of space', () => {
    expect(normaliseSiren(' 200 076\u00a0958\u202f')).toBe('200076958');
    expect(normaliseSiren('200.076.958')).toBe('200076958');
    expect(normaliseSiren('SIREN 200 076 958')).toBe('SIREN200076958');
  });

  it('is shown in threes that do not break, and read back', () => {
    for (const typed of ['200076958', '200 076 958', '200.076.958']) expect(displaySiren(typed)).toBe('200\u00a0076\u00a0958');
    for (const typed of ['', '20007695', 'à venir']) expect(displaySiren(typed)).toBe(typed);
    fc.assert(fc.property(valid, (siren) => normaliseSiren(displaySiren(siren)) === siren));
  });
});

/** The ninth digit by its definition (ISO/IEC 7812-1): every second digit from the right doubled, the total a multiple of ten. */
function keyOf(digits: number[]): number {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  const total = digits.reduce((sum, digit, rank) => sum + (rank % 2 === 1 ? (doubled[digit] ?? 0) : digit), 0);
  return (10 - (total % 10)) % 10;
}
