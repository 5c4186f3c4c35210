import { describe, expect, it } from 'vitest';
import { correctionReminderSteps, dueReminder, reminderSteps, startsAt } from '../../lib/domain/reminder.ts';

const closesAt = new Date('2026-12-21T23:00:00Z');
const started = new Date('2026-01-01T00:00:00Z');
const hoursBefore = (hours: number, ms = 0) => new Date(closesAt.getTime() - hours * 3_600_000 + ms);

describe('the reminder that is due', () => {
  it('changes exactly at ten days, three days, one day and three hours before the closing', () => {
    const due = [
      [hoursBefore(240, -1), undefined],
      [hoursBefore(240), 'J-10'],
      [hoursBefore(72, -1), 'J-10'],
      [hoursBefore(72), 'J-3'],
      [hoursBefore(24, -1), 'J-3'],
      [hoursBefore(24), 'J-1'],
      [hoursBefore(3, -1), 'J-1'],
      [hoursBefore(3), 'H-3'],
      [hoursBefore(0, -1), 'H-3'],
      [hoursBefore(0), undefined],
      [hoursBefore(-1), undefined],
    ] as const;
    expect(due.map(([now]) => dueReminder({ closesAt, toldAt: started }, now)?.code)).toEqual(due.map(([, code]) => code));
  });

  it('is none for whoever learned of this closing after its hour, even if an earlier step was never sent', () => {
    const now = hoursBefore(2);
    const due = (toldAt: Date) => dueReminder({ closesAt, toldAt }, now)?.code;
    expect(due(hoursBefore(3, -1))).toBe('H-3');
    expect(due(hoursBefore(3))).toBeUndefined();
    expect(due(hoursBefore(2.5))).toBeUndefined();
  });

  it('of a closing moved an hour before the former one waits for the steps of the new one', () => {
    const moved = { closesAt: new Date(closesAt.getTime() + 48 * 3_600_000), toldAt: hoursBefore(1) };
    const due = [
      [hoursBefore(0.5), undefined], // two days left: the mail that moved the closing has just said so
      [hoursBefore(-24, -1), undefined],
      [hoursBefore(-24), 'J-1'],
      [hoursBefore(-45), 'H-3'],
    ] as const;
    expect(due.map(([now]) => dueReminder(moved, now)?.code)).toEqual(due.map(([, code]) => code));
  });

  it('of corrections comes three days and one day before, and no other', () => {
    const due = [
      [hoursBefore(240), undefined],
      [hoursBefore(72), 'J-3'],
      [hoursBefore(24), 'J-1'],
      [hoursBefore(3), 'J-1'],
      [hoursBefore(0), undefined],
    ] as const;
    const codeAt = (now: Date) => dueReminder({ closesAt, toldAt: started }, now, correctionReminderSteps)?.code;
    expect(due.map(([now]) => codeAt(now))).toEqual(due.map(([, code]) => code));
  });

  it('begins when its step says', () => {
    expect(reminderSteps.map((step) => startsAt(step, closesAt).toISOString())).toEqual([
      '2026-12-11T23:00:00.000Z',
      '2026-12-18T23:00:00.000Z',
      '2026-12-20T23:00:00.000Z',
      '2026-12-21T20:00:00.000Z',
    ]);
  });
});
