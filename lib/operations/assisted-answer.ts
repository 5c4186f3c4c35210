import type { Actor } from '../domain/actor.ts';
import { maxRefusalReason } from '../domain/assisted-deposit.ts';
import { normaliseEmail } from '../domain/sign-in.ts';
import { invitationProblems } from '../domain/team.ts';
import { cleanText, tooLongSentence } from '../domain/text.ts';
import { assistedAnswerMail, confirmationReminderMail } from '../emails/assisted-deposit.ts';
import type { Reception } from '../infra/clock.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { type DossierSituation, dossierSituation } from '../queries/situation.ts';
import { contactProblem } from './assisted-contact.ts';
import { journal } from './journal.ts';
import { postMail } from './outbox.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';

/** The territory's answer to a dossier entered for it: confirmed as it is, or refused with the reason. Whoever entered it is told. */
export async function answerAssistedDeposit(
  actor: Actor,
  dossierId: string,
  answer: { confirms: boolean; reason: string },
  reception: Reception,
): Promise<Result<null>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded) return notFound;
    const refusal = refusalOf('answerAssistedDeposit', loaded.situation);
    if (refusal) return refusal;
    const reason = answer.confirms ? '' : cleanText(answer.reason).trim();
    if (!answer.confirms && reason === '')
      return refused('invalid', loaded.situation, { raison: 'Dites ce qui ne correspond pas à ce que vous avez envoyé.' });
    if (reason.length > maxRefusalReason) return refused('invalid', loaded.situation, { raison: tooLongSentence(maxRefusalReason) });
    await record(transaction, loaded, actor, answer.confirms ? 'confirmed' : 'refused', reason);
    return done(null);
  });
}

/** A territory that corrects the dossier and deposits it itself has answered, whatever it had said before. */
export async function confirmByOwnDeposit(transaction: Transaction, loaded: DossierSituation, actor: Actor): Promise<void> {
  const state = loaded.situation.dossier?.assistance?.state;
  if (state === 'awaiting' || state === 'refused') await record(transaction, loaded, actor, 'confirmed', '');
}

/** Asks the territory again to confirm, at this address: the first one was wrong, or nobody answers there. */
export async function inviteTerritory(actor: Actor, dossierId: string, typedEmail: string, reception: Reception): Promise<Result<null>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded) return notFound;
    const refusal = refusalOf('inviteTerritory', loaded.situation);
    if (refusal) return refusal;
    const email = normaliseEmail(cleanText(typedEmail));
    if (Object.keys(invitationProblems(email, 'lead')).length > 0 || (await contactProblem(email)) !== null)
      return refused('emailInvalid', loaded.situation);
    const { contactEmail: before } = await transaction.assistedDeposit.findUniqueOrThrow({ where: { dossierId } });
    // The address that was wrong must not open the dossier.
    await transaction.invitation.deleteMany({ where: { dossierId, email: before } });
    const invitation = { role: 'lead' as const, invitedById: actor.userId, createdAt: loaded.situation.now };
    await transaction.invitation.upsert({
      where: { dossierId_email: { dossierId, email } },
      create: { dossierId, email, ...invitation },
      update: invitation,
    });
    await transaction.assistedDeposit.update({ where: { dossierId }, data: { contactEmail: email } });
    const { dossier, call } = loaded;
    const mail = confirmationReminderMail({
      number: dossier.number ?? '',
      organisationName: dossier.organisationName,
      callTitle: call.definition.shortTitle,
      service: call.definition.contact.service,
      url: `${settings().PUBLIC_URL}/candidature`,
    });
    await postMail(transaction, email, mail, dossierId);
    await journal(transaction, { act: 'inviteTerritory', actorId: actor.userId, callId: call.id, dossierId });
    return done(null);
  });
}

async function record(
  transaction: Transaction,
  { dossier, call, situation }: DossierSituation,
  actor: Actor,
  state: 'confirmed' | 'refused',
  reason: string,
): Promise<void> {
  const dossierId = dossier.id;
  const answered = { state, reason, answeredAt: situation.now, answeredById: actor.userId };
  const { enteredById } = await transaction.assistedDeposit.update({ where: { dossierId }, data: answered });
  const agent = await transaction.user.findUnique({ where: { id: enteredById }, select: { email: true } });
  const mail = assistedAnswerMail({
    number: dossier.number ?? '',
    organisationName: dossier.organisationName,
    confirmed: state === 'confirmed',
    reason,
    service: call.definition.contact.service,
    url: `${settings().PUBLIC_URL}/administration/saisies?${new URLSearchParams({ appel: call.definition.code })}`,
  });
  if (agent) await postMail(transaction, agent.email, mail, dossierId);
  await journal(transaction, { act: 'answerAssistedDeposit', actorId: actor.userId, callId: call.id, dossierId, data: { state } });
}
