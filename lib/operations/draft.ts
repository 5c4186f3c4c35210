import type { Actor } from '../domain/actor.ts';
import type { Reception } from '../infra/clock.ts';
import { prisma } from '../infra/prisma.ts';
import { dossierSituation } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { done, notFound, type Result, refusalOf } from './result.ts';

/** Deletes a dossier that was never submitted, with everything in it: its structure may then start another one. */
export async function deleteDraft(actor: Actor, dossierId: string, reception: Reception): Promise<Result<null>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded || refusalOf('viewDossier', loaded.situation)) return notFound;
    const refusal = refusalOf('deleteDraft', loaded.situation);
    if (refusal) return refusal;
    const { call, dossier } = loaded;
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
      actorId: actor.userId,
      callId: call.id,
      dossierId,
      data: { identifierScheme: dossier.identifierScheme, identifier: dossier.identifier },
    });
    return done(null);
  });
}
