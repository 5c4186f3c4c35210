import type { ActName } from '../domain/acts.ts';
import { Prisma, type Transaction } from '../infra/prisma.ts';

/** Who does an act, and on what: each has its own count. */
export type Doing = { act: ActName; actorId?: string; dossierId?: string };

/**
 * How many times this act was done in the last hour, as the journal says: on this dossier by anybody, or by this person on
 * any, whichever is more. One dossier after another would otherwise know no limit.
 */
export async function actsLastHour(transaction: Transaction, { act, actorId, dossierId }: Doing): Promise<number> {
  const [row] = await transaction.$queryRaw<{ times: number }[]>(Prisma.sql`
    SELECT GREATEST(
      (SELECT count(*) FROM journal WHERE dossier_id = ${dossierId ?? null}::uuid AND act = ${act} AND at > clock_timestamp() - interval '1 hour'),
      (SELECT count(*) FROM journal WHERE actor_id = ${actorId ?? null}::uuid AND act = ${act} AND at > clock_timestamp() - interval '1 hour'
        AND act <> 'editDossier' AND act <> 'correctSection'))::int AS times`);
  return row?.times ?? 0;
}
