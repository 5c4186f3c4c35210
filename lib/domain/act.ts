import type { Condition } from './act-conditions.ts';
import type { DossierStatus } from './dossier-status.ts';
import type { Phase } from './phase.ts';
import type { Capacity } from './situation.ts';

/** One row of the table of acts. */
export type Act = {
  /** In French, for the published matrix and the journal. */
  label: string;
  by: readonly Capacity[];
  from?: readonly DossierStatus[];
  during?: Phase;
  /** For whom the phase does not count: the instant at which they received it was judged before. */
  anytimeFor?: readonly Capacity[];
  to?: DossierStatus;
  conditions?: readonly Condition[];
};

/** Those whom several acts name together. */
export const candidate: Capacity[] = ['lead', 'contributor'];
/** Those who fill a dossier in: its people, or the administrator who enters it for them. */
export const writers: Capacity[] = [...candidate, 'assistant'];
export const examiners: Capacity[] = ['reviewer', 'administrator'];
export const mission: Capacity[] = ['reviewer', 'committee', 'chair', 'administrator'];
export const afterDeposit: DossierStatus[] = ['submitted', 'admissible', 'inadmissible', 'laureate', 'reserve', 'notSelected', 'withdrawn'];
export const beforeDecision: DossierStatus[] = ['submitted', 'admissible'];
