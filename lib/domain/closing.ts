import { instantsInParis, isoDay, isoTime, offsetAt, parisParts, readDay, readTime } from './paris-clock.ts';

/** A day and an hour as somebody types them: « 2026-10-25 » or « 25/10/2026 », « 18:00 », « 18 h » or « 18h00 ». */
export type TypedInstant = { day: string; time: string };
export type InstantProblems = { day?: string; time?: string };
type ReadInstant = { instant: Date } | { problems: InstantProblems };

/**
 * The instant of a day and hour typed in Paris, or what to correct, by field. An hour of a change night that does not
 * exist, or exists twice, is refused, never guessed.
 */
export function readInstant(typed: TypedInstant): ReadInstant {
  return readShifted(typed, 0, changeHourSentence);
}

/**
 * The closing whose last minute is typed: the first instant that is too late, one minute later. People read « 23:59 » as
 * in time, and so it is.
 */
export function readLastMinute(typed: TypedInstant): ReadInstant {
  return readShifted(typed, MINUTE_MS, lastMinuteSentence);
}

function readShifted({ day, time }: TypedInstant, shift: number, sentence: string): ReadInstant {
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
  const [shown, another] = instantsInParis(date, clock);
  const instant = shown && new Date(shown.getTime() + shift);
  return !instant || another || inChangeHour(instant) ? { problems: { time: sentence } } : { instant };
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

const changeNight = 'Cette nuit-là, l’heure change\u00a0: entre 2\u00a0h et 3\u00a0h, une heure n’existe pas ou existe deux fois.';
export const changeHourSentence = `${changeNight} Choisissez une heure avant 2\u00a0h ou après 3\u00a0h.`;
/** The last minute of a closing that is itself neither in that hour nor at its edges. */
const lastMinuteSentence = `${changeNight} Choisissez une dernière minute avant 1\u00a0h\u00a059, ou à partir de 3\u00a0h.`;

/** The same instant as the fields of a form hold it: « 2026-10-25 », « 18:00 ». */
export function typedInstant(instant: Date): TypedInstant {
  const shown = parisParts(instant);
  return { day: isoDay(shown), time: isoTime(shown) };
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
