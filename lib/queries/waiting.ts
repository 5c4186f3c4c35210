import 'server-only';
import type { Actor } from '../domain/actor.ts';
import type { IdentifierScheme, OrganisationIdentifier } from '../domain/organisation-identifier.ts';
import { Prisma, prisma } from '../infra/prisma.ts';
import { unreadByMember } from './message.ts';

/** What waits for the people of a dossier, beside the deposit itself. */
export type Waiting = {
  /** Until when corrections may be deposited; null when none are asked for. */
  correctionsDueAt: Date | null;
  /** The Mission entered this dossier: a lead confirms it, or refuses it. */
  toConfirm: boolean;
  unreadMessages: number;
  /** People who ask to join, for a lead to answer. */
  accessRequests: number;
};

/** What waits in each of the dossiers this person takes part in. */
export async function waitingFor(actor: Actor): Promise<ReadonlyMap<string, Waiting>> {
  const rows = await prisma().$queryRaw<(Omit<Waiting, 'unreadMessages'> & { id: string })[]>(Prisma.sql`
    SELECT d.id,
      (SELECT q.due_at FROM correction_requests q WHERE q.dossier_id = d.id AND d.status = 'submitted'
        AND q.answered_at IS NULL AND q.withdrawn_at IS NULL AND q.due_at > clock_timestamp() ORDER BY q.asked_at DESC LIMIT 1) AS "correctionsDueAt",
      m.role = 'lead' AND EXISTS (SELECT 1 FROM assisted_deposits a WHERE a.dossier_id = d.id AND a.state = 'awaiting') AS "toConfirm",
      CASE WHEN m.role = 'lead' THEN (SELECT count(*)::int FROM access_requests r WHERE r.dossier_id = d.id) ELSE 0 END AS "accessRequests"
    FROM dossiers d JOIN dossier_members m ON m.dossier_id = d.id AND m.user_id = ${actor.userId}::uuid`);
  const entries = rows.map(async ({ id, ...waiting }) => [id, { ...waiting, unreadMessages: await unreadByMember(actor, id) }] as const);
  return new Map(await Promise.all(entries));
}

/** An access this person asked for, and nobody has answered. */
export type AskedAccess = { id: string; callCode: string; callTitle: string; identifier: OrganisationIdentifier; askedAt: Date };

/** The accesses this person has asked for, the last first. Nothing of the dossiers is told but what they typed themselves. */
export async function askedAccesses(actor: Actor): Promise<AskedAccess[]> {
  const rows = await prisma().accessRequest.findMany({
    where: { userId: actor.userId },
    orderBy: { createdAt: 'desc' },
    include: { dossier: { select: { identifierScheme: true, identifier: true, call: { include: { definition: true } } } } },
  });
  return rows.map(({ id, createdAt, dossier }) => ({
    id,
    askedAt: createdAt,
    callCode: dossier.call.code,
    callTitle: (dossier.call.definition.content as { shortTitle: string }).shortTitle,
    identifier: { scheme: dossier.identifierScheme as IdentifierScheme, value: dossier.identifier },
  }));
}
