import 'server-only';
import { prisma } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';

/** True once the database answers and no migration is missing or half done. */
export async function isReady(): Promise<boolean> {
  try {
    const [row] = await prisma().$queryRaw<{ finished: number; pending: number }[]>`
      SELECT count(*) FILTER (WHERE finished_at IS NOT NULL)::int AS finished, count(*) FILTER (WHERE finished_at IS NULL)::int AS pending
      FROM _prisma_migrations WHERE rolled_back_at IS NULL`;
    return row !== undefined && row.pending === 0 && row.finished >= settings().EXPECTED_MIGRATIONS;
  } catch {
    return false;
  }
}
