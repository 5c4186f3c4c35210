import 'server-only';
import { createReadStream } from 'node:fs';
import { type Prisma, prisma, type Transaction } from './prisma.ts';

/** Small enough to stay far from memory limits, large enough that a 20 MB letter is 80 rows. */
const CHUNK_BYTES = 256 * 1024;

export type NewFile = {
  dossierId: string;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  pages: number;
  uploadedById: string | null;
  /** Plain JSON; none by default. */
  signatures?: Prisma.InputJsonArray;
  /** Kept beside the dossier, for the people who write it. */
  isOriginal?: boolean;
};

/** Stores a file from the disk, piece by piece, inside the caller's transaction. Returns its identifier. */
export async function storeFromDisk(transaction: Transaction, path: string, file: NewFile): Promise<string> {
  const { id } = await transaction.storedFile.create({ data: file, select: { id: true } });
  let position = 0;
  for await (const piece of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    await transaction.fileChunk.create({ data: { fileId: id, position, content: piece } });
    position += 1;
  }
  return id;
}

/** Stores bytes already in memory (a document just composed), inside the caller's transaction. Returns its identifier. */
export async function storeBytes(transaction: Transaction, content: Uint8Array, file: NewFile): Promise<string> {
  const { id } = await transaction.storedFile.create({ data: file, select: { id: true } });
  const data = [];
  for (let position = 0; position * CHUNK_BYTES < content.length; position += 1) {
    const piece = content.slice(position * CHUNK_BYTES, (position + 1) * CHUNK_BYTES);
    data.push({ fileId: id, position, content: piece });
  }
  await transaction.fileChunk.createMany({ data });
  return id;
}

/**
 * Stores an original again as a piece of its dossier, without its bytes leaving the database. Returns its new identifier.
 */
export async function storeAsPiece(transaction: Transaction, fileId: string, uploadedById: string): Promise<string> {
  const { id: _, createdAt: __, ...original } = await transaction.storedFile.findUniqueOrThrow({ where: { id: fileId } });
  const signatures = original.signatures as Prisma.InputJsonArray;
  const { id } = await transaction.storedFile.create({
    data: { ...original, signatures, uploadedById, isOriginal: false },
    select: { id: true },
  });
  await transaction.$executeRaw`
    INSERT INTO file_chunks (file_id, position, content) SELECT ${id}::uuid, position, content FROM file_chunks WHERE file_id = ${fileId}::uuid`;
  return id;
}

/** The pieces of a file in order, one at a time. */
export async function* readPieces(fileId: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const piece = await prisma().fileChunk.findUnique({ where: { fileId_position: { fileId, position } } });
    if (!piece) return;
    yield piece.content;
  }
}
