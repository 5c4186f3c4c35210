import type { SeededCall } from './seed.ts';
import type { Service } from './service.ts';

/** How much is measured. */
export type Scale = { rounds: number; seconds: number; sizes: number[]; listSizes: number[]; charters: number };

/** What every workload is given. */
export type Bench = Scale & {
  service: Service;
  /** How many ask at once. */
  connections: number[];
  /** A call whose deposit is open: complete drafts. */
  open: SeededCall;
  /** Closed calls, by number of dossiers: admissible, three reviews each. */
  closed: Map<number, SeededCall>;
  /** A closed call whose reviews are still to be given. */
  toReview: SeededCall;
};
