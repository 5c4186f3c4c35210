import { frenchClosing, legalTimeZone } from './dates.ts';

/**
 * Where an overseas territory is, with its time zone (IANA) and how one says « there ». French Polynesia has three hours:
 * that of Tahiti and of most islands, that of the Marquesas and that of the Gambier.
 */
export const overseasPlaces = [
  { code: '971', label: 'Guadeloupe', there: 'en Guadeloupe', timeZone: 'America/Guadeloupe' },
  { code: '972', label: 'Martinique', there: 'en Martinique', timeZone: 'America/Martinique' },
  { code: '973', label: 'Guyane', there: 'en Guyane', timeZone: 'America/Cayenne' },
  { code: '974', label: 'La Réunion', there: 'à La Réunion', timeZone: 'Indian/Reunion' },
  { code: '975', label: 'Saint-Pierre-et-Miquelon', there: 'à Saint-Pierre-et-Miquelon', timeZone: 'America/Miquelon' },
  { code: '976', label: 'Mayotte', there: 'à Mayotte', timeZone: 'Indian/Mayotte' },
  { code: '977', label: 'Saint-Barthélemy', there: 'à Saint-Barthélemy', timeZone: 'America/St_Barthelemy' },
  { code: '978', label: 'Saint-Martin', there: 'à Saint-Martin', timeZone: 'America/Marigot' },
  { code: '986', label: 'Wallis-et-Futuna', there: 'à Wallis-et-Futuna', timeZone: 'Pacific/Wallis' },
  { code: '987', label: 'Polynésie française, sauf Marquises et Gambier', there: 'à Papeete', timeZone: 'Pacific/Tahiti' },
  { code: '987-marquises', label: 'Îles Marquises', there: 'aux îles Marquises', timeZone: 'Pacific/Marquesas' },
  { code: '987-gambier', label: 'Îles Gambier', there: 'aux îles Gambier', timeZone: 'Pacific/Gambier' },
  { code: '988', label: 'Nouvelle-Calédonie', there: 'en Nouvelle-Calédonie', timeZone: 'Pacific/Noumea' },
] as const;
export type OverseasPlace = (typeof overseasPlaces)[number];

/** The place of that code, or null. */
export function placeOf(code: string | null | undefined): OverseasPlace | null {
  return overseasPlaces.find((place) => place.code === code) ?? null;
}

/** La Poste numbers Saint-Barthélemy and Saint-Martin within Guadeloupe, which they left in 2007. */
const postalExceptions: Record<string, string> = { '97133': '977', '97150': '978' };
/** Insee, codes of communes in the two archipelagos that do not keep the hour of Tahiti. */
const archipelagos: Record<string, string> = {
  '98718': '987-marquises',
  '98723': '987-marquises',
  '98731': '987-marquises',
  '98746': '987-marquises',
  '98756': '987-marquises',
  '98757': '987-marquises',
  '98719': '987-gambier',
};

/** The place of a département or collectivity (« 987 »), of a commune (« 98718 ») or of a postal code (« 97133 »); null in metropolitan France. */
export function placeOfCode(code: string): OverseasPlace | null {
  return placeOf(postalExceptions[code] ?? archipelagos[code] ?? code.slice(0, 3));
}

/**
 * How the closing is told there, beside the hour of Paris: « soit le vendredi 4 octobre 2019 à 11 h 59 à Papeete », the
 * last minute that still counts, named with its day. Null where the hour is that of Paris.
 */
export function localClosing(closesAt: Date, place: OverseasPlace | null): string | null {
  if (!place || !differs(closesAt, place)) return null;
  return `soit ${upTo(closesAt, place)} ${place.there}`;
}

/** The closing in the hour of Paris, followed by the local one: « jusqu’au … inclus, heure de Paris (soit le … à Papeete) ». */
export function closingThere(closesAt: Date, place: OverseasPlace | null): string {
  const local = localClosing(closesAt, place);
  return local ? `${frenchClosing(closesAt)} (${local})` : frenchClosing(closesAt);
}

/** The closing told in every overseas place, those of the same hour together, in the order in which the day comes to them. */
export function overseasClosings(closesAt: Date): { places: string; closing: string }[] {
  const grouped = Map.groupBy(
    overseasPlaces.filter((place) => differs(closesAt, place)).sort((a, b) => offsetAt(closesAt, b) - offsetAt(closesAt, a)),
    (place) => upTo(closesAt, place),
  );
  return [...grouped].map(([closing, places]) => ({ places: places.map(({ label }) => label).join(', '), closing }));
}

function differs(instant: Date, place: OverseasPlace): boolean {
  return wallClock(instant, place.timeZone) !== wallClock(instant, legalTimeZone);
}

/** « le vendredi 4 octobre 2019 à 11 h 59 », as the hour of Paris is told in `dates.ts`. */
function upTo(closesAt: Date, place: OverseasPlace): string {
  const fullMinute = closesAt.getTime() % 60_000 === 0;
  const last = fullMinute ? new Date(closesAt.getTime() - 60_000) : closesAt;
  const part = partsAt(last, place.timeZone);
  const day = `${part('weekday')} ${part('day') === '1' ? '1er' : part('day')} ${part('month')} ${part('year')}`;
  const seconds = fullMinute ? '' : `\u00a0min\u00a0${part('second').padStart(2, '0')}\u00a0s`;
  return `le ${day} à ${Number(part('hour'))}\u00a0h\u00a0${part('minute').padStart(2, '0')}${seconds}`;
}

function partsAt(instant: Date, timeZone: string): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = new Intl.DateTimeFormat('fr-FR', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}

/** The date and hour read on a clock there, comparable as text. */
function wallClock(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant);
}

function offsetAt(instant: Date, place: OverseasPlace): number {
  return Date.parse(`${wallClock(instant, place.timeZone).replace(' ', 'T')}Z`);
}
