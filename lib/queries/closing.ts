import 'server-only';
import { type Actor, holdsRole } from '../domain/actor.ts';
import type { Call } from '../domain/call.ts';
import type { Incident, LateAuthorisation } from '../domain/extension.ts';
import { phaseAt } from '../domain/phase.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { currentCall, databaseNow } from './call.ts';

/** SQL for the individual authorisation of dossier `d` that counts, the last one given, as `late`; nothing when it has none. */
export const joinAuthorisation = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT l.until, l.reason, l.given_at FROM late_authorisations l WHERE l.dossier_id = d.id ORDER BY l.given_at DESC, l.id DESC LIMIT 1
  ) late ON true`;

/** SQL for the first instant that is too late for dossier `d`: the closing of its call `c`, or later when it is authorised. */
export const closingOfDossier = Prisma.sql`GREATEST(c.closes_at, late.until)`;

/** SQL, true for a dossier `d` of a closed call that an authorisation still lets be submitted: it stays sealed. */
export const stillAuthorised = Prisma.sql`coalesce((
  SELECT l.until FROM late_authorisations l WHERE l.dossier_id = d.id ORDER BY l.given_at DESC, l.id DESC LIMIT 1) > clock_timestamp(), false)`;

/** The closing that holds for each of these dossiers. */
export async function closingsOf(dossierIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await prisma().$queryRaw<{ id: string; closesAt: Date }[]>(Prisma.sql`
    SELECT d.id, ${closingOfDossier} AS "closesAt" FROM dossiers d JOIN calls c ON c.id = d.call_id ${joinAuthorisation}
    WHERE d.id = ANY(${dossierIds}::uuid[])`);
  return new Map(rows.map(({ id, closesAt }) => [id, closesAt]));
}

/** How many dossiers of a call are still authorised after its closing, and until when; nothing of who they are. */
export type StillAuthorised = { count: number; until: Date | null };

/** What individual authorisations still hold open in a closed call. */
export async function stillAuthorisedIn(callId: string, transaction?: Transaction): Promise<StillAuthorised> {
  const [row] = await (transaction ?? prisma()).$queryRaw<StillAuthorised[]>(Prisma.sql`
    SELECT count(*)::int AS count, max(late.until) AS until FROM dossiers d ${joinAuthorisation}
    WHERE d.call_id = ${callId}::uuid AND late.until > clock_timestamp()`);
  return row ?? { count: 0, until: null };
}

/**
 * The authorisation under which a dossier was received after everybody’s closing; null when it needed none.
 * @param version the version asked about; without it, the last one that needed an authorisation.
 */
export async function authorisationUsed(
  dossierId: string,
  version: number | null,
  transaction?: Transaction,
): Promise<LateAuthorisation | null> {
  const [row] = await (transaction ?? prisma()).$queryRaw<LateAuthorisation[]>(Prisma.sql`
    SELECT l.given_at AS "givenAt", l.until, l.reason
    FROM dossier_versions v JOIN dossiers d ON d.id = v.dossier_id JOIN calls c ON c.id = d.call_id
    JOIN late_authorisations l ON l.dossier_id = d.id AND l.given_at <= v.received_at AND v.received_at < l.until
    WHERE d.id = ${dossierId}::uuid AND c.closes_at <= v.received_at AND v.version = coalesce(${version}::int, v.version)
    ORDER BY v.version DESC, l.given_at DESC, l.id DESC LIMIT 1`);
  return row ?? null;
}

/** The incident the closing in force comes from; null when the closing is the published one, or was moved otherwise. */
export async function extensionOf(call: Pick<Call, 'id' | 'closesAt'> | null): Promise<Incident | null> {
  if (!call) return null;
  return prisma().incident.findFirst({
    where: { callId: call.id, closesAt: call.closesAt },
    orderBy: { recordedAt: 'desc' },
    select: { startedAt: true, endedAt: true, description: true, closesAt: true },
  });
}

/** The same for the call the public is told about first, while its deposit is open. */
export async function openExtension(): Promise<Incident | null> {
  const [call, now] = await Promise.all([currentCall(), databaseNow()]);
  return call && phaseAt(call, now) === 'deposit' ? extensionOf(call) : null;
}

/** Every incident recorded for a call, the last first. */
export async function incidentsOf(callId: string): Promise<(Incident & { id: string; formerClosesAt: Date; recordedAt: Date })[]> {
  return prisma().incident.findMany({ where: { callId }, orderBy: { recordedAt: 'desc' } });
}

export type GivenAuthorisation = {
  id: string;
  organisationName: string;
  until: Date;
  reason: string;
  givenAt: Date;
  by: string;
  /** A later one of the same dossier counts instead. */
  replaced: boolean;
};

/** Every authorisation of a call, the last first, for its administrators. */
export async function authorisationsOf(actor: Actor, callId: string): Promise<GivenAuthorisation[]> {
  if (!holdsRole(actor, 'administrator', callId)) return [];
  return prisma().$queryRaw<GivenAuthorisation[]>(Prisma.sql`
    SELECT l.id, d.organisation_name AS "organisationName", l.until, l.reason, l.given_at AS "givenAt", coalesce(nullif(u.name, ''), u.email, '') AS by,
      row_number() OVER (PARTITION BY l.dossier_id ORDER BY l.given_at DESC, l.id DESC) > 1 AS replaced
    FROM late_authorisations l JOIN dossiers d ON d.id = l.dossier_id LEFT JOIN users u ON u.id = l.given_by_id
    WHERE d.call_id = ${callId}::uuid ORDER BY l.given_at DESC, l.id DESC`);
}

/** How much the Mission has written about the dossiers of a call, and how many of its proposals are no longer open. */
export async function examinationsOfCall(callId: string, transaction: Transaction = prisma()): Promise<number> {
  return examinations(transaction, Prisma.sql`d.call_id = ${callId}::uuid`, callId);
}

/** The same for one dossier; the proposals are those of the whole call, for it may still choose its category. */
export async function examinationsOfDossier(dossierId: string, callId: string, transaction: Transaction): Promise<number> {
  return examinations(transaction, Prisma.sql`d.id = ${dossierId}::uuid`, callId);
}

/** SQL, true for a recusal `x` that came by itself, with a visa given or the entry of the dossier: nothing was examined. */
const fromTheDossiersSide = Prisma.sql`(
  EXISTS (SELECT 1 FROM visas a WHERE a.dossier_id = x.dossier_id AND a.answered_by_id = x.user_id)
  OR EXISTS (SELECT 1 FROM assisted_deposits e WHERE e.dossier_id = x.dossier_id AND e.entered_by_id = x.user_id))`;

async function examinations(transaction: Transaction, which: Prisma.Sql, callId: string): Promise<number> {
  const [row] = await transaction.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT (SELECT count(*) FROM selections WHERE call_id = ${callId}::uuid AND status <> 'open')::int
      + (SELECT count(*) FROM dossiers d WHERE ${which} AND (d.status NOT IN ('draft', 'submitted', 'withdrawn')
          OR EXISTS (SELECT 1 FROM eligibilities x WHERE x.dossier_id = d.id)
          OR EXISTS (SELECT 1 FROM admissibilities x WHERE x.dossier_id = d.id)
          OR EXISTS (SELECT 1 FROM category_changes x WHERE x.dossier_id = d.id)
          OR EXISTS (SELECT 1 FROM reviews x WHERE x.dossier_id = d.id)
          OR EXISTS (SELECT 1 FROM correction_requests x WHERE x.dossier_id = d.id)
          OR EXISTS (SELECT 1 FROM recusals x WHERE x.dossier_id = d.id AND NOT ${fromTheDossiersSide})
          OR EXISTS (SELECT 1 FROM settled_findings x WHERE x.dossier_id = d.id)))::int AS count`);
  return row?.count ?? 1;
}
