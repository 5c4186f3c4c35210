import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { renderPages } from '../exchange/uploaded-pdf.ts';
import { readPieces } from '../infra/files.ts';
import { prisma } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';

/** Makes the pictures by which readers see an uploaded PDF. Running it twice changes nothing. */
export async function makePageImages(fileId: string): Promise<void> {
  const file = await prisma().storedFile.findUnique({ where: { id: fileId }, select: { _count: { select: { pageImages: true } } } });
  if (!file || file._count.pageImages > 0) return;
  const copy = path.join(tmpdir(), `tani-${randomUUID()}.pdf`);
  try {
    await pipeline(Readable.from(readPieces(fileId)), createWriteStream(copy, { mode: 0o600 }));
    const pictures = await renderPages(copy, settings().APP_ROOT);
    const data = pictures.map(({ content, ...picture }) => ({ fileId, ...picture, content: Uint8Array.from(content) }));
    await prisma().pageImage.createMany({ data, skipDuplicates: true });
  } finally {
    await rm(copy, { force: true });
  }
}
