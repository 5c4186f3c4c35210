import 'server-only';
import { type Actor, holdsRole } from '../domain/actor.ts';
import { type BoardCandidate, type BoardLine, boardOf } from '../domain/board.ts';
import type { NamedDossier, SelectionState } from '../domain/board-view.ts';
import type { Call, Category } from '../domain/call.ts';
import type { Outcome } from '../domain/dossier-status.ts';
import { lotSeedText, lotText, mayStillJoin, type ReasonedMove } from '../domain/selection.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { sha256 } from '../infra/sha256.ts';
import { stillAuthorised } from './closing.ts';

/** Where the selection of a category stands. */
export async function selectionState(
  callId: string,
  categoryCode: string,
  transaction?: Transaction,
  lock?: 'FOR SHARE',
): Promise<SelectionState | null> {
  if (lock) {
    await (transaction ?? prisma()).$queryRaw(
      Prisma.sql`SELECT 1 FROM selections WHERE call_id = ${callId}::uuid AND category_code = ${categoryCode} FOR SHARE`,
    );
  }
  return (transaction ?? prisma()).selection.findUnique({
    where: { callId_categoryCode: { callId, categoryCode } },
    select: { id: true, status: true, frozenById: true, frozenAt: true, releasedAt: true, boardSha256: true },
  });
}

/** The board as it was frozen, exactly. */
export async function frozenBoard(selectionId: string, transaction?: Transaction): Promise<BoardLine[]> {
  const { board } = await (transaction ?? prisma()).selection.findUniqueOrThrow({ where: { id: selectionId }, select: { board: true } });
  return (board ?? []) as unknown as BoardLine[];
}

/** The board computed from what is delivered now. Facts are read in one statement; the rules are in `domain/board.ts`. */
export async function liveBoard(call: Call, category: Category, transaction?: Transaction): Promise<BoardLine[]> {
  const client = transaction ?? prisma();
  const [rows, moves, seed] = await Promise.all([
    candidates(client, call.id, category.code),
    currentMoves(client, call.id, category.code),
    lotSeed(client, call.id),
  ]);
  const withLots = rows.map((row) => ({ ...row, lot: sha256(lotText(seed, row.number)) }));
  return boardOf(call, category, withLots, moves);
}

/**
 * The dossiers that could still join a category because nobody has decided on them; see `mayStillJoin`. Those that an
 * authorisation keeps sealed are not named: `stillAuthorisedIn` counts them.
 */
export async function unexaminedDossiers(callId: string, categoryCode: string, transaction?: Transaction): Promise<NamedDossier[]> {
  const rows = await (transaction ?? prisma()).$queryRaw<NamedDossier[]>(Prisma.sql`
    SELECT d.id AS "dossierId", d.number, d.organisation_name AS "organisationName", d.category_code AS "categoryCode" FROM dossiers d
    WHERE d.call_id = ${callId}::uuid AND d.status = 'submitted' AND NOT ${stillAuthorised} ORDER BY d.number`);
  return rows.filter(({ categoryCode: chosen }) => mayStillJoin(categoryCode, { status: 'submitted', categoryCode: chosen }));
}

/** How many dossiers of a frozen board were taken out of the call by their people since. */
export async function withdrawnSinceFrozen(lines: readonly BoardLine[], transaction?: Transaction): Promise<number> {
  const ids = lines.map(({ dossierId }) => dossierId);
  return (transaction ?? prisma()).dossier.count({ where: { id: { in: ids }, status: 'withdrawn' } });
}

/** The dossiers of a category this person does not see: withdrawn from, or their own. */
export async function hiddenDossiers(
  userId: string,
  callId: string,
  categoryCode?: string,
  transaction?: Transaction,
): Promise<Set<string>> {
  const rows = await (transaction ?? prisma()).$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT d.id FROM dossiers d
    WHERE d.call_id = ${callId}::uuid ${categoryCode ? Prisma.sql`AND d.category_code = ${categoryCode}` : Prisma.empty}
      AND (EXISTS (SELECT 1 FROM recusals r WHERE r.dossier_id = d.id AND r.user_id = ${userId}::uuid)
        OR EXISTS (SELECT 1 FROM dossier_members m WHERE m.dossier_id = d.id AND m.user_id = ${userId}::uuid))`);
  return new Set(rows.map((row) => row.id));
}

/**
 * The dossiers of a category on which this reader may still give a review: until then they see nothing of what the
 * others found, on the board either.
 */
export async function dossiersToReviewFirst(actor: Actor, callId: string, categoryCode: string): Promise<NamedDossier[]> {
  if (!holdsRole(actor, 'reviewer', callId)) return [];
  return prisma().$queryRaw<NamedDossier[]>(Prisma.sql`
    SELECT d.id AS "dossierId", d.number, d.organisation_name AS "organisationName", d.category_code AS "categoryCode" FROM dossiers d
    WHERE d.call_id = ${callId}::uuid AND d.category_code = ${categoryCode} AND d.status = 'admissible'
      AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.dossier_id = d.id AND r.reviewer_id = ${actor.userId}::uuid AND r.delivered_at IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM recusals x WHERE x.dossier_id = d.id AND x.user_id = ${actor.userId}::uuid)
      AND NOT EXISTS (SELECT 1 FROM dossier_members m WHERE m.dossier_id = d.id AND m.user_id = ${actor.userId}::uuid)
    ORDER BY d.number`);
}

/** What the draw of a call is computed from; see `lotSeedText`. */
export async function lotSeed(client: Transaction, callId: string): Promise<string> {
  const rows = await client.$queryRaw<{ sha256: string }[]>(Prisma.sql`
    SELECT v.sha256 FROM dossiers d JOIN dossier_versions v ON v.dossier_id = d.id AND v.version = d.submitted_version
    WHERE d.call_id = ${callId}::uuid`);
  return sha256(lotSeedText(rows.map((row) => row.sha256)));
}

type CandidateRow = Omit<BoardCandidate, 'lot'>;

async function candidates(client: Transaction, callId: string, categoryCode: string): Promise<CandidateRow[]> {
  return client.$queryRaw<CandidateRow[]>(Prisma.sql`
    WITH candidate AS (
      SELECT id, number, organisation_name, territory_name, organisation_kind FROM dossiers
      WHERE call_id = ${callId}::uuid AND category_code = ${categoryCode} AND status IN ('admissible', 'laureate', 'reserve', 'notSelected')
    ), delivered AS (
      SELECT r.dossier_id, f.criterion_code, f.finding, f.appreciation, r.id AS review_id
      FROM reviews r JOIN candidate c ON c.id = r.dossier_id JOIN review_findings f ON f.review_id = r.id
      WHERE r.delivered_at IS NOT NULL
    ), totals AS (
      SELECT dossier_id, count(DISTINCT review_id)::int AS reviews, avg(appreciation)::float8 AS mean FROM delivered GROUP BY dossier_id
    ), per_criterion AS (
      SELECT dossier_id, criterion_code, jsonb_agg(finding) AS findings FROM delivered GROUP BY dossier_id, criterion_code
    ), found AS (
      SELECT p.dossier_id, jsonb_agg(jsonb_build_object('criterionCode', p.criterion_code, 'delivered', p.findings, 'settled', s.finding)) AS findings
      FROM per_criterion p LEFT JOIN settled_findings s ON s.dossier_id = p.dossier_id AND s.criterion_code = p.criterion_code
      GROUP BY p.dossier_id
    )
    SELECT c.id AS "dossierId", c.number, c.organisation_name AS "organisationName", c.territory_name AS "territoryName",
      c.organisation_kind AS "organisationKind", coalesce(t.reviews, 0) AS reviews, t.mean AS "meanAppreciation",
      coalesce(f.findings, '[]'::jsonb) AS findings
    FROM candidate c LEFT JOIN totals t ON t.dossier_id = c.id LEFT JOIN found f ON f.dossier_id = c.id`);
}

async function currentMoves(client: Transaction, callId: string, categoryCode: string): Promise<ReasonedMove[]> {
  const rows = await client.$queryRaw<(Omit<ReasonedMove, 'place' | 'at'> & { place: Outcome | null; at: Date })[]>(Prisma.sql`
    SELECT DISTINCT ON (m.dossier_id) m.dossier_id AS "dossierId", m.place, m.reason, m.moved_at AS at, coalesce(nullif(u.name, ''), u.email) AS by
    FROM board_moves m JOIN dossiers d ON d.id = m.dossier_id JOIN users u ON u.id = m.moved_by_id
    WHERE d.call_id = ${callId}::uuid AND d.category_code = ${categoryCode}
    ORDER BY m.dossier_id, m.moved_at DESC, m.id DESC`);
  return rows.flatMap(({ place, at, ...move }) => (place ? [{ ...move, place, at: at.toISOString() }] : []));
}
