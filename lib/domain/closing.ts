import { legalTimeZone } from './dates.ts';

/** A day and an hour as somebody types them: « 2026-10-25 » or « 25/10/2026 », « 18:00 », « 18 h » or « 18h00 ». */
export type TypedInstant = { day: string; time: string };
export type InstantProblems = { day?: string; time?: string };

/**
 * The instant of a day and hour typed in Paris, or what to correct, by field. An hour of a change night that does not
 * exist, or exists twice, is refused, never guessed.
 */
export function readInstant({ day, time }: TypedInstant): { instant: Date } | { problems: InstantProblems } {
  const date = readDay(day);
  const clock = readTime(time);
  if (!date || !clock) {
    return {
      problems: {
        ...(!date && { day: 'Écrivez une date comme 25/10/2026.' }),
        ...(!clock && { time: 'Écrivez une heure comme 18:00.' }),
      },
    };
  }
  const [instant, another] = instantsOf(date, clock);
  if (!instant || another || inChangeHour(instant)) return { problems: { time: changeHourSentence } };
  return { instant };
}

/**
 * True between 2 and 3 o’clock in Paris, both included, of a night when clocks change: that hour does not exist in
 * spring and comes twice in autumn. 3 o’clock is in it because a closing is told by the minute before it.
 */
export function inChangeHour(instant: Date): boolean {
  const { hour, minute } = parisParts(instant);
  const minutes = hour * 60 + minute;
  if (minutes < 120 || minutes > 180) return false;
  return offsetAt(new Date(instant.getTime() - 4 * HOUR_MS)) !== offsetAt(new Date(instant.getTime() + 4 * HOUR_MS));
}

export const changeHourSentence =
  'Cette nuit-là, l’heure change : entre 2\u00a0h et 3\u00a0h, une heure n’existe pas ou existe deux fois. Choisissez une heure avant 2\u00a0h ou après 3\u00a0h.';

/** The same instant as the fields of a form hold it: « 2026-10-25 », « 18:00 ». */
export function typedInstant(instant: Date): TypedInstant {
  const { year, month, day, hour, minute } = parisParts(instant);
  return { day: `${year}-${two(month)}-${two(day)}`, time: `${two(hour)}:${two(minute)}` };
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

type Day = { year: number; month: number; day: number };
type Clock = { hour: number; minute: number };

/** Every instant at which clocks in Paris show this: one, none in the missing hour, two in the repeated one. */
function instantsOf(date: Day, clock: Clock): Date[] {
  const asUtc = Date.UTC(date.year, date.month - 1, date.day, clock.hour, clock.minute);
  const offsets = new Set([-12, 12].map((hours) => offsetAt(new Date(asUtc + hours * HOUR_MS))));
  return [...offsets].map((offset) => new Date(asUtc - offset)).filter((instant) => instant.getTime() + offsetAt(instant) === asUtc);
}

/** How far ahead of UTC clocks in Paris are, in milliseconds. */
function offsetAt(instant: Date): number {
  const { year, month, day, hour, minute, second } = parisParts(instant);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant.getTime() / 1000) * 1000;
}

function parisParts(instant: Date): Day & Clock & { second: number } {
  const found = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = found;
  return { year, month, day, hour, minute, second };
}

/** As browsers send a date, or as the French write one. */
function readDay(text: string): Day | null {
  const trimmed = text.trim();
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed) ?? [];
  const [, frenchDay, frenchMonth, frenchYear] = /^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/.exec(trimmed) ?? [];
  const date = { year: Number(year ?? frenchYear), month: Number(month ?? frenchMonth), day: Number(day ?? frenchDay) };
  const real = new Date(Date.UTC(date.year, date.month - 1, date.day));
  const exists = real.getUTCFullYear() === date.year && real.getUTCMonth() === date.month - 1 && real.getUTCDate() === date.day;
  return exists && date.year >= 2000 && date.year <= 2100 ? date : null;
}

function readTime(text: string): Clock | null {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:\s*(?:h|:)\s*(\d{2})?)?(?::00)?$/i.exec(text.trim()) ?? [];
  if (hour === undefined) return null;
  const clock = { hour: Number(hour), minute: Number(minute) };
  return clock.hour < 24 && clock.minute < 60 ? clock : null;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
