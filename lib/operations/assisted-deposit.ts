import type { Actor } from '../domain/actor.ts';
import { channelWords, readReceptionProof, wasReceivedInTime } from '../domain/assisted-deposit.ts';
import type { SectionAnswers } from '../domain/form.ts';
import { assistedDepositMail } from '../emails/assisted-deposit.ts';
import { type Reception, receivedAt } from '../infra/clock.ts';
import { Prisma, prisma } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { callById } from '../queries/call.ts';
import { currentAnswers } from '../queries/dossier-answers.ts';
import { dossierSituation, isUuid } from '../queries/situation.ts';
import { contactProblem } from './assisted-contact.ts';
import { insertDossier, isDuplicate, newDossierProblems } from './dossier.ts';
import { journal } from './journal.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';
import { oneDossierAStructure } from './submission.ts';
import { type Submission, submitVersion } from './submitted-version.ts';

/**
 * Starts entering a dossier received by mail or on paper. The instant that counts is the one typed here, with what proves
 * it: it is judged against the deposit now, written once and never changed. Who enters a dossier withdraws from judging it.
 * @param typed what the agent typed of the reception, by field name.
 */
export async function startAssistedDeposit(
  actor: Actor,
  callId: string,
  answers: SectionAnswers,
  typed: (name: string) => string,
  reception: Reception,
): Promise<Result<{ dossierId: string }>> {
  const call = isUuid(callId) ? await callById(callId) : null;
  if (!call) return notFound;
  const [clock] = await prisma().$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT ${receivedAt(reception)} AS now`);
  const now = clock?.now ?? call.closesAt;
  const situation = { actor, now, call: { ...call, fictitious: call.definition.fictitious } };
  // Nobody else is told what is missing in what they typed.
  if (refusalOf('startAssistedDeposit', { ...situation, receivedInTime: true })) return notFound;
  const { proof, problems } = readReceptionProof(typed, now);
  const wrong = { ...newDossierProblems(call, answers), ...problems, ...(proof && (await contactProblem(proof.contactEmail))) };
  if (!proof || Object.keys(wrong).length > 0) return refused('invalid', situation, wrong);
  const refusal = refusalOf('startAssistedDeposit', { ...situation, receivedInTime: wasReceivedInTime(call, proof.receivedAt, now) });
  if (refusal) return refusal;

  try {
    return await prisma().$transaction(async (transaction) => {
      const dossierId = await insertDossier(transaction, call, answers, actor);
      await transaction.assistedDeposit.create({ data: { dossierId, ...proof, enteredById: actor.userId }, select: { dossierId: true } });
      const recusal = { dossierId, userId: actor.userId, reason: 'A saisi ce dossier pour le territoire.' };
      await transaction.recusal.create({ data: recusal, select: { dossierId: true } });
      const { channel, reference } = proof;
      const data = { channel, reference, receivedAt: proof.receivedAt.toISOString() };
      await journal(transaction, { act: 'startAssistedDeposit', actorId: actor.userId, callId, dossierId, data });
      return done({ dossierId });
    });
  } catch (error) {
    if (isDuplicate(error)) return refused('territoryHasDossier', situation);
    throw error;
  }
}

/**
 * Deposits what was entered, as it was received, complete or not, at the instant at which it was received. The territory
 * is written to: it reads, then confirms or refuses.
 */
export async function depositForTerritory(actor: Actor, dossierId: string, reception: Reception): Promise<Result<Submission>> {
  return oneDossierAStructure(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded) return notFound;
    const assisted = await transaction.assistedDeposit.findUnique({ where: { dossierId }, include: { original: true } });
    const refusal = refusalOf('depositForTerritory', { ...loaded.situation, hasOriginal: Boolean(assisted?.original) });
    if (refusal) return refusal;
    if (!assisted?.original) return notFound;
    const { channel, reference, contactEmail, original } = assisted;
    const depositedAt = loaded.situation.now;
    const words = { channel: channelWords[channel], reference, confirmUrl: `${settings().PUBLIC_URL}/candidature` };
    const { id: fileId, name, bytes, sha256 } = original;
    const submission = await submitVersion(transaction, loaded, actor, await currentAnswers(dossierId, transaction), {
      act: 'depositForTerritory',
      arrival: {
        receivedAt: assisted.receivedAt,
        assisted: { channel, reference, depositedAt: depositedAt.toISOString(), original: { fileId, name, bytes, sha256 } },
      },
      alsoTo: contactEmail,
      mail: (receipt) => assistedDepositMail({ ...receipt, ...words }),
    });
    await transaction.assistedDeposit.update({ where: { dossierId }, data: { state: 'awaiting', depositedAt } });
    await transaction.invitation.create({ data: { dossierId, email: contactEmail, role: 'lead', invitedById: actor.userId } });
    return done(submission);
  });
}
