import type { Actor } from '../domain/actor.ts';
import { isEmptyDraft, reusableAnswers, withReused } from '../domain/reuse.ts';
import type { Reception } from '../infra/clock.ts';
import { Prisma, prisma } from '../infra/prisma.ts';
import { currentAnswers } from '../queries/dossier-answers.ts';
import { pastDossier } from '../queries/reuse.ts';
import { dossierSituation } from '../queries/situation.ts';
import { repeatedColumns } from './dossier-columns.ts';
import { journal } from './journal.ts';
import { done, notFound, type Result, refusalOf } from './result.ts';

/**
 * Starts a draft from the dossier of the same structure in an earlier call: what still fits is copied, never a document,
 * never over something written, and each page says that it is to be brought up to date until a person saves it.
 */
export async function reuseDossier(actor: Actor, dossierId: string, reception: Reception): Promise<Result<{ pages: number }>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded || refusalOf('viewDossier', loaded.situation)) return notFound;
    const { definition } = loaded.call;
    const written = await currentAnswers(dossierId, transaction);
    const refusal = refusalOf('reuseDossier', { ...loaded.situation, emptyDraft: isEmptyDraft(definition, written) });
    if (refusal) return refusal;
    const past = await pastDossier(actor, loaded, transaction);
    if (!past) return notFound;

    const { answers } = reusableAnswers(past, definition, written);
    const pages = Object.entries(answers).map(([code, taken]) => [code, withReused(written[code] ?? {}, taken)] as const);
    for (const [code, page] of pages) {
      // A page that a colleague has begun in the meantime keeps what they wrote.
      await transaction.$executeRaw(Prisma.sql`
        INSERT INTO dossier_sections (dossier_id, code, answers, updated_at, updated_by_id, reused_from)
        VALUES (${dossierId}::uuid, ${code}, ${JSON.stringify(page)}::jsonb, clock_timestamp(), ${actor.userId}::uuid, ${past.year})
        ON CONFLICT (dossier_id, code) DO UPDATE SET answers = excluded.answers, version = dossier_sections.version + 1,
          updated_at = excluded.updated_at, updated_by_id = excluded.updated_by_id, reused_from = excluded.reused_from
          WHERE dossier_sections.answers = ${JSON.stringify(written[code] ?? {})}::jsonb`);
    }
    const now = await currentAnswers(dossierId, transaction);
    await transaction.$executeRaw(Prisma.sql`
      UPDATE dossiers SET updated_at = clock_timestamp() ${repeatedColumns(loaded, now)} WHERE id = ${dossierId}::uuid`);
    const data = { from: past.id, year: past.year, pages: pages.map(([code]) => code) };
    await journal(transaction, { act: 'reuseDossier', actorId: actor.userId, callId: loaded.call.id, dossierId, data });
    return done({ pages: pages.length });
  });
}
