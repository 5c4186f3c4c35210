import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  displayIdentifier,
  type IdentifierParts,
  identifierFieldNames,
  identifierInWords,
  identifierKey,
  identifierLabel,
  identifierOfKey,
  identifierProblem,
  identifierSchemes,
  isRightRidet,
  isRightTahiti,
  joinIdentifierAnswer,
  normaliseRidet,
  normaliseTahiti,
  readIdentifier,
  splitIdentifierAnswer,
} from '../../lib/domain/organisation-identifier.ts';

const read = (answer: string) => readIdentifier(answer, 'Syndicat des Îles  «\u00a0Sous-le-Vent\u00a0»');

describe('what identifies a structure', () => {
  it.each([
    ['200 076 958', { scheme: 'siren', value: '200076958' }],
    ['RIDET 0 123 456', { scheme: 'ridet', value: '0123456' }],
    ['n° RIDET\u00a0: 0123456.001', { scheme: 'ridet', value: '0123456' }],
    ['TAHITI b12345', { scheme: 'tahiti', value: 'B12345' }],
    ['numéro TAHITI 003970-001', { scheme: 'tahiti', value: '003970' }],
    ['Aucun numéro', { scheme: 'none', value: 'syndicat des iles sous le vent' }],
  ])('« %s »', (answer, expected) => {
    expect(read(answer)).toEqual(expected);
    expect(identifierProblem(answer)).toBeNull();
  });

  it('is one for all the ways of writing one name or one establishment', () => {
    expect(readIdentifier('aucun numéro', 'SYNDICAT des iles (Sous le vent)')).toEqual(read('aucun numéro'));
    expect(read('RIDET 0123456002')).toEqual(read('RIDET 0 123 456.001'));
  });

  it.each([
    ['200076959', 'Ce numéro SIREN n’est pas valide'],
    ['0 123 456', 'ouvrez «\u00a0La structure n’a pas de SIREN\u00a0»'],
    ['RIDET', 'RIDET n’est pas valide'],
    ['RIDET 12345678', 'RIDET n’est pas valide'],
    ['TAHITI BB2345', 'TAHITI n’est pas valide'],
    ['TAHITI 12345678', 'TAHITI n’est pas valide'],
    ['aucun numéro 0123456', 'Effacez-le'],
    ['200 076 958\u00a0; RIDET 0123456', 'Deux numéros'],
    ['TAHITIEN', 'Ce numéro SIREN n’est pas valide'],
  ])('« %s » is to be corrected: %s', (answer, words) => {
    expect(identifierProblem(answer)).toContain(words);
  });
});

describe('each number', () => {
  it('a RID of seven digits, the establishment left out', () => {
    expect([normaliseRidet('0 123 456.001'), normaliseRidet('0123456'), normaliseRidet('12')]).toEqual(['0123456', '0123456', '12']);
    expect(['0123456', '0000000', '123456', '12345678'].map(isRightRidet)).toEqual([true, false, false, false]);
  });

  it('a TAHITI number of six signs, the establishment left out', () => {
    expect([normaliseTahiti('003970-001'), normaliseTahiti('b12345'), normaliseTahiti('x')]).toEqual(['003970', 'B12345', 'X']);
    expect(['003970', 'B12345', '000000', 'BB2345', '12345'].map(isRightTahiti)).toEqual([true, true, false, false, false]);
  });

  it('is shown with the name of its register', () => {
    const shown = ['200076958', 'RIDET 0123456', 'TAHITI 003970', 'aucun numéro'].map((answer) => {
      const identifier = read(answer);
      return `${identifierLabel(identifier)}: ${displayIdentifier(identifier)} (${identifierInWords(identifier)})`.replaceAll(
        '\u00a0',
        ' ',
      );
    });
    expect(shown).toEqual([
      'SIREN: 200 076 958 (SIREN 200 076 958)',
      'RIDET: 0 123 456 (RIDET 0 123 456)',
      'Numéro TAHITI: 003970 (numéro TAHITI 003970)',
      'Numéro d’identification: aucun (sans numéro d’identification)',
    ]);
  });

  it('has a key for addresses, and what is not one is nothing', () => {
    for (const answer of ['200076958', 'RIDET 0123456', 'TAHITI 003970', 'aucun numéro'])
      expect(identifierOfKey(identifierKey(read(answer)))).toEqual(read(answer));
    for (const forged of ['', 'siren-', 'siren-200076959', 'ridet-200076958', 'none-<b>', 'other-1', 'siren-200076958\u0000'])
      expect(identifierOfKey(forged)).toBeNull();
  });
});

describe('the fields of the number', () => {
  it('have names of their own', () => {
    expect(identifierFieldNames('siren')).toEqual({ scheme: 'siren:registre', other: 'siren:autre' });
  });

  it('keep every sign typed in one answer, and find them again', () => {
    const typed = fc.string({ maxLength: 30 }).map((text) => text.replace(/;/g, '').trim());
    const number = typed.filter((text) => !/^:|RIDET|TAHITI|aucun numéro/i.test(text));
    fc.assert(
      fc.property(number, fc.constantFrom(...identifierSchemes), number, (siren, scheme, other) => {
        const parts: IdentifierParts = { siren, scheme, other };
        expect(splitIdentifierAnswer(joinIdentifierAnswer(parts))).toEqual(parts);
      }),
    );
  });
});
