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
  /** Messages nobody at the Mission has read; 0 for who does not read them. */
  unreadMessages: number;
};
