import type { BoardLine } from './board.ts';
import type { Category } from './call.ts';

/** Where the selection of a category stands. */
export type SelectionState = {
  id: string;
  status: 'open' | 'frozen' | 'released';
  frozenById: string | null;
  frozenAt: Date | null;
  releasedAt: Date | null;
  boardSha256: string | null;
};

/** A dossier as a link shows it. */
export type NamedDossier = { dossierId: string; number: string; organisationName: string; categoryCode: string | null };

/** The board of a category as one person sees it. */
export type BoardView = {
  category: Category;
  state: SelectionState;
  lines: BoardLine[];
  /** Dossiers of the category this person does not see: they withdrew from judging them, or belong to them. */
  hidden: number;
  /** Dossiers this person may still review: the board shows nothing of them before. */
  toReviewFirst: NamedDossier[];
  /** Submitted dossiers that could still join the category; those this person does not see are only counted. */
  unexamined: { total: number; named: NamedDossier[] };
  /** Dossiers of the call that an individual authorisation still lets be submitted: counted, never named. */
  authorised: { count: number; until: Date | null };
  /** Dossiers of a frozen proposal taken out of the call since. */
  withdrawn: number;
  mayMove: boolean;
  mayFreeze: boolean;
  mayReopen: boolean;
  mayRelease: boolean;
};
