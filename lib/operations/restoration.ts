import type { Actor } from '../domain/actor.ts';
import { sectionOf } from '../domain/call.ts';
import { writingAct } from '../domain/correction.ts';
import type { SectionAnswers } from '../domain/form.ts';
import type { FileAnswer } from '../domain/question-kinds.ts';
import type { Reception } from '../infra/clock.ts';
import { type Prisma, prisma } from '../infra/prisma.ts';
import { dossierSituation } from '../queries/situation.ts';
import { lastSubmittedVersion } from '../queries/submitted.ts';
import { journal } from './journal.ts';
import { removeUnlessKept } from './letter-joining.ts';
import { done, notFound, type Result, refused, writingRefusal } from './result.ts';

/**
 * Gives one page of the form back what the last submitted version says, its document included. What was written since on
 * that page is gone, so the version the person saw is asked for: a colleague’s newer text is never erased unseen.
 */
export async function restoreSection(
  actor: Actor,
  dossierId: string,
  sectionCode: string,
  baseVersion: number,
  reception: Reception,
): Promise<Result<null>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded) return notFound;
    const refusal = writingRefusal(loaded.situation, sectionCode);
    if (refusal) return refusal;
    const last = await lastSubmittedVersion(dossierId, transaction);
    const section = sectionOf(loaded.call.definition, sectionCode);
    if (!last || !section) return notFound;
    const place = { dossierId_code: { dossierId, code: sectionCode } };
    const written = await transaction.dossierSection.findUnique({ where: place });
    if (!written || written.version !== baseVersion) return refused('conflict', loaded.situation);

    const answers = last.snapshot.answers[sectionCode] ?? {};
    const { count } = await transaction.dossierSection.updateMany({
      where: { dossierId, code: sectionCode, version: baseVersion },
      data: {
        answers: answers as Prisma.InputJsonObject,
        version: baseVersion + 1,
        updatedAt: loaded.situation.now,
        updatedById: actor.userId,
        reusedFrom: null,
      },
    });
    if (count === 0) return refused('conflict', loaded.situation);
    const files = section.questions.filter(({ kind }) => kind === 'file').map(({ code }) => (written.answers as SectionAnswers)[code]);
    for (const file of files as (FileAnswer | null | undefined)[]) if (file) await removeUnlessKept(transaction, file.fileId);
    const data = { section: sectionCode, restored: last.version };
    await journal(transaction, { act: writingAct(loaded.situation), actorId: actor.userId, callId: loaded.call.id, dossierId, data });
    return done(null);
  });
}
