import { Readable } from 'node:stream';

type Download = { name: string; mediaType: string; bytes: number; pieces: AsyncGenerator<Uint8Array> | readonly Uint8Array[] };

/** A file as an answer: a download, never a page, kept by no cache on the way. Not found when there is nothing to send. */
export function asDownload(file: Download | null): Response {
  if (!file)
    return new Response('Ce document n’existe pas ou ne vous est pas ouvert.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
    });
  const plainName = file.name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '');
  return new Response(Readable.toWeb(Readable.from(file.pieces)) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.bytes),
      'content-disposition': `attachment; filename="${plainName || 'document.pdf'}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}
