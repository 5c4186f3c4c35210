import { describe, expect, it } from 'vitest';
import { inChangeHour, readInstant, readLastMinute, typedInstant } from '../../lib/domain/closing.ts';

const MINUTE_MS = 60_000;
const years = Array.from({ length: 17 }, (_, index) => 2019 + index);
/** When clocks change in Paris, by law: the last Sunday of March and of October, at 1 o’clock UTC. */
const changes = years.flatMap((year) => [lastSunday(year, 2), lastSunday(year, 9)]);

describe('the hours of the nights when clocks change, 2019 to 2035', () => {
  it.each(changes.map((change) => [change.toISOString(), change] as const))('%s: each minute of that night', (_, change) => {
    const autumn = change.getUTCMonth() === 9;
    // In UTC, the hour that is refused: from 2 to 3 o’clock, shown twice in autumn, and only its end in spring.
    const from = change.getTime() - (autumn ? 60 * MINUTE_MS : 0);
    const to = change.getTime() + (autumn ? 60 * MINUTE_MS : 0);
    const wrong: string[] = [];
    for (let at = change.getTime() - 9 * 60 * MINUTE_MS; at < change.getTime() + 9 * 60 * MINUTE_MS; at += MINUTE_MS) {
      const instant = new Date(at);
      const refused = at >= from && at <= to;
      const back = readInstant(typedInstant(instant));
      if (inChangeHour(instant) !== refused) wrong.push(`${instant.toISOString()}: ${inChangeHour(instant)}`);
      if (refused ? 'instant' in back : !('instant' in back) || back.instant.getTime() !== at) wrong.push(instant.toISOString());
      // By its last minute: refused as soon as the closing, or the minute before it, is in that hour.
      const closing = readLastMinute(typedInstant(new Date(at - MINUTE_MS)));
      const edge = refused || at - MINUTE_MS === to;
      if ('instant' in closing ? closing.instant.getTime() !== at || refused : !edge) wrong.push(`last minute of ${instant.toISOString()}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(changes.map((change) => change.toISOString().slice(0, 10)))(
    '%s: every minute typed from 2:00 to 3:00 is refused, with the reason',
    (day) => {
      for (let minute = 120; minute <= 180; minute += 1) {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect(readInstant({ day, time }), time).toEqual({ problems: { time: expect.stringContaining('l’heure change') } });
      }
      for (const time of ['01:59', '03:01']) expect(readInstant({ day, time }), time).toMatchObject({ instant: expect.any(Date) });
    },
  );

  it('on any other night the same hours are hours like others', () => {
    for (const day of ['2026-10-24', '2026-10-26', '2026-03-28', '2026-03-30', '2026-07-14']) {
      for (const time of ['02:00', '02:30', '03:00']) expect(readInstant({ day, time })).toMatchObject({ instant: expect.any(Date) });
    }
  });
});

it('a closing typed by its last minute is one minute later, over midnight too', () => {
  expect(readLastMinute({ day: '2019-10-04', time: '23:59' })).toEqual({ instant: new Date('2019-10-04T22:00:00Z') });
  expect(readLastMinute({ day: '2019-12-31', time: '23 h 59' })).toEqual({ instant: new Date('2019-12-31T23:00:00Z') });
  for (const day of ['2027-03-28', '2027-10-31']) {
    expect(readLastMinute({ day, time: '01:58' })).toMatchObject({ instant: expect.any(Date) });
    expect(readLastMinute({ day, time: '01:59' })).toEqual({ problems: { time: expect.stringContaining('dernière minute') } });
    expect(readLastMinute({ day, time: '03:00' })).toMatchObject({ instant: expect.any(Date) });
  }
  expect(readLastMinute({ day: '', time: 'tard' })).toEqual({ problems: { day: expect.any(String), time: expect.any(String) } });
});

describe('a day and hour typed in Paris', () => {
  it('is the instant of that hour there, in summer and in winter', () => {
    expect(readInstant({ day: '2019-10-05', time: '00:00' })).toEqual({ instant: new Date('2019-10-04T22:00:00Z') });
    expect(readInstant({ day: '2019-12-05', time: '00:00' })).toEqual({ instant: new Date('2019-12-04T23:00:00Z') });
    expect(typedInstant(new Date('2019-10-04T22:00:00Z'))).toEqual({ day: '2019-10-05', time: '00:00' });
  });

  it.each([
    ['5/10/2019', '18 h'],
    ['05.10.2019', '18h00'],
    ['05/10/2019', '18:00'],
    [' 2019-10-05 ', '18:00:00'],
    ['05 10 2019', '18'],
  ])('may be typed by hand: %s, %s', (day, time) => {
    expect(readInstant({ day, time })).toEqual({ instant: new Date('2019-10-05T16:00:00Z') });
  });

  it.each(['', 'demain', '31/02/2026', '2026-13-01', '05/10/19', '1999-01-01', '2101-01-01', '2026-1-1x'])('« %s » is no day', (day) => {
    expect(readInstant({ day, time: '18:00' })).toEqual({ problems: { day: 'Écrivez une date comme 25/10/2026.' } });
  });

  it.each(['', 'midi', '24:00', '18:60', '18:0', '-1:00', '18:00 h 12'])('« %s » is no hour', (time) => {
    expect(readInstant({ day: '2026-10-05', time })).toEqual({ problems: { time: 'Écrivez une heure comme 18:00.' } });
  });
});

function lastSunday(year: number, month: number): Date {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  last.setUTCDate(last.getUTCDate() - last.getUTCDay());
  return last;
}
