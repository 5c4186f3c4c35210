import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { composeApart } from '../documents/composer-process.ts';
import type { Paper } from '../documents/paper.ts';
import { type PaperReference, paperFileName } from '../documents/paper-file-name.ts';
import { sealPdf } from '../documents/seal.ts';
import { createDemonstrationSeal, loadSealIdentity, type SealIdentity, sealMention } from '../documents/seal-certificate.ts';
import { charterReadyMail } from '../emails/charter-ready.ts';
import { storeBytes } from '../infra/files.ts';
import { errorText } from '../infra/log.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { sha256 } from '../infra/sha256.ts';
import { verificationUrl } from './document.ts';
import { journal } from './journal.ts';
import { joinSealedLetter } from './letter-joining.ts';
import { postMail } from './outbox.ts';

/**
 * Composes, seals and stores an ordered paper. Running it twice issues one paper.
 * @throws when composing or sealing fails: the error is noted, the screen keeps saying « en préparation », the queue tries again.
 */
export async function composeOrderedDocument(documentId: string): Promise<void> {
  const document = await prisma().issuedDocument.findUnique({ where: { id: documentId } });
  if (document?.state !== 'preparing') return;
  try {
    const identity = await sealIdentity();
    const { code } = document;
    const data = { ...(document.data as object), code, verificationUrl: verificationUrl(code), seal: sealMention(identity) };
    const { pdf, sealBlock } = await composeApart({ kind: document.kind, data } as unknown as Paper, settings().APP_ROOT);
    const sealed = await sealPdf(pdf, identity, { reason: document.title, location: 'France', field: sealBlock });
    await keepDocument(document, sealed.pdf, sealBlock.page, { ...sealed.facts, demonstration: identity.demonstration });
  } catch (error) {
    await prisma().issuedDocument.updateMany({
      where: { id: documentId, state: 'preparing' },
      data: { attempts: { increment: 1 }, lastError: errorText(error) },
    });
    throw error;
  }
}

type OrderedRow = {
  id: string;
  code: string;
  kind: 'receipt' | 'dossier' | 'charter' | 'letter';
  dossierId: string;
  title: string;
  data: unknown;
};

/** @param lastPage where the seal stands: every template puts it on its last page but the dossier's. */
async function keepDocument(document: OrderedRow, pdf: Uint8Array, lastPage: number, facts: object): Promise<void> {
  await prisma().$transaction(async (transaction) => {
    const name = paperFileName(document.kind, document.data as PaperReference);
    const fingerprint = sha256(pdf);
    const file = {
      dossierId: document.dossierId,
      name,
      mediaType: 'application/pdf',
      bytes: pdf.length,
      sha256: fingerprint,
      pages: document.kind === 'letter' ? lastPage : 0,
      uploadedById: null,
    };
    const fileId = await storeBytes(transaction, pdf, file);
    const written = await transaction.$executeRaw(Prisma.sql`
      UPDATE issued_documents SET state = 'ready', file_id = ${fileId}::uuid, sha256 = ${fingerprint}, seal = ${JSON.stringify(facts)}::jsonb,
        ready_at = clock_timestamp(), attempts = attempts + 1, last_error = NULL
      WHERE id = ${document.id}::uuid AND state = 'preparing'`);
    // Two workers on one paper: the first one wins, and this transaction leaves nothing.
    if (written === 0) throw new Error('document already issued');
    await journal(transaction, {
      act: 'documentReady',
      actorId: null,
      dossierId: document.dossierId,
      data: { kind: document.kind, sha256: fingerprint },
    });
    if (document.kind === 'letter') {
      const { bytes, pages } = file;
      await joinSealedLetter(transaction, document.code, { fileId, name, bytes, sha256: fingerprint, pages });
    }
    if (document.kind === 'charter') await tellLaureate(transaction, document);
  });
}

async function tellLaureate(transaction: Transaction, document: OrderedRow): Promise<void> {
  const dossier = await transaction.dossier.findUniqueOrThrow({
    where: { id: document.dossierId },
    include: { members: { include: { user: { select: { email: true } } } }, call: { include: { definition: true } } },
  });
  const { contact } = dossier.call.definition.content as { contact: { service: string } };
  const mail = charterReadyMail({
    number: dossier.number ?? '',
    organisationName: dossier.organisationName,
    service: contact.service,
    url: `${settings().PUBLIC_URL}/candidature/${dossier.id}`,
    verificationUrl: verificationUrl(document.code),
  });
  for (const member of dossier.members) await postMail(transaction, member.user.email, mail, dossier.id);
}

let identity: Promise<SealIdentity> | undefined;

/** The certificate that seals: the operator's, or the demonstration one made at the first start. Read once per process. */
function sealIdentity(): Promise<SealIdentity> {
  identity ??= readSealIdentity();
  identity.catch(() => {
    identity = undefined; // a corrected setting or file must be able to work at the next try
  });
  return identity;
}

async function readSealIdentity(): Promise<SealIdentity> {
  const { SEAL_CERTIFICATE_FILE, SEAL_KEY_FILE, SEAL_KEY_PASSPHRASE, DATA_DIR } = settings();
  if (SEAL_CERTIFICATE_FILE && SEAL_KEY_FILE) {
    return loadSealIdentity({ certificateFile: SEAL_CERTIFICATE_FILE, keyFile: SEAL_KEY_FILE, passphrase: SEAL_KEY_PASSPHRASE });
  }
  const folder = path.join(DATA_DIR, 'seal');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return createDemonstrationSeal(folder);
}
