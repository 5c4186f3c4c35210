import type { CallDefinition } from './call.ts';
import { sectionOf } from './call.ts';
import { parisDay, startOfDayInParis } from './dates.ts';
import type { DossierAnswers } from './form.ts';
import { isoDay, readDay } from './paris-clock.ts';
import { phaseAt } from './phase.ts';
import type { CorrectionFacts, Situation } from './situation.ts';
import { sameAnswers } from './snapshot.ts';

/** One page to correct, and the words of the Mission. */
export type CorrectionPoint = { section: string; text: string };
export type CorrectionState = 'open' | 'answered' | 'overdue' | 'withdrawn';

/** A request for corrections as examiners read it; its candidates read its words and its due date. */
export type AskedCorrection = {
  id: string;
  points: CorrectionPoint[];
  state: CorrectionState;
  dueAt: Date;
  askedAt: Date;
  by: string;
  /** The version that was read, and the one that answers. */
  version: number;
  answeredVersion: number | null;
  /** Pages that were asked for and say the same in the version that answers. */
  unchanged: string[];
  withdrawal: { reason: string; at: Date; by: string } | null;
};

/** A candidate gets at least the rest of the day, and the others do not wait more than this for one dossier. */
export const longestDelay = 30;
export const maxPointLength = 3000;

/** Where a request stands at an instant; its due date is the first instant that is too late. */
export function correctionState(request: { dueAt: Date; answeredAt: Date | null; withdrawnAt: Date | null }, now: Date): CorrectionState {
  if (request.answeredAt) return 'answered';
  if (request.withdrawnAt) return 'withdrawn';
  return now < request.dueAt ? 'open' : 'overdue';
}

/** The request that waits for its answer at this instant; null when there is none, or when it is too late. */
export function openCorrection({ dossier, now }: Pick<Situation, 'dossier' | 'now'>): CorrectionFacts | null {
  const correction = dossier?.correction ?? null;
  return correction && now < correction.dueAt ? correction : null;
}

/**
 * The act by which a page of the form is written: once the deposit is closed, a dossier the Mission has asked to correct
 * is corrected, for the pages it named; everything else is the plain writing of a dossier.
 */
export function writingAct({ call, now, dossier }: Situation): 'editDossier' | 'correctSection' {
  return dossier?.correction && dossier.status === 'submitted' && phaseAt(call, now) === 'closed' ? 'correctSection' : 'editDossier';
}

/**
 * What a corrected version says: the pages that were to be corrected as they are written now, everything else as it was
 * submitted. What was written elsewhere before the closing and never submitted stays out of it.
 */
export function correctedAnswers(submitted: DossierAnswers, written: DossierAnswers, sections: readonly string[]): DossierAnswers {
  const corrected = sections.flatMap((code) => (written[code] ? [[code, written[code]] as const] : []));
  return { ...submitted, ...Object.fromEntries(corrected) };
}

/** The pages asked for that say the same in the version that answers as in the one that was read. */
export function unchangedPages(points: readonly CorrectionPoint[], read: DossierAnswers, answered: DossierAnswers): string[] {
  return points.map(({ section }) => section).filter((code) => sameAnswers({ [code]: read[code] ?? {} }, { [code]: answered[code] ?? {} }));
}

/** What prevents a request from being sent, by field: « points », a page of the form, or « jour »; empty when nothing does. */
export function requestProblems(
  definition: CallDefinition,
  points: readonly CorrectionPoint[],
  dueDay: string,
  now: Date,
): Record<string, string> {
  const problems: Record<string, string> = {};
  if (points.length === 0) problems.points = 'Écrivez ce qui est à corriger, sous une page au moins.';
  for (const { section, text } of points) {
    if (!sectionOf(definition, section)) problems.points = 'Cette page n’existe pas dans le formulaire.';
    else if (text.length > maxPointLength) problems[section] = `Ce texte est trop long\u00a0: ${maxPointLength} signes au plus.`;
  }
  const wrong = dueDayProblem(dueDay, now);
  return wrong ? { ...problems, jour: wrong } : problems;
}

/**
 * Why a day cannot be the last one to correct, as a French sentence; null when it can: today at the earliest, in
 * `longestDelay` days at the latest, and later than the former due date when there is one.
 * @param day as the browser posts it, « 2030-06-14 », or as one types it, « 14/06/2030 ».
 */
export function dueDayProblem(day: string, now: Date, former: Date | null = null): string | null {
  const date = readDay(day);
  if (!date) return 'Écrivez une date, par exemple «\u00a014/06/2030\u00a0».';
  const read = isoDay(date);
  if (read < parisDay(now)) return 'Cette date est passée\u00a0: choisissez aujourd’hui ou un jour suivant.';
  if (read > parisDay(new Date(now.getTime() + longestDelay * DAY_MS))) return `Choisissez une date dans les ${longestDelay} jours.`;
  if (former && dueInstant(day) <= former) return 'Choisissez une date plus tardive que la date actuelle.';
  return null;
}

/** The first instant that is too late for corrections due on this day « until 23 h 59 », in Paris. The day must be right. */
export function dueInstant(day: string): Date {
  const date = readDay(day);
  if (!date) throw new Error('no such day');
  return startOfDayInParis(date.year, date.month, date.day + 1);
}

/** The day proposed at first, as the browser shows it: in ten days. */
export function proposedDay(now: Date): string {
  return parisDay(new Date(now.getTime() + 10 * DAY_MS));
}

const DAY_MS = 86_400_000;
