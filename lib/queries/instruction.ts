import 'server-only';
import { type Actor, holdsRole, missionRoles } from '../domain/actor.ts';
import { obstacle } from '../domain/acts.ts';
import type { Call } from '../domain/call.ts';
import { isDossierStatus } from '../domain/dossier-status.ts';
import type { ListedDossier } from '../domain/listed-dossier.ts';
import { phaseAt } from '../domain/phase.ts';
import { cleanText, foldText } from '../domain/text.ts';
import { type Reception, receive } from '../infra/clock.ts';
import { Prisma, prisma } from '../infra/prisma.ts';
import { allCalls, databaseNow } from './call.ts';
import { stillAuthorised } from './closing.ts';
import { unreadByMission } from './message.ts';
import { type DossierSituation, dossierSituation } from './situation.ts';

export const pageSize = 50;
export const sortings = { numero: 'Numéro', nom: 'Nom de la structure', depot: 'Date de dépôt' } as const;
export type Sorting = keyof typeof sortings;

/** What the reader asked of the list. Empty strings ask for nothing. */
export type Filters = { search: string; status: string; category: string; kind: string; toReview: boolean; sorting: Sorting; page: number };

/** The calls for which this person has a role of the Mission, the last to close first. */
export async function callsOfTheMission(actor: Actor): Promise<Call[]> {
  return (await allCalls()).filter((call) => missionRoles.some((role) => holdsRole(actor, role, call.id)));
}

/** How many dossiers are submitted while they are still sealed: the number, and nothing else. */
export async function sealedCount(callId: string): Promise<number> {
  return prisma().dossier.count({ where: { callId, status: 'submitted' } });
}

/** One page of the submitted dossiers this person may examine, and how many there are in all. Empty before the closing. */
export async function listDossiers(actor: Actor, call: Call, filters: Filters): Promise<{ rows: ListedDossier[]; total: number }> {
  if (phaseAt(call, await databaseNow()) !== 'closed') return { rows: [], total: 0 };
  const scope = scopeOf(actor, call, filters);
  const readsMessages = (['administrator', 'reviewer'] as const).some((role) => holdsRole(actor, role, call.id));
  const [rows, [count]] = await Promise.all([
    prisma().$queryRaw<ListedDossier[]>(Prisma.sql`
      SELECT d.id, d.number, d.status, d.organisation_name AS "organisationName", d.territory_name AS "territoryName",
        d.organisation_kind AS "organisationKind", d.category_code AS "categoryCode", d.submitted_at AS "submittedAt",
        (SELECT count(*)::int FROM reviews v WHERE v.dossier_id = d.id AND v.delivered_at IS NOT NULL) AS "deliveredReviews",
        CASE WHEN own.id IS NULL THEN 'none' WHEN own.delivered_at IS NULL THEN 'draft' ELSE 'delivered' END AS "ownReview",
        (SELECT a.state FROM assisted_deposits a WHERE a.dossier_id = d.id) AS assistance,
        (SELECT CASE WHEN q.due_at > clock_timestamp() THEN 'awaited' ELSE 'overdue' END FROM correction_requests q
          WHERE q.dossier_id = d.id AND d.status = 'submitted' AND q.answered_at IS NULL AND q.withdrawn_at IS NULL
          ORDER BY q.asked_at DESC LIMIT 1) AS corrections,
        ${readsMessages ? unreadByMission : Prisma.sql`0`} AS "unreadMessages"
      FROM dossiers d LEFT JOIN reviews own ON own.dossier_id = d.id AND own.reviewer_id = ${actor.userId}::uuid
      WHERE ${scope} ORDER BY ${orderOf(filters.sorting)} LIMIT ${pageSize} OFFSET ${(filters.page - 1) * pageSize}`),
    prisma().$queryRaw<{ total: number }[]>(Prisma.sql`SELECT count(*)::int AS total FROM dossiers d WHERE ${scope}`),
  ]);
  return { rows, total: count?.total ?? 0 };
}

/** Where a dossier stands in the list the reader comes from, and its neighbours. */
export type Neighbours = { position: number; total: number; previousId: string | null; nextId: string | null };

/** The neighbours of a dossier in a list, with the same filters and order; null when the list does not hold it. */
export async function neighboursOf(actor: Actor, call: Call, filters: Filters, dossierId: string): Promise<Neighbours | null> {
  const [row] = await prisma().$queryRaw<Neighbours[]>(Prisma.sql`
    SELECT position, total, previous_id AS "previousId", next_id AS "nextId" FROM (
      SELECT d.id, row_number() OVER w::int AS position, count(*) OVER ()::int AS total, lag(d.id) OVER w AS previous_id, lead(d.id) OVER w AS next_id
      FROM dossiers d WHERE ${scopeOf(actor, call, filters)} WINDOW w AS (ORDER BY ${orderOf(filters.sorting)})
    ) listed WHERE id = ${dossierId}::uuid`);
  return row ?? null;
}

/** The next dossier that waits for this person's review, in their list if it holds one, and the list it is in; null when none waits. */
export async function nextToReview(actor: Actor, call: Call, filters: Filters): Promise<{ id: string; list: Filters } | null> {
  for (const asked of [filters, readFilters({})]) {
    const list = { ...asked, status: '', toReview: true, page: 1 };
    const { rows } = await listDossiers(actor, call, list);
    if (rows[0]) return { id: rows[0].id, list };
  }
  return null;
}

/** A submitted dossier for someone who may examine it; null for anybody else, as if it did not exist. */
export async function examinedDossier(actor: Actor, dossierId: string, reception: Reception = receive()): Promise<DossierSituation | null> {
  const loaded = await dossierSituation(actor, dossierId, reception);
  return loaded && obstacle('examineDossier', loaded.situation) === null ? loaded : null;
}

/** The filters of an address. */
export function readFilters(query: Readonly<Record<string, string | string[] | undefined>>): Filters {
  const text = (name: string) => (typeof query[name] === 'string' ? cleanText(query[name]).trim() : '');
  const page = Number(text('page'));
  const sorting = text('tri');
  return {
    search: text('q'),
    status: isDossierStatus(text('statut')) ? text('statut') : '',
    category: text('categorie'),
    kind: text('nature'),
    toReview: text('a-evaluer') === 'oui',
    sorting: Object.hasOwn(sortings, sorting) ? (sorting as Sorting) : 'numero',
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
}

/** True when the reader asked for less than the whole list. */
export function isFiltered({ search, status, category, kind, toReview }: Filters): boolean {
  return toReview || [search, status, category, kind].some((asked) => asked !== '');
}

/** The words of an address that gives these filters back. */
export function writeFilters(callCode: string, filters: Partial<Filters>): URLSearchParams {
  const { search, status, category, kind, toReview, sorting, page } = filters;
  const entries = Object.entries({
    appel: callCode,
    q: search,
    statut: status,
    categorie: category,
    nature: kind,
    'a-evaluer': toReview ? 'oui' : '',
  });
  const params = new URLSearchParams(entries.filter((entry): entry is [string, string] => Boolean(entry[1])));
  if (sorting && sorting !== 'numero') params.set('tri', sorting);
  if (page && page > 1) params.set('page', String(page));
  return params;
}

/** The rows of this list: what `examineDossier` allows (tests hold the two together), then what was asked. */
function scopeOf({ userId }: Actor, call: Call, { search, status, category, kind, toReview }: Filters): Prisma.Sql {
  const conditions = [
    Prisma.sql`d.call_id = ${call.id}::uuid AND d.status <> 'draft' AND NOT ${stillAuthorised}`,
    Prisma.sql`NOT EXISTS (SELECT 1 FROM recusals r WHERE r.dossier_id = d.id AND r.user_id = ${userId}::uuid)`,
    Prisma.sql`NOT EXISTS (SELECT 1 FROM dossier_members m WHERE m.dossier_id = d.id AND m.user_id = ${userId}::uuid)`,
  ];
  for (const word of foldText(search).split(' ').filter(Boolean).slice(0, 8))
    conditions.push(Prisma.sql`d.search_text LIKE ${`%${escapeLike(word)}%`}`);
  // Withdrawn dossiers wait for nobody: they are listed when they are asked for.
  conditions.push(status ? Prisma.sql`d.status = ${status}::dossier_status` : Prisma.sql`d.status <> 'withdrawn'`);
  if (category) conditions.push(category === 'aucune' ? Prisma.sql`d.category_code IS NULL` : Prisma.sql`d.category_code = ${category}`);
  if (kind) conditions.push(Prisma.sql`d.organisation_kind = ${kind}`);
  if (toReview) {
    conditions.push(Prisma.sql`d.status = 'admissible' AND NOT EXISTS (
      SELECT 1 FROM reviews o WHERE o.dossier_id = d.id AND o.reviewer_id = ${userId}::uuid AND o.delivered_at IS NOT NULL)`);
    // Enough reviews: one more is still possible from the dossier itself, but none is awaited.
    conditions.push(Prisma.sql`(SELECT count(*) FROM reviews e WHERE e.dossier_id = d.id AND e.delivered_at IS NOT NULL)
      < ${call.definition.evaluation.reviewsPerDossier}`);
  }
  return Prisma.join(conditions, ' AND ');
}

function orderOf(sorting: Sorting): Prisma.Sql {
  switch (sorting) {
    case 'numero':
      return Prisma.sql`d.number, d.id`;
    case 'nom':
      return Prisma.sql`d.organisation_name, d.id`;
    case 'depot':
      return Prisma.sql`d.submitted_at DESC, d.id`;
  }
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
