import 'server-only';
import type { Actor } from '../domain/actor.ts';
import { obstacle } from '../domain/acts.ts';
import { readVerificationCode } from '../domain/verification-code.ts';
import { receive } from '../infra/clock.ts';
import { readPieces } from '../infra/files.ts';
import { prisma } from '../infra/prisma.ts';
import { dossierSituation, isUuid } from './situation.ts';

export type DocumentKind = 'receipt' | 'dossier' | 'charter' | 'letter';
/** An issued paper as its page shows it. */
export type IssuedPaper = {
  code: string;
  kind: DocumentKind;
  title: string;
  ready: boolean;
  sha256: string | null;
  createdAt: Date;
  readyAt: Date | null;
};

/** The papers issued for a dossier, the last first. Whether the reader may see the dossier is for the caller to have asked. */
export async function issuedPapers(dossierId: string): Promise<IssuedPaper[]> {
  const rows = await prisma().issuedDocument.findMany({ where: { dossierId }, orderBy: { createdAt: 'desc' } });
  return rows.map(({ code, kind, title, state, sha256, createdAt, readyAt }) => ({
    code,
    kind,
    title,
    ready: state === 'ready',
    sha256,
    createdAt,
    readyAt,
  }));
}

/** A file ready to be sent to a browser. */
export type Download = { name: string; mediaType: string; bytes: number; pieces: AsyncGenerator<Uint8Array> };

/** An uploaded file, for the members of its dossier and for those who examine it (an original, for its members only); null otherwise. */
export async function downloadableFile(actor: Actor | null, fileId: string): Promise<Download | null> {
  const file = isUuid(fileId) ? await prisma().storedFile.findUnique({ where: { id: fileId } }) : null;
  if (!file?.dossierId || !(await mayRead(actor, file.dossierId, file.isOriginal))) return null;
  return { name: file.name, mediaType: file.mediaType, bytes: file.bytes, pieces: readPieces(file.id) };
}

/** The picture of one page of an uploaded file, under the same conditions. */
export async function pageImage(actor: Actor | null, fileId: string, page: number): Promise<Uint8Array | null> {
  const file = isUuid(fileId) ? await prisma().storedFile.findUnique({ where: { id: fileId }, select: { dossierId: true } }) : null;
  if (!file?.dossierId || !(await mayRead(actor, file.dossierId))) return null;
  const image = await prisma().pageImage.findUnique({ where: { fileId_page: { fileId, page } }, select: { content: true } });
  return image?.content ?? null;
}

/** An issued paper, for the members of its dossier and for those who examine it; null otherwise or while it is being prepared. */
export async function downloadablePaper(actor: Actor | null, code: string): Promise<Download | null> {
  const readCode = readVerificationCode(code);
  const row = readCode === null ? null : await prisma().issuedDocument.findUnique({ where: { code: readCode } });
  if (!row?.fileId || !(await mayRead(actor, row.dossierId))) return null;
  const file = await prisma().storedFile.findUnique({ where: { id: row.fileId } });
  return file && { name: file.name, mediaType: file.mediaType, bytes: file.bytes, pieces: readPieces(file.id) };
}

async function mayRead(actor: Actor | null, dossierId: string, isForTeam = false): Promise<boolean> {
  const loaded = await dossierSituation(actor, dossierId, receive());
  if (!loaded) return false;
  if (obstacle('viewDossier', loaded.situation) === null) return true;
  return !isForTeam && (['viewForVisa', 'examineDossier'] as const).some((act) => obstacle(act, loaded.situation) === null);
}
