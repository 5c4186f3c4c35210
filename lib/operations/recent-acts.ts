import type { ActName } from '../domain/acts.ts';
import { Prisma, type Transaction } from '../infra/prisma.ts';

/** How many times this act was done on this dossier in the last hour, as the journal says. */
export async function actsLastHour(transaction: Transaction, dossierId: string, act: ActName): Promise<number> {
  const [row] = await transaction.$queryRaw<{ times: number }[]>(Prisma.sql`
    SELECT count(*)::int AS times FROM journal
    WHERE dossier_id = ${dossierId}::uuid AND act = ${act} AND at > clock_timestamp() - interval '1 hour'`);
  return row?.times ?? 0;
}
