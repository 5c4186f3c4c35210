import { describe, expect, it } from 'vitest';
import { closingThere, localClosing, overseasClosings, overseasPlaces, placeOf, placeOfCode } from '../../lib/domain/local-time.ts';

const summer = new Date('2019-10-05T00:00:00+02:00');
const winter = new Date('2026-12-01T00:00:00+01:00');
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;
const at = (closesAt: Date, code: string) => plain(localClosing(closesAt, placeOf(code)));

describe('the closing in the territory’s own hour', () => {
  it('names its day, which is not always that of Paris', () => {
    expect(at(summer, '987')).toBe('soit le vendredi 4 octobre 2019 à 11 h 59 à Papeete');
    expect(at(summer, '988')).toBe('soit le samedi 5 octobre 2019 à 8 h 59 en Nouvelle-Calédonie');
    expect(at(summer, '986')).toBe('soit le samedi 5 octobre 2019 à 9 h 59 à Wallis-et-Futuna');
    expect(at(summer, '974')).toBe('soit le samedi 5 octobre 2019 à 1 h 59 à La Réunion');
    expect(at(new Date('2019-10-01T00:00:00+02:00'), '976')).toBe('soit le mardi 1er octobre 2019 à 0 h 59 à Mayotte');
  });

  it('follows the change of hour of Paris, and of Saint-Pierre-et-Miquelon', () => {
    expect([at(winter, '972'), at(winter, '975'), at(winter, '987')]).toEqual([
      'soit le lundi 30 novembre 2026 à 18 h 59 en Martinique',
      'soit le lundi 30 novembre 2026 à 19 h 59 à Saint-Pierre-et-Miquelon',
      'soit le lundi 30 novembre 2026 à 12 h 59 à Papeete',
    ]);
    expect(at(summer, '975')).toBe('soit le vendredi 4 octobre 2019 à 19 h 59 à Saint-Pierre-et-Miquelon');
  });

  it('is told to the second when the closing is', () => {
    expect(at(new Date('2026-12-01T10:00:05Z'), '971')).toBe(
      'soit le mardi 1 décembre 2026 à 6 h 00 min 05 s en Guadeloupe'.replace('1 d', '1er d'),
    );
  });

  it('is a half hour apart in the Marquesas, and an hour in the Gambier', () => {
    expect([at(summer, '987-marquises'), at(summer, '987-gambier')]).toEqual([
      'soit le vendredi 4 octobre 2019 à 12 h 29 aux îles Marquises',
      'soit le vendredi 4 octobre 2019 à 12 h 59 aux îles Gambier',
    ]);
  });

  it('stands beside the hour of Paris, and only where it differs', () => {
    expect(plain(closingThere(summer, placeOf('987')))).toBe(
      'jusqu’au vendredi 4 octobre 2019 à 23 h 59 inclus, heure de Paris (soit le vendredi 4 octobre 2019 à 11 h 59 à Papeete)',
    );
    expect(plain(closingThere(summer, null))).toBe('jusqu’au vendredi 4 octobre 2019 à 23 h 59 inclus, heure de Paris');
    expect(localClosing(summer, null)).toBeNull();
  });
});

describe('where a territory is', () => {
  it.each([
    ['987', '987'],
    ['98735', '987'],
    ['98718', '987-marquises'],
    ['98719', '987-gambier'],
    ['97133', '977'],
    ['97150', '978'],
    ['97110', '971'],
    ['97500', '975'],
    ['98800', '988'],
    ['26', null],
    ['2A', null],
    ['97', null],
    ['', null],
  ])('%s', (code, expected) => {
    expect(placeOfCode(code)?.code ?? null).toBe(expected);
  });

  it('is one of the places listed, each with a zone the platform knows', () => {
    for (const { code, timeZone } of overseasPlaces) {
      expect(placeOf(code)?.timeZone).toBe(timeZone);
      expect(() => new Intl.DateTimeFormat('fr-FR', { timeZone })).not.toThrow();
    }
    expect([placeOf('26'), placeOf(null), placeOf(undefined)]).toEqual([null, null, null]);
  });
});

it('the closing of every overseas place is listed once, the first to see the day first', () => {
  const listed = overseasClosings(summer);
  expect(listed.flatMap(({ places }) => places.split(', ')).length).toBeGreaterThanOrEqual(overseasPlaces.length);
  expect(listed[0]).toEqual({ places: 'Wallis-et-Futuna', closing: expect.stringContaining('samedi 5 octobre') });
  expect(listed.at(-1)?.places).toContain('Polynésie française');
  expect(listed.map(({ places }) => places)).toContain('Guadeloupe, Martinique, Saint-Barthélemy, Saint-Martin');
});
