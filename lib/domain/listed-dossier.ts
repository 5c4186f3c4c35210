import type { AssistanceState } from './assisted-deposit.ts';
import type { DossierStatus } from './dossier-status.ts';

/** A submitted dossier as a line of the reviewers' list. */
export type ListedDossier = {
  id: string;
  number: string;
  status: DossierStatus;
  organisationName: string;
  territoryName: string;
  organisationKind: string;
  categoryCode: string | null;
  submittedAt: Date;
  deliveredReviews: number;
  ownReview: 'none' | 'draft' | 'delivered';
  /** Whether the territory has confirmed what the Mission entered for it; null for what it deposited itself. */
  assistance: AssistanceState | null;
  /** Corrections that are awaited, or whose due date has passed without them. */
  corrections: 'awaited' | 'overdue' | null;
  /** Messages nobody at the Mission has read; 0 for who does not read them. */
  unreadMessages: number;
};
