import { readInstant, readLastMinute, type TypedInstant } from './closing.ts';
import { frenchClosing, frenchDay, frenchInstant, frenchTime } from './dates.ts';
import { cleanText, tooLongSentence } from './text.ts';

/** Something that prevented deposits, as it was recorded, with the closing it gave to everybody. */
export type Incident = { startedAt: Date; endedAt: Date; description: string; closesAt: Date };
/** What lets one dossier be submitted after everybody’s closing, until an instant of its own. */
export type LateAuthorisation = { until: Date; givenAt: Date; reason: string };

/** Longest account of an incident, reason of an authorisation or of a withdrawal. */
export const maxReasonLength = 1000;
/** How far a closing may be moved: beyond this it is another call. */
export const maxExtensionDays = 92;

/** `closing`: the last minute in which one may deposit. */
export type TypedIncident = { from: TypedInstant; to: TypedInstant; description: string; closing: TypedInstant };
type IncidentField = 'fromDay' | 'fromTime' | 'toDay' | 'toTime' | 'description' | 'closingDay' | 'closingTime';

/** An incident as an administrator types it, or what to correct, by field. `closesAt`: the closing in force. */
export function readIncident(
  typed: TypedIncident,
  { closesAt, now }: { closesAt: Date; now: Date },
): { incident: Incident } | { problems: Partial<Record<IncidentField, string>> } {
  const [from, to, closing] = [readInstant(typed.from), readInstant(typed.to), readLastMinute(typed.closing)];
  const { text, problem } = readReason(typed.description, 'Dites ce qui s’est passé\u00a0: cette phrase sera publiée.');
  const problems = {
    ...('problems' in from && named('from', from.problems)),
    ...('problems' in to && named('to', to.problems)),
    ...(problem && { description: problem }),
    ...('problems' in closing && named('closing', closing.problems)),
  };
  if ('problems' in from || 'problems' in to || 'problems' in closing) return { problems };
  const incident = { startedAt: from.instant, endedAt: to.instant, description: text, closesAt: closing.instant };
  const order = {
    ...(incident.startedAt > now && { fromDay: 'Un incident s’enregistre une fois commencé\u00a0: indiquez un début passé.' }),
    ...(incident.endedAt <= incident.startedAt && { toDay: 'La fin doit venir après le début.' }),
    ...closingProblem('closingDay', incident.closesAt, closesAt, now),
  };
  const found = { ...problems, ...order };
  return Object.keys(found).length > 0 ? { problems: found } : { incident };
}

/** `until`: the last minute in which this dossier may be deposited. */
export type TypedAuthorisation = { until: TypedInstant; reason: string };
type AuthorisationField = 'untilDay' | 'untilTime' | 'reason';

/** An authorisation as an administrator types it, or what to correct, by field. `closesAt`: everybody’s closing. */
export function readAuthorisation(
  typed: TypedAuthorisation,
  { closesAt, now }: { closesAt: Date; now: Date },
): { authorisation: LateAuthorisation } | { problems: Partial<Record<AuthorisationField, string>> } {
  const until = readLastMinute(typed.until);
  const { text, problem } = readReason(typed.reason, 'Écrivez le motif\u00a0: les évaluateurs le liront.');
  const reason = problem ? { reason: problem } : {};
  if ('problems' in until) return { problems: { ...named('until', until.problems), ...reason } };
  const found = { ...closingProblem('untilDay', until.instant, closesAt, now), ...reason };
  return Object.keys(found).length > 0 ? { problems: found } : { authorisation: { until: until.instant, givenAt: now, reason: text } };
}

/** A reason as it is kept, and what is wrong with it: missing (in the words given), or too long. */
export function readReason(typed: string, missing: string): { text: string; problem: string | null } {
  const text = cleanText(typed).trim();
  if (text === '') return { text, problem: missing };
  return { text, problem: text.length > maxReasonLength ? tooLongSentence(maxReasonLength) : null };
}

/** « Le dépôt a été prolongé jusqu’au … en raison d’un incident » : the notice everybody reads. */
export function extensionSentence({ closesAt }: Pick<Incident, 'closesAt'>): string {
  return `Le dépôt a été prolongé ${frenchClosing(closesAt)}, en raison d’un incident.`;
}

/** What happened and when: « Le 4 octobre 2019 de 14 h 10 à 16 h 00 (heure de Paris) : … ». */
export function incidentSentence({ startedAt, endedAt, description }: Incident): string {
  const [from, to] = [frenchDay(startedAt), frenchDay(endedAt)];
  const when =
    from === to
      ? `Le ${from} de ${frenchTime(startedAt)} à ${frenchTime(endedAt)}`
      : `Du ${from} à ${frenchTime(startedAt)} au ${to} à ${frenchTime(endedAt)}`;
  return `${when} (heure de Paris)\u00a0: ${description}`;
}

/** « Autorisation individuelle donnée le …, pour déposer jusqu’au …. Motif : … » : what readers and the receipt say. */
export function authorisationSentence({ givenAt, until, reason }: LateAuthorisation): string {
  return `Autorisation individuelle donnée le ${frenchInstant(givenAt)}, pour déposer ${frenchClosing(until)}. Motif\u00a0: ${reason}`;
}

const DAY_MS = 86_400_000;

/** A closing only moves forward, to an instant still to come, and not for ever. */
function closingProblem<F extends string>(field: F, closing: Date, closesAt: Date, now: Date): Partial<Record<F, string>> {
  const problem = (text: string) => ({ [field]: text }) as Record<F, string>;
  if (closing <= now) return problem('Choisissez un instant à venir.');
  if (closing <= closesAt) return problem(`Le dépôt est déjà ouvert ${frenchClosing(closesAt)}\u00a0: choisissez un instant plus tardif.`);
  const latest = Math.max(closesAt.getTime(), now.getTime()) + maxExtensionDays * DAY_MS;
  return closing.getTime() > latest ? problem(`Choisissez un instant à moins de ${maxExtensionDays} jours\u00a0: vérifiez l’année.`) : {};
}

function named<P extends string>(prefix: P, problems: { day?: string; time?: string }) {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [`${prefix}${field === 'day' ? 'Day' : 'Time'}`, problem]),
  ) as Partial<Record<`${P}Day` | `${P}Time`, string>>;
}
