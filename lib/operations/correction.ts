import type { Actor } from '../domain/actor.ts';
import { sectionOf } from '../domain/call.ts';
import { type CorrectionPoint, correctedAnswers, dueDayProblem, dueInstant, requestProblems } from '../domain/correction.ts';
import { letterIn, submissionGaps } from '../domain/letter-place.ts';
import { sameAnswers } from '../domain/snapshot.ts';
import { correctionsAskedMail, correctionsProlongedMail, correctionsReceiptMail, correctionsWithdrawnMail } from '../emails/corrections.ts';
import type { Reception } from '../infra/clock.ts';
import type { Prisma, Transaction } from '../infra/prisma.ts';
import { currentAnswers } from '../queries/dossier-answers.ts';
import { letterFollows } from '../queries/letter-situation.ts';
import { selectionState } from '../queries/selection.ts';
import { type DossierSituation, dossierSituation } from '../queries/situation.ts';
import { lastSubmittedVersion } from '../queries/submitted.ts';
import { confirmByOwnDeposit } from './assisted-answer.ts';
import { aboutCorrection, dueIn, tellWhoAsked } from './correction-mails.ts';
import { chosenCode } from './dossier-columns.ts';
import { journal } from './journal.ts';
import { onDossier } from './locked-dossier.ts';
import { postMailToMembers } from './outbox.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';
import { oneDossierAStructure, type SubmissionRefused } from './submission.ts';
import { type Submission, submitVersion } from './submitted-version.ts';

/**
 * Asks the candidates to correct some pages of the version that was read, each with a text, until the end of a day: those
 * pages open to them again, and every member is written. Refused while another request is open.
 * @param dueDay « 2030-06-14 » or « 14/06/2030 »: until 23 h 59 in Paris; within thirty days.
 */
export async function askCorrections(
  actor: Actor,
  dossierId: string,
  request: { points: CorrectionPoint[]; dueDay: string },
  reception: Reception,
): Promise<Result<null>> {
  return onDossier(actor, dossierId, reception, async (transaction, loaded) => {
    const { dossier, call, situation } = loaded;
    const refusal = refusalOf('askCorrections', situation);
    if (refusal) return refusal;
    const points = request.points.map(({ section, text }) => ({ section, text: text.trim() })).filter(({ text }) => text !== '');
    const problems = requestProblems(call.definition, points, request.dueDay, situation.now);
    if (Object.keys(problems).length > 0) return refused('invalid', situation, problems);
    const dueAt = dueInstant(request.dueDay);
    const { id } = await transaction.correctionRequest.create({
      data: {
        dossierId,
        dossierVersion: dossier.submittedVersion,
        points,
        dueAt,
        askedById: actor.userId,
        askedAt: situation.now,
        toldAt: situation.now,
      },
      select: { id: true },
    });
    const sections = points.map(({ section }) => section);
    await tell(transaction, actor, loaded, 'askCorrections', { request: id, version: dossier.submittedVersion, sections, dueAt });
    const titled = points.map(({ section, text }) => ({ title: sectionOf(call.definition, section)?.title ?? '', text }));
    await postMailToMembers(
      transaction,
      dossierId,
      correctionsAskedMail({ ...aboutCorrection(loaded), points: titled, ...dueIn(loaded, dueAt) }),
    );
    return done(null);
  });
}

/** Gives the candidates until a later day, within thirty days from now; an overdue request opens again. */
export async function prolongCorrections(actor: Actor, dossierId: string, dueDay: string, reception: Reception): Promise<Result<null>> {
  return onDossier(actor, dossierId, reception, async (transaction, loaded) => {
    const refusal = refusalOf('prolongCorrections', loaded.situation);
    const correction = loaded.situation.dossier.correction;
    if (refusal || !correction) return refusal ?? notFound;
    const problem = dueDayProblem(dueDay, loaded.situation.now, correction.dueAt);
    if (problem) return refused('invalid', loaded.situation, { jour: problem });
    const dueAt = dueInstant(dueDay);
    await transaction.correctionRequest.update({ where: { id: correction.id }, data: { dueAt, toldAt: loaded.situation.now } });
    await tell(transaction, actor, loaded, 'prolongCorrections', { request: correction.id, former: correction.dueAt, dueAt });
    await postMailToMembers(transaction, dossierId, correctionsProlongedMail({ ...aboutCorrection(loaded), ...dueIn(loaded, dueAt) }));
    return done(null);
  });
}

/** Takes a request back, with a reason the candidates are told: the version they had submitted is the one that counts. */
export async function withdrawCorrections(actor: Actor, dossierId: string, reason: string, reception: Reception): Promise<Result<null>> {
  return onDossier(actor, dossierId, reception, async (transaction, loaded) => {
    const refusal = refusalOf('withdrawCorrections', loaded.situation);
    const correction = loaded.situation.dossier.correction;
    if (refusal || !correction) return refusal ?? notFound;
    const withdrawalReason = reason.trim();
    if (!withdrawalReason)
      return refused('reasonMissing', loaded.situation, { raison: 'Écrivez la raison\u00a0: elle est envoyée au candidat.' });
    await transaction.correctionRequest.update({
      where: { id: correction.id },
      data: { withdrawnAt: loaded.situation.now, withdrawnById: actor.userId, withdrawalReason },
    });
    await tell(transaction, actor, loaded, 'withdrawCorrections', { request: correction.id });
    await postMailToMembers(transaction, dossierId, correctionsWithdrawnMail({ ...aboutCorrection(loaded), reason: withdrawalReason }));
    return done(null);
  });
}

/**
 * Submits the corrections: a new frozen version with its receipt, made of the last one and of the pages that were to be
 * corrected, as they are written now. Asking again for a version that exists gives the same answer and creates nothing.
 * @param version the version the person means to create: one more than the last one they were shown.
 */
export async function submitCorrection(
  actor: Actor,
  dossierId: string,
  version: number,
  reception: Reception,
): Promise<Result<Submission> | SubmissionRefused> {
  return oneDossierAStructure(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded || refusalOf('viewDossier', loaded.situation)) return notFound;
    const { dossier, call, situation } = loaded;
    if (dossier.number && version <= dossier.submittedVersion) return done({ number: dossier.number, version: dossier.submittedVersion });

    const [last, written] = [await lastSubmittedVersion(dossierId, transaction), await currentAnswers(dossierId, transaction)];
    const correction = situation.dossier.correction;
    const answers = correctedAnswers(last?.snapshot.answers ?? {}, written, correction?.sections ?? []);
    // A letter may still follow a dossier submitted without it; a correction never takes away the one that is there.
    const awaited = letterIn(call.definition, last?.snapshot.answers ?? {}) === null && (await letterFollows(loaded, transaction));
    const gaps = submissionGaps(call.definition, answers, awaited);
    const refusal = refusalOf('submitCorrection', { ...situation, problems: gaps.length });
    if (refusal) return { ...refusal, gaps };
    if (!correction || !last || version !== dossier.submittedVersion + 1) return refused('wrongStatus', situation);
    if (sameAnswers(answers, last.snapshot.answers)) return refused('nothingCorrected', situation);
    const closed = await refusedByFrozenCategory(transaction, loaded, chosenCode(call.definition, answers));
    if (closed) return closed;

    const submitted = await submitVersion(transaction, loaded, actor, answers, {
      act: 'submitCorrection',
      nextSteps: stepsAfterCorrection,
      mail: correctionsReceiptMail,
    });
    await confirmByOwnDeposit(transaction, loaded, actor);
    const { askedById } = await transaction.correctionRequest.update({
      where: { id: correction.id },
      data: { answeredVersion: submitted.version, answeredAt: situation.now },
      select: { askedById: true },
    });
    await tellWhoAsked(transaction, loaded, askedById, submitted);
    return done(submitted);
  });
}

const stepsAfterCorrection = [
  'La Mission reprend l’examen avec cette version, qui ne se modifie plus\u00a0: elle vérifie que le dossier est éligible et recevable, puis au moins deux personnes l’évaluent séparément.',
  'La décision vous sera notifiée par courriel et dans votre espace, avec ses raisons.',
];

/** A dossier does not slip into a category whose proposal is frozen or being frozen. */
async function refusedByFrozenCategory(transaction: Transaction, { dossier, call, situation }: DossierSituation, chosen: string | null) {
  const fixed = await transaction.categoryChange.findUnique({ where: { dossierId: dossier.id }, select: { fixedCode: true } });
  const target = fixed?.fixedCode ?? chosen;
  if (!target || target === dossier.categoryCode) return null;
  const selection = await selectionState(call.id, target, transaction, 'FOR SHARE');
  return selection && selection.status !== 'open' ? refused('selectionFrozen', situation) : null;
}

function tell(
  transaction: Transaction,
  { userId }: Actor,
  { dossier, call }: DossierSituation,
  act: 'askCorrections' | 'prolongCorrections' | 'withdrawCorrections',
  data: Record<string, unknown>,
): Promise<void> {
  const facts = JSON.parse(JSON.stringify(data)) as Prisma.InputJsonObject;
  return journal(transaction, { act, actorId: userId, callId: call.id, dossierId: dossier.id, data: facts });
}
