import { describe, expect, it } from 'vitest';
import { instantsInParis, isoDay, isoTime, offsetAt, parisParts, readDay, readTime } from '../../lib/domain/paris-clock.ts';

describe('a day and an hour as people type them', () => {
  it.each(['2026-10-25', '25/10/2026', ' 25.10.2026 ', '25-10-2026', '25 10 2026'])('« %s » is the 25th of October', (typed) => {
    expect(readDay(typed)).toEqual({ year: 2026, month: 10, day: 25 });
  });

  it.each(['', '31/4/2026', '29/2/2026', '25/10/26', '2026/10/25', 'demain', '1/1/1999', '1/1/2101'])('« %s » is no day', (typed) => {
    expect(readDay(typed)).toBeNull();
  });

  it('hours are read however they are written, and only when they exist', () => {
    for (const typed of ['18:00', '18 h', '18h00', '18', '18:00:00']) expect(readTime(typed)).toEqual({ hour: 18, minute: 0 });
    for (const typed of ['24:00', '10:60', '', 'midi', '1800']) expect(readTime(typed), typed).toBeNull();
    expect(isoDay({ year: 2026, month: 1, day: 5 })).toBe('2026-01-05');
    expect(isoTime({ hour: 8, minute: 5 })).toBe('08:05');
  });
});

describe('clocks in Paris', () => {
  it('show an hour once, never in the spring night, twice in the autumn one, the first first', () => {
    const at = (day: string, time: string) =>
      instantsInParis(readDay(day) ?? { year: 0, month: 0, day: 0 }, readTime(time) ?? { hour: 0, minute: 0 }).map((i) => i.toISOString());
    expect(at('2019-10-04', '23:59')).toEqual(['2019-10-04T21:59:00.000Z']);
    expect(at('2019-03-31', '02:30')).toEqual([]);
    expect(at('2019-10-27', '02:30')).toEqual(['2019-10-27T00:30:00.000Z', '2019-10-27T01:30:00.000Z']);
  });

  it('are one hour ahead in winter and two in summer', () => {
    expect(offsetAt(new Date('2026-01-15T12:00:00Z'))).toBe(3_600_000);
    expect(offsetAt(new Date('2026-07-15T12:00:00Z'))).toBe(7_200_000);
    expect(parisParts(new Date('2026-12-31T23:30:05Z'))).toEqual({ year: 2027, month: 1, day: 1, hour: 0, minute: 30, second: 5 });
  });
});
