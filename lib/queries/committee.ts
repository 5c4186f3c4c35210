import 'server-only';
import type { Actor } from '../domain/actor.ts';
import { obstacle } from '../domain/acts.ts';
import type { BoardLine } from '../domain/board.ts';
import type { BoardView } from '../domain/board-view.ts';
import type { Call, Category } from '../domain/call.ts';
import { databaseNow } from './call.ts';
import { stillAuthorisedIn } from './closing.ts';
import {
  dossiersToReviewFirst,
  frozenBoard,
  hiddenDossiers,
  liveBoard,
  selectionState,
  unexaminedDossiers,
  withdrawnSinceFrozen,
} from './selection.ts';

/** The boards of a call, one per category; null for who may not see them or before the closing. */
export async function boardsFor(actor: Actor, call: Call): Promise<BoardView[] | null> {
  const now = await databaseNow();
  const onCall = { actor, now, call: { ...call, fictitious: call.definition.fictitious } };
  if (obstacle('viewSelection', onCall) !== null) return null;
  const authorised = await stillAuthorisedIn(call.id);
  const views = call.definition.categories.map(async (category): Promise<BoardView | null> => {
    const state = await selectionState(call.id, category.code);
    if (!state) return null;
    const [lines, hidden, hiddenInCall, waiting, toReviewFirst] = await Promise.all([
      state.status === 'open' ? liveBoard(call, category) : frozenBoard(state.id),
      hiddenDossiers(actor.userId, call.id, category.code),
      hiddenDossiers(actor.userId, call.id),
      state.status === 'open' ? unexaminedDossiers(call.id, category.code) : [],
      state.status === 'open' ? dossiersToReviewFirst(actor, call.id, category.code) : [],
    ]);
    const withdrawn = state.status === 'frozen' ? await withdrawnSinceFrozen(lines) : 0;
    const facts = { stillAuthorised: authorised.count, withdrawnSinceFrozen: withdrawn, unexamined: waiting.length };
    const hiddenHere = lines.filter((line) => hidden.has(line.dossierId)).length;
    const selection = { status: state.status, frozenById: state.frozenById, actorRecusedInCategory: hidden.size > 0 };
    const problems = lines.filter((line) => line.problem !== null).length;
    const may = (act: 'freezeSelection' | 'reopenSelection' | 'releaseSelection') =>
      obstacle(act, { ...onCall, selection, problems, ...facts }) === null;
    const mayMove = state.status === 'open' && actor.grants.some(({ role }) => role === 'committee' || role === 'chair');
    return {
      category,
      state,
      lines: lines.filter(({ dossierId }) => !hidden.has(dossierId) && !toReviewFirst.some((dossier) => dossier.dossierId === dossierId)),
      hidden: hiddenHere,
      toReviewFirst,
      authorised: state.status === 'open' ? authorised : { count: 0, until: null },
      withdrawn,
      unexamined: { total: waiting.length, named: waiting.filter(({ dossierId }) => !hiddenInCall.has(dossierId)) },
      mayMove,
      mayFreeze: lines.length > 0 && may('freezeSelection'),
      mayReopen: may('reopenSelection'),
      mayRelease: may('releaseSelection'),
    };
  });
  return (await Promise.all(views)).filter((view) => view !== null);
}

/** The line of one dossier on the board of its category, as frozen or as it stands now; null when it has none. */
export async function boardLine(call: Call, category: Category, dossierId: string): Promise<BoardLine | null> {
  const state = await selectionState(call.id, category.code);
  if (!state) return null;
  const lines = state.status === 'open' ? await liveBoard(call, category) : await frozenBoard(state.id);
  return lines.find((line) => line.dossierId === dossierId) ?? null;
}
