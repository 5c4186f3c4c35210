/** The legal time zone of every call. */
export const legalTimeZone = 'Europe/Paris';

const dayFormat = new Intl.DateTimeFormat('fr-FR', {
  timeZone: legalTimeZone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const shortDayFormat = new Intl.DateTimeFormat('fr-FR', { timeZone: legalTimeZone, day: 'numeric', month: 'long', year: 'numeric' });
const timeFormat = new Intl.DateTimeFormat('fr-FR', { timeZone: legalTimeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** « 16 janvier 2020 », in Paris. */
export function frenchDay(instant: Date): string {
  return firstOfMonth(shortDayFormat.format(instant));
}

/** « vendredi 4 octobre 2019 à 23 h 59 (heure de Paris) ». */
export function frenchInstant(instant: Date): string {
  return `${firstOfMonth(dayFormat.format(instant))} à ${frenchTime(instant)} (heure de Paris)`;
}

/** « 4 octobre 2019 à 23 h 59 min 12 s (heure de Paris) », for proofs. */
export function frenchInstantToTheSecond(instant: Date): string {
  const [, , seconds] = timeParts(instant);
  return `${frenchDay(instant)} à ${frenchTime(instant)} min ${seconds} s (heure de Paris)`;
}

/** « 16 h 32 », in Paris. */
export function frenchTime(instant: Date): string {
  const [hours, minutes] = timeParts(instant);
  return `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/**
 * How a closing is told so that nobody mistakes the day: the last minute that still counts, named with its day. One that
 * does not fall on a full minute, because it was brought forward, is told to the second.
 */
export function frenchClosing(closesAt: Date): string {
  return isFullMinute(closesAt)
    ? `jusqu’au ${lastMinute(closesAt)} inclus, heure de Paris`
    : `jusqu’au ${lastMinute(closesAt)}, heure de Paris`;
}

/** The same closing once it has passed: « depuis le vendredi 4 octobre 2019 à 23 h 59 (heure de Paris) ». */
export function frenchClosed(closesAt: Date): string {
  return `depuis le ${lastMinute(closesAt)} (heure de Paris)`;
}

/** Days between now and the closing, rounded up; 0 when it has passed. */
export function daysLeft(closesAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((closesAt.getTime() - now.getTime()) / 86_400_000));
}

const isoDayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: legalTimeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
const offsetFormat = new Intl.DateTimeFormat('en-GB', { timeZone: legalTimeZone, timeZoneName: 'longOffset' });

/** « 2019-10-04 », the day it is in Paris. */
export function parisDay(instant: Date): string {
  return isoDayFormat.format(instant);
}

/** Midnight in Paris at the beginning of a day; months from 1, days past the end of a month go on into the next. */
export function startOfDayInParis(year: number, month: number, day: number): Date {
  // The clocks change at 1 h UTC: the difference at midnight UTC is the one at midnight in Paris.
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const hours = Number(/GMT\+(\d{2}):00/.exec(offsetFormat.format(midnight))?.[1]);
  return new Date(midnight.getTime() - hours * 3_600_000);
}

function lastMinute(closesAt: Date): string {
  if (isFullMinute(closesAt)) return withoutZone(frenchInstant(new Date(closesAt.getTime() - 60_000)));
  return `${withoutZone(frenchInstant(closesAt))}\u00a0min\u00a0${timeParts(closesAt)[2]}\u00a0s`;
}

function isFullMinute(instant: Date): boolean {
  return instant.getTime() % 60_000 === 0;
}

function withoutZone(instant: string): string {
  return instant.replace(' (heure de Paris)', '');
}

function timeParts(instant: Date): [string, string, string] {
  const [hours = '', minutes = '', seconds = ''] = timeFormat.format(instant).split(':');
  return [hours, minutes, seconds];
}

/** French writes « 1er janvier ». */
function firstOfMonth(day: string): string {
  return day.replace(/(^|\s)1 (?=\p{L})/u, '$11er ');
}
