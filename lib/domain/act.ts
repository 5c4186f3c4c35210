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
