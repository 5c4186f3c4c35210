import type { Actor } from '../domain/actor.ts';
import { maxOriginalBytes } from '../domain/assisted-deposit.ts';
import { type ReceivedForm, type ReceivedPdf, receiveForm } from '../exchange/uploaded-pdf.ts';
import type { Reception } from '../infra/clock.ts';
import { storeFromDisk } from '../infra/files.ts';
import { prisma } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { type DossierSituation, dossierSituation } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { done, notFound, type Refused, type Result, refusalOf } from './result.ts';

/** Name of the field that holds the scan. */
export const originalField = 'original';

/** Receives the scan of what was sent, if this person enters the dossier: nothing of the body is read otherwise. Call `discard` at the end. */
export async function receiveOriginal(
  actor: Actor,
  dossierId: string,
  request: Request,
  reception: Reception,
): Promise<Result<ReceivedForm>> {
  const refusal = refusalToAttach(await dossierSituation(actor, dossierId, reception));
  return refusal ?? done(await receiveForm(request, originalField, maxOriginalBytes, settings().APP_ROOT));
}

/** Attaches the scan to the dossier being entered; the one it replaces goes. */
export async function attachOriginal(actor: Actor, dossierId: string, pdf: ReceivedPdf, reception: Reception): Promise<Result<null>> {
  return prisma().$transaction(
    async (transaction) => {
      const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
      const refusal = refusalToAttach(loaded);
      if (!loaded || refusal) return refusal ?? notFound;
      const { name, bytes, sha256, pages, signatures } = pdf;
      const file = { dossierId, name, bytes, sha256, pages, signatures, mediaType: 'application/pdf', uploadedById: actor.userId };
      const originalFileId = await storeFromDisk(transaction, pdf.path, file);
      const before = await transaction.assistedDeposit.findUniqueOrThrow({ where: { dossierId }, select: { originalFileId: true } });
      await transaction.assistedDeposit.update({ where: { dossierId }, data: { originalFileId } });
      if (before.originalFileId) await transaction.storedFile.delete({ where: { id: before.originalFileId }, select: { id: true } });
      await journal(transaction, {
        act: 'editDossier',
        actorId: actor.userId,
        callId: loaded.call.id,
        dossierId,
        data: { original: true, sha256, bytes },
      });
      return done(null);
    },
    { timeout: 30_000 },
  );
}

/** Only for whoever enters the dossier: its own people have no original to attach. */
function refusalToAttach(loaded: DossierSituation | null): Refused | null {
  if (!loaded?.situation.dossier.assistance?.byActor) return notFound;
  return refusalOf('editDossier', loaded.situation);
}
