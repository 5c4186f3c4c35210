import type { Actor } from '../domain/actor.ts';
import { importLimits } from '../domain/import/document.ts';
import type { DocumentRefusal } from '../domain/import/refusal.ts';
import type { Reading } from '../domain/import/review.ts';
import { matchDocument } from '../exchange/document-matching.ts';
import { type OpenedDocument, openDocument, receiveDocument, type WaitingDocument } from '../exchange/uploaded-document.ts';
import type { Reception } from '../infra/clock.ts';
import { storeFromDisk } from '../infra/files.ts';
import { type Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { type DossierSituation, dossierSituation, isUuid } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { actsLastHour } from './recent-acts.ts';
import { done, notFound, type Result, refusalOf } from './result.ts';

/** Where the answers found are waiting to be chosen, or why the document could not be read: nothing of it is kept then. */
export type ReadingResult = { importId: string } | { documentRefusal: DocumentRefusal };

/**
 * Receives a document written elsewhere and finds its answers; the dossier does not change. Nothing of the body is read
 * for somebody who may not write, and sending a document twice gives the same reading.
 */
export async function importDocument(
  actor: Actor,
  dossierId: string,
  request: Request,
  reception: Reception,
): Promise<Result<ReadingResult>> {
  const admitted = await askReading(actor, dossierId, reception);
  if (!admitted.ok) return admitted;
  const received = await receiveDocument(request);
  try {
    if ('refusal' in received) return done({ documentRefusal: received.refusal });
    const known = await sameDocument(dossierId, received.waiting);
    if (known) return done({ importId: known.id });
    const counted = await askReading(actor, dossierId, reception, received.waiting);
    if (!counted.ok) return counted;
    const opened = await openDocument(received.waiting, settings().APP_ROOT);
    if ('refusal' in opened) return done({ documentRefusal: opened.refusal });
    const { call, dossier } = counted.value;
    const reading = await matchDocument(call.definition, opened.text, dossier.categoryCode, settings().APP_ROOT);
    if (!reading) return done({ documentRefusal: 'unreadable' });
    return await store(actor, dossierId, opened, reading, reception);
  } finally {
    await received.discard();
  }
}

/**
 * Asks whether one more document may be read; with the document in hand, counts it: whatever is found in it, opening it
 * costs the same.
 */
async function askReading(
  actor: Actor,
  dossierId: string,
  reception: Reception,
  document?: WaitingDocument,
): Promise<Result<DossierSituation>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: document !== undefined });
    if (!loaded) return notFound;
    const refusal = refusalOf('importDocument', { ...loaded.situation, ...(await readingFacts(transaction, actor.userId, dossierId)) });
    if (refusal) return refusal;
    if (document) {
      const { sha256, bytes } = document;
      await journal(transaction, {
        act: 'importDocument',
        actorId: actor.userId,
        callId: loaded.call.id,
        dossierId,
        data: { sha256, bytes },
      });
    }
    return done(loaded);
  });
}

async function readingFacts(transaction: Transaction, actorId: string, dossierId: string) {
  return {
    actsLastHour: await actsLastHour(transaction, { act: 'importDocument', actorId, dossierId }),
    keptDocuments: await transaction.storedFile.count({ where: { dossierId, isOriginal: true } }),
  };
}

function sameDocument(dossierId: string, { sha256 }: WaitingDocument): Promise<{ id: string } | null> {
  return prisma().documentImport.findFirst({ where: { dossierId, file: { sha256 } }, select: { id: true } });
}

async function store(
  actor: Actor,
  dossierId: string,
  document: OpenedDocument,
  reading: Reading,
  reception: Reception,
): Promise<Result<ReadingResult>> {
  return prisma().$transaction(
    async (transaction) => {
      const loaded = await dossierSituation(actor, dossierId, reception, { transaction });
      if (!loaded) return notFound;
      const refusal = refusalOf('takeAnswers', loaded.situation);
      if (refusal) return refusal;
      const { path, text: _, ...file } = document;
      const fileId = await storeFromDisk(transaction, path, { ...file, dossierId, uploadedById: actor.userId, isOriginal: true });
      const { id } = await transaction.documentImport.create({
        data: { dossierId, fileId, reading: reading as unknown as Prisma.InputJsonObject, createdById: actor.userId },
        select: { id: true },
      });
      return done({ importId: id });
    },
    { timeout: 30_000 },
  );
}

/** Takes nothing of a document, or nothing more: its reading goes, and the document with it. */
export async function discardDocument(actor: Actor, dossierId: string, fileId: string, reception: Reception): Promise<Result<null>> {
  if (!isUuid(fileId)) return notFound;
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded) return notFound;
    const refusal = refusalOf('takeAnswers', loaded.situation);
    if (refusal) return refusal;
    const removed = await transaction.storedFile.deleteMany({ where: { id: fileId, dossierId, isOriginal: true } });
    if (removed.count === 0) return notFound;
    await journal(transaction, { act: 'discardDocument', actorId: actor.userId, callId: loaded.call.id, dossierId });
    return done(null);
  });
}

/**
 * Removes the readings that nobody took up, with their documents. To call now and then.
 * @returns how many were removed.
 */
export async function removeOldImports(): Promise<number> {
  return prisma().$executeRaw`
    DELETE FROM stored_files f USING document_imports i
    WHERE i.file_id = f.id AND i.created_at < clock_timestamp() - ${importLimits.days} * interval '1 day'`;
}
