import type { CallDefinition } from './call.ts';
import type { CharterVersion } from './charter-version.ts';
import { plural } from './text.ts';

export type Signatory = { side: 'state' | 'territory'; name: string; title: string };

/** What the administrator chose for one laureate's charter. */
export type CharterChoices = {
  versionCode: string;
  measureCodes: string[];
  signatories: Signatory[];
  place: string;
  /** Day of the signature, ISO date without time. */
  signedOn: string;
  referent: { name: string; contact: string };
};

/** The version of that code in the call, or null. */
export function charterVersionOf(definition: CallDefinition, code: string): CharterVersion | null {
  return definition.charters.find((version) => version.code === code) ?? null;
}

/** What must be corrected before the charter can be issued, by field. Empty: it can. */
export function charterProblems(definition: CallDefinition, choices: CharterChoices): Record<string, string> {
  const problems: Record<string, string> = {};
  const version = charterVersionOf(definition, choices.versionCode);
  if (!version) problems.version = 'Choisissez la version de la charte.';
  else {
    const problem = measuresProblem(version, choices.measureCodes);
    if (problem) problems.measures = problem;
  }
  for (const side of ['state', 'territory'] as const) {
    const signatory = choices.signatories.find((s) => s.side === side && s.name.trim() && s.title.trim());
    if (!signatory) problems[side] = side === 'state' ? 'Indiquez qui signe pour l’État.' : 'Indiquez qui signe pour le territoire.';
  }
  if (!choices.place.trim()) problems.place = 'Indiquez le lieu de la signature.';
  if (!isCalendarDay(choices.signedOn)) problems.signedOn = 'Indiquez le jour de la signature.';
  if (!choices.referent.name.trim()) problems.referent = missingReferent;
  return problems;
}

/**
 * Charter, article 3: « Mettre en œuvre au moins deux des six dispositifs listés ci-dessus » (« des huit » in the third
 * version). Counted on distinct measures of that very version.
 */
export function measuresProblem(version: CharterVersion, measureCodes: readonly string[]): string | null {
  const known = new Set(version.measures.map((measure) => measure.code));
  const chosen = new Set(measureCodes);
  if ([...chosen].some((code) => !known.has(code))) return 'Un des dispositifs choisis n’existe pas dans cette version de la charte.';
  if (chosen.size >= version.minimumMeasures) return null;
  return `Choisissez au moins ${plural(version.minimumMeasures, 'dispositif', 'dispositifs')}\u00a0: cette charte l’exige.`;
}

/** Call, 3.3: the referent may be designated after the submission, but not after the signature. */
const missingReferent = 'Indiquez l’interlocuteur référent du territoire\u00a0: l’appel le demande pour l’année d’accompagnement.';

function isCalendarDay(day: string): boolean {
  const noon = new Date(`${day}T12:00:00Z`);
  return !Number.isNaN(noon.getTime()) && noon.toISOString().slice(0, 10) === day;
}
