import 'server-only';
import { type ImportChoices, importChoices } from '../domain/import/choices.ts';
import type { Reading } from '../domain/import/review.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';
import { isUuid } from './situation.ts';

/** A document kept beside a dossier. */
export type KeptDocument = { fileId: string; name: string; bytes: number; mediaType: string; createdAt: Date };
/** What was read in a document, and what was chosen in it so far. `pages`: of a PDF that may serve as a piece; 0 otherwise. */
export type DocumentImport = {
  id: string;
  reading: Reading;
  choices: ImportChoices | null;
  /** Of the kept choices; 0 while none are. */
  choicesVersion: number;
  createdAt: Date;
  file: KeptDocument & { sha256: string; pages: number };
};

/** The reading of this document, in this dossier. Whether the reader may see the dossier is for the caller to have asked. */
export async function documentImport(dossierId: string, importId: string, transaction?: Transaction): Promise<DocumentImport | null> {
  if (!isUuid(importId)) return null;
  const row = await (transaction ?? prisma()).documentImport.findFirst({ where: { id: importId, dossierId }, include: { file: true } });
  if (!row) return null;
  const { id, name, bytes, mediaType, createdAt, sha256, pages } = row.file;
  return {
    id: row.id,
    reading: row.reading as unknown as Reading,
    choices: importChoices.safeParse(row.choices).data ?? null,
    choicesVersion: row.choicesVersion,
    createdAt: row.createdAt,
    file: { fileId: id, name, bytes, mediaType, createdAt, sha256, pages },
  };
}

/** The documents read for a dossier whose answers nobody took yet, the last first. */
export async function waitingImports(dossierId: string): Promise<{ id: string; name: string; createdAt: Date }[]> {
  const rows = await prisma().documentImport.findMany({
    where: { dossierId },
    orderBy: { createdAt: 'desc' },
    select: { id: true, createdAt: true, file: { select: { name: true } } },
  });
  return rows.map(({ id, createdAt, file }) => ({ id, createdAt, name: file.name }));
}

/** The documents kept beside a dossier once their answers were taken, the last first. */
export async function keptDocuments(dossierId: string): Promise<KeptDocument[]> {
  const rows = await prisma().storedFile.findMany({
    where: { dossierId, isOriginal: true, import: null },
    orderBy: { createdAt: 'desc' },
    select: { id: true, name: true, bytes: true, mediaType: true, createdAt: true },
  });
  return rows.map(({ id, ...file }) => ({ fileId: id, ...file }));
}
