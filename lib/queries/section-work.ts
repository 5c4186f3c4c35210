import 'server-only';
import type { Actor } from '../domain/actor.ts';
import { presenceSeconds, type SectionWork } from '../domain/section-work.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';

type Row = {
  code: string;
  version: number | null;
  savedAt: Date | null;
  savedById: string | null;
  savedBy: string | null;
  assigneeId: string | null;
  assignee: string | null;
  finishedById: string | null;
  finishedBy: string | null;
  finishedAt: Date | null;
  finishedVersion: number | null;
};

/** What the team has done on each page of a dossier, by code of section. Whether the reader may know is for the caller to have asked. */
export async function sectionWorks(dossierId: string, transaction?: Transaction): Promise<ReadonlyMap<string, SectionWork>> {
  const rows = await (transaction ?? prisma()).$queryRaw<Row[]>(Prisma.sql`
    SELECT code, s.version, s.updated_at AS "savedAt", s.updated_by_id AS "savedById", ${nameOf('saver')} AS "savedBy",
      m.user_id AS "assigneeId", ${nameOf('assignee')} AS assignee,
      k.finished_by_id AS "finishedById", ${nameOf('finisher')} AS "finishedBy", k.finished_at AS "finishedAt", k.finished_version AS "finishedVersion"
    FROM (SELECT * FROM dossier_sections WHERE dossier_id = ${dossierId}::uuid) s
    FULL JOIN (SELECT * FROM section_marks WHERE dossier_id = ${dossierId}::uuid) k USING (code)
    LEFT JOIN users saver ON saver.id = s.updated_by_id
    LEFT JOIN dossier_members m ON m.dossier_id = k.dossier_id AND m.user_id = k.assignee_id
    LEFT JOIN users assignee ON assignee.id = m.user_id
    LEFT JOIN users finisher ON finisher.id = k.finished_by_id`);
  return new Map(rows.map((row) => [row.code, workOf(row)]));
}

export const noWork: SectionWork = { saved: null, assignee: null, finished: null };

/** Who else has this page open, the first come first. */
export async function presentOthers(actor: Actor, dossierId: string, code: string): Promise<{ name: string; since: Date }[]> {
  return prisma().$queryRaw<{ name: string; since: Date }[]>(Prisma.sql`
    SELECT ${nameOf('u')} AS name, p.since FROM presences p JOIN users u ON u.id = p.user_id
      JOIN dossier_members m ON m.dossier_id = p.dossier_id AND m.user_id = p.user_id
    WHERE p.dossier_id = ${dossierId}::uuid AND p.code = ${code} AND p.user_id <> ${actor.userId}::uuid
      AND p.seen_at > clock_timestamp() - ${presenceSeconds}::int * interval '1 second'
    ORDER BY p.since LIMIT 30`);
}

/** SQL for how a team names one of its people: by their name, otherwise by their address. */
function nameOf(table: 'saver' | 'assignee' | 'finisher' | 'u'): Prisma.Sql {
  return Prisma.raw(`COALESCE(NULLIF(${table}.name, ''), ${table}.email)`);
}

function workOf(row: Row): SectionWork {
  const { version, savedAt, savedById, savedBy, assigneeId, assignee, finishedById, finishedBy, finishedAt, finishedVersion } = row;
  return {
    saved: version && savedAt && savedById ? { byId: savedById, by: savedBy ?? '', at: savedAt, version } : null,
    assignee: assigneeId ? { userId: assigneeId, name: assignee ?? '' } : null,
    finished:
      finishedById && finishedAt ? { byId: finishedById, by: finishedBy ?? '', at: finishedAt, version: finishedVersion ?? 0 } : null,
  };
}
