import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { Busboy } from '@fastify/busboy';
import { cleanFileName, type UploadRefusal } from '../domain/upload.ts';
import { turns } from './turns.ts';

const run = promisify(execFile);
const INSPECTION_MS = 15_000;
const RENDERING_MS = 60_000;
/** For the program that reads a stranger's PDF: 256 MB for its objects, 512 MB (pages of 64 kB) for the reader itself. */
const MEMORY = ['--max-old-space-size=256', '--wasm-max-mem-pages=8192'];
const MAX_TEXT_BYTES = 1_000_000;

/** A PDF received and found readable, waiting on the disk until it is stored. */
export type ReceivedPdf = { path: string; name: string; bytes: number; sha256: string; pages: number };
/** What a multipart form brought: its texts, and its file when there is one, good or refused. `discard` removes it from the disk. */
export type ReceivedForm = {
  texts: ReadonlyMap<string, string>;
  pdf: ReceivedPdf | null;
  refusal: UploadRefusal | null;
  discard: () => Promise<void>;
};

/**
 * Receives a form with at most one file, straight to the disk, and looks at it in a separate process. It stops at the
 * first byte too many, whatever the request said of its length.
 * @param appRoot the project's folder, where the inspecting program is.
 */
export async function receiveForm(request: Request, fileField: string, maxBytes: number, appRoot: string): Promise<ReceivedForm> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tani-'));
  const discard = () => rm(folder, { recursive: true, force: true });
  const texts = new Map<string, string>();
  const answer = async (pdf: ReceivedPdf | null, refusal: UploadRefusal | null): Promise<ReceivedForm> => {
    if (!pdf) await discard();
    return { texts, pdf, refusal, discard };
  };
  const file = path.join(folder, 'received.pdf');
  let arrived: Arrived | null;
  try {
    arrived = await readForm(request, fileField, file, maxBytes, texts);
  } catch (error) {
    return answer(null, error instanceof BodyTooLarge ? 'tooLarge' : 'interrupted');
  }
  if (!arrived?.name) return answer(null, null);
  if (arrived.tooLarge) return answer(null, 'tooLarge');
  if (arrived.bytes === 0) return answer(null, 'empty');
  const inspected = await inspect(file, appRoot);
  if ('refusal' in inspected) return answer(null, inspected.refusal);
  const { bytes, sha256 } = arrived;
  return answer({ path: file, name: cleanFileName(arrived.name), bytes, sha256, pages: inspected.pages }, null);
}

export type PagePicture = { page: number; width: number; height: number; content: Uint8Array };

/** Pictures (WebP) of every page of a PDF on the disk, made in a separate process. */
export async function renderPages(file: string, appRoot: string): Promise<PagePicture[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tani-'));
  try {
    const { stdout } = await program(appRoot, ['render', file, folder], RENDERING_MS);
    const sizes = JSON.parse(stdout) as { width: number; height: number }[];
    return await Promise.all(
      sizes.map(async (size, index) => ({ page: index + 1, ...size, content: await readFile(path.join(folder, `${index + 1}.webp`)) })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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

/** Each inspection is a process of its own: a few at a time, whatever the number of files that arrive together. */
const inTurn = turns(2);

async function inspect(file: string, appRoot: string): Promise<{ pages: number } | { refusal: UploadRefusal }> {
  try {
    const { stdout } = await inTurn(() => program(appRoot, ['inspect', file], INSPECTION_MS));
    return JSON.parse(stdout);
  } catch {
    return { refusal: 'unreadable' };
  }
}

function program(appRoot: string, args: string[], timeout: number) {
  const script = path.join(appRoot, 'lib', 'exchange', 'pdf-inspector.ts');
  const options = {
    timeout,
    killSignal: 'SIGKILL',
    maxBuffer: 1_000_000,
    cwd: appRoot,
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
  } as const;
  return run(process.execPath, [...MEMORY, script, ...args], options);
}
