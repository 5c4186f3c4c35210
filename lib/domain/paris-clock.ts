import { legalTimeZone } from './dates.ts';

/** A day of the calendar; months from 1. */
export type Day = { year: number; month: number; day: number };
/** An hour of the day, as clocks show it. */
export type ClockTime = { hour: number; minute: number };

/** A day as browsers send it, « 2026-10-25 », or as the French write it, « 25/10/2026 »; null when no such day exists. */
export function readDay(text: string): Day | null {
  const trimmed = text.trim();
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed) ?? [];
  const [, frenchDay, frenchMonth, frenchYear] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(trimmed) ?? [];
  const date = { year: Number(year ?? frenchYear), month: Number(month ?? frenchMonth), day: Number(day ?? frenchDay) };
  const real = new Date(Date.UTC(date.year, date.month - 1, date.day));
  const exists = real.getUTCFullYear() === date.year && real.getUTCMonth() === date.month - 1 && real.getUTCDate() === date.day;
  return exists && date.year >= 2000 && date.year <= 2100 ? date : null;
}

/** An hour as browsers send it, « 18:00 », or as one types it, « 18 h » or « 18h00 »; null when there is no such hour. */
export function readTime(text: string): ClockTime | null {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:\s*(?:h|:)\s*(\d{2})?)?(?::00)?$/i.exec(text.trim()) ?? [];
  if (hour === undefined) return null;
  const clock = { hour: Number(hour), minute: Number(minute) };
  return clock.hour < 24 && clock.minute < 60 ? clock : null;
}

/** « 2026-10-25 », as the fields of a form hold it and as days are compared. */
export function isoDay({ year, month, day }: Day): string {
  return `${year}-${two(month)}-${two(day)}`;
}

/** « 18:00 », as the fields of a form hold it. */
export function isoTime({ hour, minute }: ClockTime): string {
  return `${two(hour)}:${two(minute)}`;
}

/** Every instant at which clocks in Paris show this: one, none in the missing hour, two in the repeated one. */
export function instantsInParis(date: Day, clock: ClockTime): Date[] {
  const asUtc = Date.UTC(date.year, date.month - 1, date.day, clock.hour, clock.minute);
  const offsets = new Set([-12, 12].map((hours) => offsetAt(new Date(asUtc + hours * HOUR_MS))));
  return [...offsets].map((offset) => new Date(asUtc - offset)).filter((instant) => instant.getTime() + offsetAt(instant) === asUtc);
}

/** How far ahead of UTC clocks in Paris are, in milliseconds. */
export function offsetAt(instant: Date): number {
  const { year, month, day, hour, minute, second } = parisParts(instant);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant.getTime() / 1000) * 1000;
}

/** What clocks in Paris show at an instant. */
export function parisParts(instant: Date): Day & ClockTime & { second: number } {
  const found = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = found;
  return { year, month, day, hour, minute, second };
}

const HOUR_MS = 3_600_000;
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: legalTimeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function two(value: number): string {
  return String(value).padStart(2, '0');
}
