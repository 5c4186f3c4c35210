import 'server-only';
import type { Actor, Grant } from '../domain/actor.ts';
import { Prisma, prisma } from '../infra/prisma.ts';

/** The person whose session has this token hash, with their roles; null when the session is unknown or over. */
export async function actorBySession(tokenHash: string): Promise<Actor | null> {
  const [row] = await prisma().$queryRaw<{ userId: string; email: string; name: string; grants: Grant[] | null }[]>(Prisma.sql`
    SELECT u.id AS "userId", u.email, u.name,
      (SELECT jsonb_agg(jsonb_build_object('role', g.role, 'callId', g.call_id)) FROM role_grants g WHERE g.user_id = u.id) AS grants
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.token_hash = ${tokenHash} AND s.expires_at > clock_timestamp()`);
  return row ? { ...row, grants: row.grants ?? [] } : null;
}
