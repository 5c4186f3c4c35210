import type { Actor } from '../domain/actor.ts';
import type { BoardLine } from '../domain/board.ts';
import type { SelectionState } from '../domain/board-view.ts';
import { type Call, type Category, categoryOf } from '../domain/call.ts';
import type { Outcome } from '../domain/dossier-status.ts';
import { moveProblem } from '../domain/selection.ts';
import { canonicalJson } from '../domain/snapshot.ts';
import { type Reception, receivedAt } from '../infra/clock.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { sha256 } from '../infra/sha256.ts';
import { callById } from '../queries/call.ts';
import { stillAuthorisedIn } from '../queries/closing.ts';
import { hiddenDossiers, liveBoard, selectionState, unexaminedDossiers, withdrawnSinceFrozen } from '../queries/selection.ts';
import { dossierSituation, isUuid } from '../queries/situation.ts';
import { announceDecisions } from './decision.ts';
import { journal } from './journal.ts';
import { done, notFound, type Refused, type Result, refusalOf, refused } from './result.ts';

export type SelectionPlace = { callId: string; categoryCode: string };
type LoadedSelection = { call: Call; category: Category; state: SelectionState; situation: Parameters<typeof refusalOf>[1] };

/** Gives a dossier a place against the computed one, with a reason; `place` null: back to the computed place. */
export async function moveDossier(
  actor: Actor,
  dossierId: string,
  move: { place: Outcome | null; reason: string },
  reception: Reception,
): Promise<Result<null>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded) return notFound;
    const refusal = refusalOf('moveDossier', loaded.situation);
    if (refusal) return refusal;
    if (!move.reason.trim()) return refused('reasonMissing', loaded.situation, { reason: 'Écrivez la raison de ce déplacement.' });
    const category = categoryOf(loaded.call.definition, loaded.dossier.categoryCode);
    if (!category) return notFound;
    const board = await liveBoard(loaded.call, category, transaction);
    const line = board.find((l) => l.dossierId === dossierId);
    if (!line) return notFound;
    const problem = move.place && moveProblem(category, line, board, { dossierId, place: move.place });
    if (problem) return refused('moveRefused', loaded.situation, { place: problem });
    await transaction.boardMove.create({
      data: { dossierId, place: move.place, reason: move.reason, movedById: actor.userId, movedAt: loaded.situation.now },
    });
    const data = { from: line.place, to: move.place ?? 'computed', reason: move.reason };
    await journal(transaction, { act: 'moveDossier', actorId: actor.userId, callId: loaded.call.id, dossierId, data });
    return done(null);
  });
}

/** Freezes the proposal of a category: the board is stored as it stands, under a fingerprint. */
export async function freezeSelection(actor: Actor, place: SelectionPlace, reception: Reception): Promise<Result<null>> {
  return onSelection(actor, place, reception, async (transaction, { call, category, state, situation }) => {
    const board = await liveBoard(call, category, transaction);
    // Asked first: an authorisation that ends meanwhile leaves its dossier to be examined.
    const stillAuthorised = (await stillAuthorisedIn(call.id, transaction)).count;
    const unexamined = (await unexaminedDossiers(call.id, category.code, transaction)).length;
    const problems = board.filter((line) => line.problem !== null).length;
    const refusal = refusalOf('freezeSelection', { ...situation, problems, unexamined, stillAuthorised });
    if (refusal) return refusal;
    await transaction.selection.update({
      where: { id: state.id, status: 'open' },
      data: {
        status: 'frozen',
        board: board as unknown as Prisma.InputJsonArray,
        boardSha256: sha256(canonicalJson(board)),
        frozenById: actor.userId,
        frozenAt: situation.now,
      },
    });
    await journal(transaction, { act: 'freezeSelection', actorId: actor.userId, callId: call.id, data: { category: category.code } });
    return done(null);
  });
}

/** Takes a frozen proposal back, with a reason, so that it can be worked on again. */
export async function reopenSelection(actor: Actor, place: SelectionPlace, reason: string, reception: Reception): Promise<Result<null>> {
  return onSelection(actor, place, reception, async (transaction, { call, category, state, situation }) => {
    const refusal = refusalOf('reopenSelection', situation);
    if (refusal) return refusal;
    if (!reason.trim()) return refused('reasonMissing', situation, { reason: 'Écrivez pourquoi la proposition est rouverte.' });
    await transaction.selection.update({
      where: { id: state.id, status: 'frozen' },
      data: { status: 'open', board: Prisma.DbNull, boardSha256: null, frozenById: null, frozenAt: null },
    });
    await journal(transaction, {
      act: 'reopenSelection',
      actorId: actor.userId,
      callId: call.id,
      data: { category: category.code, reason },
    });
    return done(null);
  });
}

/** Publishes the decisions of a frozen proposal, as frozen: statuses, decisions and mails in one transaction. By a second person. */
export async function releaseSelection(actor: Actor, place: SelectionPlace, reception: Reception): Promise<Result<null>> {
  return onSelection(actor, place, reception, async (transaction, { call, category, state, situation }) => {
    const { board, boardSha256 } = await transaction.selection.findUniqueOrThrow({ where: { id: state.id } });
    const lines = (board ?? []) as unknown as BoardLine[];
    const refusal = refusalOf('releaseSelection', { ...situation, withdrawnSinceFrozen: await withdrawnSinceFrozen(lines, transaction) });
    if (refusal) return refusal;
    if (sha256(canonicalJson(lines)) !== boardSha256) throw new Error('the frozen board does not match its fingerprint');
    await transaction.selection.update({
      where: { id: state.id, status: 'frozen' },
      data: { status: 'released', releasedById: actor.userId, releasedAt: situation.now },
    });
    await announceDecisions(transaction, { actor, call, category, lines, releasedAt: situation.now });
    await journal(transaction, {
      act: 'releaseSelection',
      actorId: actor.userId,
      callId: call.id,
      data: { category: category.code, board: boardSha256 },
    });
    return done(null);
  });
}

/** Locks the selection, reads what acts on it depend on, and runs one of them in a single transaction. */
async function onSelection(
  actor: Actor,
  { callId, categoryCode }: SelectionPlace,
  reception: Reception,
  act: (transaction: Transaction, loaded: LoadedSelection) => Promise<Result<null> | Refused>,
): Promise<Result<null>> {
  const call = isUuid(callId) ? await callById(callId) : null;
  const category = call && categoryOf(call.definition, categoryCode);
  if (!call || !category) return notFound;
  return prisma().$transaction(
    async (transaction) => {
      const [clock] = await transaction.$queryRaw<{ now: Date }[]>(Prisma.sql`
        SELECT ${receivedAt(reception)} AS now FROM selections
        WHERE call_id = ${callId}::uuid AND category_code = ${categoryCode} FOR UPDATE`);
      const state = await selectionState(callId, categoryCode, transaction);
      if (!clock || !state) return notFound;
      const hidden = await hiddenDossiers(actor.userId, callId, categoryCode, transaction);
      const selection = { status: state.status, frozenById: state.frozenById, actorRecusedInCategory: hidden.size > 0 };
      const situation = { actor, now: clock.now, call: { ...call, fictitious: call.definition.fictitious }, selection };
      return act(transaction, { call, category, state, situation });
    },
    { timeout: 30_000 },
  );
}
