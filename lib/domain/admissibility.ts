import type { CallDefinition } from './call.ts';
import { blockingGaps } from './completeness.ts';
import { frenchClosing } from './dates.ts';
import { type EligibilityVerdict, proposeEligibility } from './eligibility.ts';
import { authorisationSentence, type LateAuthorisation } from './extension.ts';
import { type DossierAnswers, textAnswerOfKind } from './form.ts';
import { letterPlaceOf } from './letter-place.ts';
import { lowerFirst } from './text.ts';

export type AdmissibilityVerdict = 'admissible' | 'inadmissible';
export const admissibilityLabels: Record<AdmissibilityVerdict, string> = { admissible: 'Recevable', inadmissible: 'Irrecevable' };

/** One thing the examination looks at. `met` null: only a person can tell, by reading. */
export type AdmissibilityPoint = { code: string; label: string; quote: string; met: boolean | null; detail: string };

/** What has been established about a submitted dossier when it is examined. */
export type Examination = {
  answers: DossierAnswers;
  receivedAt: Date;
  /** The closing that holds for this dossier. */
  closesAt: Date;
  /** What let it be received after everybody’s closing. */
  authorisation?: LateAuthorisation | null;
  /** Until when the support letter may still follow the dossier; absent or null once it may not. */
  letterAwaitedUntil?: Date | null;
  eligibility: EligibilityVerdict | null;
  categoryCode: string | null;
};

/**
 * The points of the examination, in order: received in time (call, 4), eligible (call, 3.1), each of the parts the
 * dossier « devra être composé » of (call, 4), and a category, without which no criterion can be read (call, 3.2).
 */
export function admissibilityPoints(definition: CallDefinition, examination: Examination): AdmissibilityPoint[] {
  return [
    receivedInTime(definition, examination),
    eligible(definition, examination),
    ...definition.parts.map((part) => partIsThere(definition, part, examination)),
    categoryKnown(definition, examination),
  ];
}

/** The points that forbid the verdict « recevable ». */
export function blockingPoints(definition: CallDefinition, examination: Examination): AdmissibilityPoint[] {
  return admissibilityPoints(definition, examination).filter((point) => point.met !== true);
}

/** The verdict and reason proposed when nothing is open, for a person to confirm or change; null otherwise. */
export function proposeAdmissibility(points: readonly AdmissibilityPoint[]): { verdict: AdmissibilityVerdict; reason: string } | null {
  if (points.length === 0 || points.some((point) => point.met !== true)) return null;
  const checked = points.map(({ label }) => lowerFirst(label));
  return { verdict: 'admissible', reason: `Tout est vérifié\u00a0: ${checked.join('\u00a0; ')}.` };
}

function receivedInTime(definition: CallDefinition, { receivedAt, closesAt, authorisation }: Examination): AdmissibilityPoint {
  const met = receivedAt < closesAt;
  return {
    code: 'delai',
    label: 'Déposé dans le délai',
    quote: definition.calendar.closingQuote,
    met,
    detail: met ? inTime(authorisation) : 'Reçu après la clôture.',
  };
}

function inTime(authorisation: Examination['authorisation']): string {
  return authorisation
    ? `Reçu après la clôture, dans le délai de ce dossier. ${authorisationSentence(authorisation)}`
    : 'Reçu avant la clôture.';
}

function eligible(definition: CallDefinition, { eligibility, answers }: Examination): AdmissibilityPoint {
  const detail = { eligible: 'Éligibilité décidée.', ineligible: 'La structure a été jugée non éligible.' };
  return {
    code: 'eligibilite',
    label: 'Structure éligible',
    quote: proposeEligibility(definition, textAnswerOfKind(definition, answers, 'organisationKind')).quote,
    met: eligibility === null ? null : eligibility === 'eligible',
    detail: eligibility === null ? 'L’éligibilité reste à décider.' : detail[eligibility],
  };
}

function partIsThere(definition: CallDefinition, part: CallDefinition['parts'][number], examination: Examination): AdmissibilityPoint {
  const gaps = blockingGaps(definition, examination.answers).filter((gap) => gap.partCode === part.code);
  const until = gaps.every((gap) => gap.questionCode === letterPlaceOf(definition)?.questionCode) && examination.letterAwaitedUntil;
  const { code, label, quote } = part;
  if (gaps.length > 0 && until)
    return { code, label, quote, met: null, detail: `La lettre de soutien peut encore arriver ${frenchClosing(until)}.` };
  return {
    code,
    label,
    quote,
    met: gaps.length === 0,
    detail: gaps.length === 0 ? 'Présent dans le dossier.' : gaps.map((gap) => gap.message).join(' '),
  };
}

function categoryKnown(definition: CallDefinition, { categoryCode }: Examination): AdmissibilityPoint {
  const category = definition.categories.find((c) => c.code === categoryCode);
  return {
    code: 'categorie',
    label: 'Catégorie connue',
    quote: definition.categories.map((c) => c.quote).join(' '),
    met: category ? true : null,
    detail: category ? category.label : 'Le candidat n’a pas choisi de catégorie\u00a0: choisissez-la avec une raison.',
  };
}
