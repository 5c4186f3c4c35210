import { type Actor, nameAndAddress } from '../domain/actor.ts';
import { frenchClosing } from '../domain/dates.ts';
import { readReason } from '../domain/extension.ts';
import { phaseAt } from '../domain/phase.ts';
import type { MailContent } from '../emails/mail.ts';
import { withdrawalCancelledMail, withdrawnMail } from '../emails/withdrawal.ts';
import type { Reception } from '../infra/clock.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { type DossierSituation, dossierSituation } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { postMailToMembers } from './outbox.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';

/**
 * Takes a submitted dossier out of the call, with a reason its people and the Mission read. What was submitted stays as
 * it was. Until the closing the withdrawal can be cancelled; after it, it is final.
 */
export async function withdrawDossier(actor: Actor, dossierId: string, typedReason: string, reception: Reception): Promise<Result<null>> {
  return onOwnDossier(actor, dossierId, reception, async (transaction, loaded) => {
    const { dossier, call, situation } = loaded;
    const refusal = refusalOf('withdrawDossier', situation);
    if (refusal) return refusal;
    const { text: reason, problem } = readReason(typedReason, 'Dites en une phrase pourquoi le dossier est retiré.');
    if (problem) return refused('invalid', situation, { reason: problem });
    await transaction.withdrawal.create({ data: { dossierId, reason, withdrawnById: actor.userId, withdrawnAt: situation.now } });
    await transaction.dossier.update({ where: { id: dossierId, status: dossier.status }, data: { status: 'withdrawn' } });
    const until = phaseAt(call, situation.now) === 'deposit' ? frenchClosing(call.closesAt) : null;
    await tell(transaction, 'withdrawDossier', actor, loaded, withdrawnMail({ ...about(actor, loaded), reason, until }));
    return done(null);
  });
}

/** Takes a withdrawal back before the closing: the version submitted before it counts again. */
export async function cancelWithdrawal(actor: Actor, dossierId: string, reception: Reception): Promise<Result<null>> {
  return onOwnDossier(actor, dossierId, reception, async (transaction, loaded) => {
    const refusal = refusalOf('cancelWithdrawal', loaded.situation);
    if (refusal) return refusal;
    await transaction.dossier.update({ where: { id: dossierId, status: 'withdrawn' }, data: { status: 'submitted' } });
    const mail = withdrawalCancelledMail({ ...about(actor, loaded), version: loaded.dossier.submittedVersion });
    await tell(transaction, 'cancelWithdrawal', actor, loaded, mail);
    return done(null);
  });
}

/** Loads the dossier under lock, for its own people, and runs the act in one transaction. */
async function onOwnDossier(
  actor: Actor,
  dossierId: string,
  reception: Reception,
  act: (transaction: Transaction, loaded: DossierSituation) => Promise<Result<null>>,
): Promise<Result<null>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    return loaded && !refusalOf('viewDossier', loaded.situation) ? act(transaction, loaded) : notFound;
  });
}

async function tell(
  transaction: Transaction,
  act: 'withdrawDossier' | 'cancelWithdrawal',
  actor: Actor,
  { dossier, call }: DossierSituation,
  mail: MailContent,
): Promise<void> {
  await transaction.$executeRaw`UPDATE dossiers SET updated_at = clock_timestamp() WHERE id = ${dossier.id}::uuid`;
  await journal(transaction, { act, actorId: actor.userId, callId: call.id, dossierId: dossier.id, data: { from: dossier.status } });
  await postMailToMembers(transaction, dossier.id, mail);
}

function about(actor: Actor, { dossier, call }: DossierSituation) {
  const { shortTitle, contact } = call.definition;
  return {
    by: nameAndAddress(actor),
    number: dossier.number ?? '',
    organisationName: dossier.organisationName,
    callTitle: shortTitle,
    service: contact.service,
    contactEmail: contact.email,
    url: `${settings().PUBLIC_URL}/candidature/${dossier.id}`,
  };
}
