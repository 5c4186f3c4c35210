import { type Actor, nameAndAddress } from '../domain/actor.ts';
import { draftRetentionMonths } from '../domain/retention.ts';
import { draftDeletedMail } from '../emails/draft-deleted.ts';
import { type Reception, receive } from '../infra/clock.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { closingOfDossier, joinAuthorisation } from '../queries/closing.ts';
import { type DossierSituation, dossierSituation } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { postMail } from './outbox.ts';
import { done, notFound, type Result, refusalOf } from './result.ts';

/** Deletes a dossier that was never submitted, with everything in it: its structure may then start another one. */
export async function deleteDraft(actor: Actor, dossierId: string, reception: Reception): Promise<Result<null>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded || refusalOf('viewDossier', loaded.situation)) return notFound;
    const refusal = refusalOf('deleteDraft', loaded.situation);
    if (refusal) return refusal;
    await tellOthers(transaction, loaded, actor);
    await erase(transaction, loaded, actor.userId);
    return done(null);
  });
}

/**
 * Erases the drafts nobody submitted, so long after the closing that held for them: what the page on personal data says.
 * @returns how many were.
 */
export async function removeOldDrafts(): Promise<number> {
  const old = await prisma().$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT d.id FROM dossiers d JOIN calls c ON c.id = d.call_id ${joinAuthorisation}
    WHERE d.status = 'draft' AND ${closingOfDossier} < clock_timestamp() - ${draftRetentionMonths} * interval '1 month' ORDER BY d.id`);
  for (const { id } of old) {
    await prisma().$transaction(async (transaction) => {
      const loaded = await dossierSituation(null, id, receive(), { transaction, lock: true });
      if (loaded?.dossier.status === 'draft') await erase(transaction, loaded, null);
    });
  }
  return old.length;
}

async function tellOthers(transaction: Transaction, { dossier, call }: DossierSituation, actor: Actor): Promise<void> {
  const others = await transaction.dossierMember.findMany({
    where: { dossierId: dossier.id, userId: { not: actor.userId } },
    select: { user: { select: { email: true } } },
  });
  const { shortTitle, contact } = call.definition;
  const mail = draftDeletedMail({
    organisationName: dossier.organisationName,
    callTitle: shortTitle,
    by: nameAndAddress(actor),
    service: contact.service,
    contactEmail: contact.email,
    url: `${settings().PUBLIC_URL}/candidature`,
  });
  for (const { user } of others) await postMail(transaction, user.email, mail, dossier.id);
}

async function erase(transaction: Transaction, { call, dossier }: DossierSituation, actorId: string | null): Promise<void> {
  const dossierId = dossier.id;
  await transaction.issuedDocument.deleteMany({ where: { dossierId } }); // a confirmed letter, and nothing else
  // Mails already written stay in the outbox, about nothing any more.
  await transaction.mail.updateMany({ where: { dossierId }, data: { dossierId: null } });
  // An entry given up leaves no trace but the journal's.
  await transaction.assistedDeposit.deleteMany({ where: { dossierId } });
  await transaction.recusal.deleteMany({ where: { dossierId } });
  await transaction.storedFile.deleteMany({ where: { dossierId } });
  await transaction.dossier.delete({ where: { id: dossierId }, select: { id: true } }); // its pages and members go with it
  await journal(transaction, {
    act: 'deleteDraft',
    actorId,
    callId: call.id,
    dossierId,
    data: { identifierScheme: dossier.identifierScheme, identifier: dossier.identifier },
  });
}
