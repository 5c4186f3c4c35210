import { describe, expect, it } from 'vitest';
import { dueLetterReminder } from '../../lib/domain/letter-reminder.ts';

const DAY_MS = 86_400_000;
const sentAt = new Date('2030-01-01T09:00:00Z');
const day = (days: number) => new Date(sentAt.getTime() + days * DAY_MS);
const due = (now: number, deadline: number) => dueLetterReminder({ sentAt, now: day(now), deadline: day(deadline) })?.code ?? null;

describe('the official is reminded', () => {
  it('four and eight days after the sending, and three days before the date of the letter', () => {
    expect([0, 3.99, 4, 7.99, 8, 26.99, 27, 29.99, 30, 40].map((now) => due(now, 30))).toEqual([
      null,
      null,
      'J+4',
      'J+4',
      'J+8',
      'J+8',
      'J-3',
      'J-3',
      null,
      null,
    ]);
  });

  it('in the order of the dates, whatever comes first', () => {
    expect([4, 5, 5.5, 7.9, 8].map((now) => due(now, 8.5))).toEqual(['J+4', 'J+4', 'J-3', 'J-3', 'J+8']);
  });

  it('not of a step that began before the letter was sent', () => {
    expect(due(1, 2)).toBeNull();
    expect(due(1.5, 2)).toBeNull();
  });
});
