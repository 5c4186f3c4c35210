import type { Actor } from '../domain/actor.ts';
import { sectionOf } from '../domain/call.ts';
import { presenceSeconds } from '../domain/section-work.ts';
import type { Reception } from '../infra/clock.ts';
import { Prisma, prisma } from '../infra/prisma.ts';
import { presentOthers } from '../queries/section-work.ts';
import { dossierSituation } from '../queries/situation.ts';
import { done, notFound, type Result, refusalOf, writingRefusal } from './result.ts';

/** A person writes at most once in this many seconds that they are there, however often their browser says it. */
const QUIET_SECONDS = 5;

/**
 * Says that this person has the page open, and tells who else has. Not an act: nothing of it is journaled, and it is
 * forgotten after a minute and a half.
 */
export async function beat(
  actor: Actor,
  dossierId: string,
  code: string,
  reception: Reception,
): Promise<Result<{ name: string; since: Date }[]>> {
  const loaded = await dossierSituation(actor, dossierId, reception);
  if (!loaded || !sectionOf(loaded.call.definition, code)) return notFound;
  const refusal = writingRefusal(loaded.situation, code);
  if (refusal) return refusal;
  const expired = Prisma.sql`clock_timestamp() - ${presenceSeconds}::int * interval '1 second'`;
  await prisma().$executeRaw(Prisma.sql`
    WITH gone AS (
      DELETE FROM presences WHERE dossier_id = ${dossierId}::uuid AND seen_at < ${expired} AND NOT (code = ${code} AND user_id = ${actor.userId}::uuid)
    )
    INSERT INTO presences (dossier_id, code, user_id, since, seen_at)
    VALUES (${dossierId}::uuid, ${code}, ${actor.userId}::uuid, clock_timestamp(), clock_timestamp())
    ON CONFLICT (dossier_id, code, user_id) DO UPDATE
      SET seen_at = excluded.seen_at, since = CASE WHEN presences.seen_at < ${expired} THEN excluded.since ELSE presences.since END
      WHERE presences.seen_at < clock_timestamp() - ${QUIET_SECONDS}::int * interval '1 second'`);
  return done(await presentOthers(actor, dossierId, code));
}

/** The page is closed, or hidden: its reader is no longer on it. */
export async function leave(actor: Actor, dossierId: string, code: string, reception: Reception): Promise<Result<null>> {
  const loaded = await dossierSituation(actor, dossierId, reception);
  if (!loaded || refusalOf('viewDossier', loaded.situation)) return notFound;
  await prisma().presence.deleteMany({ where: { dossierId, code, userId: actor.userId } });
  return done(null);
}
