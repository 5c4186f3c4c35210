import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';

const MAX_TEXT_BYTES = 1_000_000;

/** A file on the disk, as it came: nothing of it was looked at, and its name is the sender's. */
export type ArrivedFile = { path: string; name: string; bytes: number; sha256: string };
/** What a multipart form brought: its texts, and its file when it is whole. `discard` removes it from the disk. */
export type Arrival = {
  texts: ReadonlyMap<string, string>;
  file: ArrivedFile | null;
  refusal: 'empty' | 'tooLarge' | 'interrupted' | null;
  discard: () => Promise<void>;
};

/**
 * Receives a form with at most one file, straight to the disk. It stops at the first byte too many, whatever the request
 * said of its length; what is refused or cut short leaves nothing.
 */
export async function receiveFile(request: Request, fileField: string, maxBytes: number): Promise<Arrival> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tani-'));
  const discard = () => rm(folder, { recursive: true, force: true });
  const texts = new Map<string, string>();
  const answer = async (file: ArrivedFile | null, refusal: Arrival['refusal']): Promise<Arrival> => {
    if (!file) await discard();
    return { texts, file, refusal, discard };
  };
  let arrived: Arrived | null;
  const destination = path.join(folder, 'received');
  try {
    arrived = await readForm(request, fileField, destination, maxBytes, texts);
  } catch (error) {
    return answer(null, error instanceof BodyTooLarge ? 'tooLarge' : 'interrupted');
  }
  if (!arrived?.name) return answer(null, null);
  if (arrived.tooLarge) return answer(null, 'tooLarge');
  if (arrived.bytes === 0) return answer(null, 'empty');
  const { name, bytes, sha256 } = arrived;
  return answer({ path: destination, name, bytes, sha256 }, null);
}

/** Beyond three times the limit nobody is waiting for a kind answer any more: the connection is cut. */
class BodyTooLarge extends Error {}

type Arrived = { name: string; bytes: number; sha256: string; tooLarge: boolean };

function readForm(
  request: Request,
  fileField: string,
  destination: string,
  maxBytes: number,
  texts: Map<string, string>,
): Promise<Arrived | null> {
  return new Promise((resolve, reject) => {
    const contentType = request.headers.get('content-type') ?? '';
    if (!request.body || !contentType.startsWith('multipart/form-data')) return resolve(null);
    const form = new Busboy({
      headers: { 'content-type': contentType },
      limits: { files: 1, fileSize: maxBytes, fields: 50, fieldSize: MAX_TEXT_BYTES },
    });
    let arriving: Promise<Arrived> | null = null;
    let arrivingFile: Readable | null = null;
    form.on('field', (name, text) => texts.set(name, text));
    form.on('file', (name, stream, fileName) => {
      if (name !== fileField || arriving) return stream.resume();
      arrivingFile = stream;
      arriving = writeAndHash(stream, destination).then((written) => ({ ...written, name: fileName ?? '', tooLarge: stream.truncated }));
      arriving.catch(reject);
    });
    form.on('finish', () => resolve(arriving));
    let total = 0;
    const measure = new Transform({
      transform(piece: Buffer, _encoding, next) {
        total += piece.length;
        next(total > maxBytes * 3 ? new BodyTooLarge() : null, piece);
      },
    });
    pipeline(Readable.fromWeb(request.body as never), measure, form).catch(async (error) => {
      arrivingFile?.destroy(error); // what was being written is closed, otherwise it would keep its place on the disk
      await arriving?.catch(() => {});
      reject(error);
    });
  });
}

async function writeAndHash(stream: Readable, destination: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(piece, _encoding, next) {
      hash.update(piece);
      bytes += piece.length;
      next(null, piece);
    },
  });
  await pipeline(stream, measure, createWriteStream(destination, { mode: 0o600 }));
  return { bytes, sha256: hash.digest('hex') };
}
