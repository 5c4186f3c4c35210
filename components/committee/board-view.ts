import type { BoardLine } from '#lib/domain/board.ts';
import type { Category } from '#lib/domain/call.ts';

/** Dossiers nobody has examined that could join a category; those the reader does not see are only counted. */
export type Unexamined = {
  total: number;
  named: { dossierId: string; number: string; organisationName: string; categoryCode: string | null }[];
};

/** The board of a category as one person sees it, with what they may do. */
export type Board = {
  category: Category;
  state: { status: 'open' | 'frozen' | 'released'; frozenAt: Date | null; releasedAt: Date | null; boardSha256: string | null };
  lines: BoardLine[];
  hidden: number;
  /** Not shown either: what this reader may still review, and would otherwise read before their own review. */
  toReviewFirst: Unexamined['named'];
  unexamined: Unexamined;
  mayMove: boolean;
  mayFreeze: boolean;
  mayReopen: boolean;
  mayRelease: boolean;
};
