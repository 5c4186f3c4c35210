import type { Actor } from '../domain/actor.ts';
import type { Gap } from '../domain/completeness.ts';
import { submissionGaps } from '../domain/letter-place.ts';
import { sameAnswers } from '../domain/snapshot.ts';
import type { Reception } from '../infra/clock.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';
import { currentAnswers } from '../queries/dossier-answers.ts';
import { letterFollows } from '../queries/letter-situation.ts';
import { dossierSituation } from '../queries/situation.ts';
import { lastSubmittedVersion } from '../queries/submitted.ts';
import { confirmByOwnDeposit } from './assisted-answer.ts';
import { isDuplicate } from './dossier.ts';
import { done, notFound, type Refused, type Result, refusalOf, refused } from './result.ts';
import { type Submission, submitVersion } from './submitted-version.ts';

export type SubmissionRefused = Refused & { gaps?: Gap[] };

/**
 * Submits the dossier as it stands: everything is frozen under a fingerprint, a number and a receipt are given, all in
 * one transaction. Asking again for a version that already exists, or when nothing changed since the last one, gives
 * the same answer and creates nothing; a version beyond the next one is refused.
 * @param version the version the person means to create: one more than the last one they were shown.
 */
export async function submitDossier(
  actor: Actor,
  dossierId: string,
  version: number,
  reception: Reception,
): Promise<Result<Submission> | SubmissionRefused> {
  return oneDossierAStructure(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded || refusalOf('viewDossier', loaded.situation)) return notFound;
    const { dossier, call } = loaded;
    if (dossier.number && version <= dossier.submittedVersion) return done({ number: dossier.number, version: dossier.submittedVersion });

    const answers = await currentAnswers(dossierId, transaction);
    const gaps = submissionGaps(call.definition, answers, await letterFollows(loaded, transaction));
    const refusal = refusalOf('submitDossier', { ...loaded.situation, problems: gaps.length });
    if (refusal) return { ...refusal, gaps };

    const last = await lastSubmittedVersion(dossierId, transaction);
    if (dossier.number && last && sameAnswers(answers, last.snapshot.answers))
      return done({ number: dossier.number, version: last.version });
    if (version !== dossier.submittedVersion + 1) return refused('wrongStatus', loaded.situation);

    const submission = await submitVersion(transaction, loaded, actor, answers);
    await confirmByOwnDeposit(transaction, loaded, actor);
    return done(submission);
  });
}

/** Runs a deposit in one transaction; refused when the dossier now names a structure that has another one in the call. */
export async function oneDossierAStructure<T>(act: (transaction: Transaction) => Promise<T>): Promise<T | Refused> {
  try {
    return await prisma().$transaction(act, { timeout: 20_000 });
  } catch (error) {
    if (isDuplicate(error)) return refused('alreadyExists');
    throw error;
  }
}
