import { describe, expect, it } from 'vitest';
import {
  daysLeft,
  frenchClosed,
  frenchClosing,
  frenchDay,
  frenchInstant,
  frenchInstantToTheSecond,
  frenchTime,
  parisDay,
  startOfDayInParis,
} from '../../lib/domain/dates.ts';

const closesAt = new Date('2019-10-05T00:00:00+02:00');
/** Times are told with no-break spaces; they are plain here so that the expectations can be read. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('an instant, in the legal time of Paris', () => {
  it('is told with its day of the week', () => {
    expect(plain(frenchInstant(new Date('2019-10-04T21:59:12Z')))).toBe('vendredi 4 octobre 2019 à 23 h 59 (heure de Paris)');
  });

  it('belongs to the day of Paris, in summer and in winter time', () => {
    expect(frenchDay(new Date('2019-10-04T21:59:59Z'))).toBe('4 octobre 2019');
    expect(frenchDay(new Date('2019-10-04T22:00:00Z'))).toBe('5 octobre 2019');
    expect(frenchDay(new Date('2020-01-15T22:59:59Z'))).toBe('15 janvier 2020');
    expect(frenchDay(new Date('2020-01-15T23:00:00Z'))).toBe('16 janvier 2020');
  });

  it('is told to the second as a proof', () => {
    expect(plain(frenchInstantToTheSecond(new Date('2019-10-04T21:59:12.999Z')))).toBe(
      '4 octobre 2019 à 23 h 59 min 12 s (heure de Paris)',
    );
  });

  it('« 1er » is only for the first of the month', () => {
    expect(frenchDay(new Date('2020-01-01T12:00:00Z'))).toBe('1er janvier 2020');
    expect(plain(frenchInstant(new Date('2020-01-01T12:00:00Z')))).toBe('mercredi 1er janvier 2020 à 13 h 00 (heure de Paris)');
    expect(frenchDay(new Date('2020-01-21T12:00:00Z'))).toBe('21 janvier 2020');
    expect(frenchDay(new Date('2020-01-11T12:00:00Z'))).toBe('11 janvier 2020');
  });

  it('keeps its hour and minutes together', () => {
    expect(frenchTime(new Date('2020-01-16T08:05:00Z'))).toBe('9\u00a0h\u00a005');
    expect(frenchTime(closesAt)).toBe('0\u00a0h\u00a000');
  });
});

describe('a day, in Paris', () => {
  it('is the one the clock of Paris shows, and begins at its midnight whatever the season', () => {
    expect(parisDay(new Date('2019-10-04T21:59:59.999Z'))).toBe('2019-10-04');
    expect(parisDay(new Date('2019-10-04T22:00:00Z'))).toBe('2019-10-05');
    expect(startOfDayInParis(2019, 10, 5)).toEqual(new Date('2019-10-05T00:00:00+02:00'));
    expect(startOfDayInParis(2019, 10, 28)).toEqual(new Date('2019-10-28T00:00:00+01:00'));
    expect(startOfDayInParis(2019, 10, 27)).toEqual(new Date('2019-10-27T00:00:00+02:00'));
    expect(startOfDayInParis(2019, 12, 32)).toEqual(new Date('2020-01-01T00:00:00+01:00'));
  });
});

describe('a closing', () => {
  it('« avant le 5 octobre » is told by the last minute that counts, on the 4th', () => {
    expect(plain(frenchClosing(closesAt))).toBe('jusqu’au vendredi 4 octobre 2019 à 23 h 59 inclus, heure de Paris');
  });

  it('brought forward to any second is told to that second', () => {
    const forced = new Date('2031-04-01T02:07:50.123+02:00');
    expect(plain(frenchClosing(forced))).toBe('jusqu’au mardi 1er avril 2031 à 2 h 07 min 50 s, heure de Paris');
    expect(plain(frenchClosed(forced))).toBe('depuis le mardi 1er avril 2031 à 2 h 07 min 50 s (heure de Paris)');
  });

  it('that has passed is told by the same minute of the same day', () => {
    expect(plain(frenchClosed(closesAt))).toBe('depuis le vendredi 4 octobre 2019 à 23 h 59 (heure de Paris)');
  });

  it('at noon is told by 11 h 59', () => {
    expect(plain(frenchClosing(new Date('2031-04-01T12:00:00+02:00')))).toBe(
      'jusqu’au mardi 1er avril 2031 à 11 h 59 inclus, heure de Paris',
    );
  });
});

it.each([
  ['2019-10-03T22:00:00Z', 1],
  ['2019-10-03T21:59:59.999Z', 2],
  ['2019-10-04T21:59:59.999Z', 1],
  ['2019-10-04T22:00:00Z', 0],
  ['2019-12-01T00:00:00Z', 0],
])('from %s, days left before the closing: %i', (now, days) => {
  expect(daysLeft(closesAt, new Date(now))).toBe(days);
});
