import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { PdfSignature } from '../domain/signature.ts';
import { cleanFileName, type UploadRefusal } from '../domain/upload.ts';
import { receiveFile } from './received-file.ts';
import { turns } from './turns.ts';

const run = promisify(execFile);
const INSPECTION_MS = 15_000;
const RENDERING_MS = 60_000;
/** For the program that reads a stranger's PDF: 256 MB for its objects, 512 MB (pages of 64 kB) for the reader itself. */
const MEMORY = ['--max-old-space-size=256', '--wasm-max-mem-pages=8192'];

/** What the look inside a PDF found. */
export type InspectedPdf = { pages: number; signatures: PdfSignature[] };
/** A PDF received and found readable, waiting on the disk until it is stored. */
export type ReceivedPdf = { path: string; name: string; bytes: number; sha256: string } & InspectedPdf;
/** What a multipart form brought: its texts, and its file when there is one, good or refused. `discard` removes it from the disk. */
export type ReceivedForm = {
  texts: ReadonlyMap<string, string>;
  pdf: ReceivedPdf | null;
  refusal: UploadRefusal | null;
  discard: () => Promise<void>;
};

/**
 * Receives a form with at most one file, straight to the disk (see `receiveFile`), and looks at it in a separate process.
 * @param appRoot the project's folder, where the inspecting program is.
 */
export async function receiveForm(request: Request, fileField: string, maxBytes: number, appRoot: string): Promise<ReceivedForm> {
  const { texts, file, refusal, discard } = await receiveFile(request, fileField, maxBytes);
  if (!file) return { texts, pdf: null, refusal, discard };
  const inspected = await inspectPdf(file.path, appRoot);
  if ('pages' in inspected) {
    return { texts, pdf: { ...file, name: cleanFileName(file.name), ...inspected }, refusal: null, discard };
  }
  await discard();
  return { texts, pdf: null, refusal: inspected.refusal, discard };
}

/** Each inspection is a process of its own: a few at a time, whatever the number of files that arrive together. */
const inTurn = turns(2);

/** The pages and signatures of a PDF on the disk, or why it cannot be a piece of a dossier; judged in a separate process. */
export async function inspectPdf(file: string, appRoot: string): Promise<InspectedPdf | { refusal: UploadRefusal }> {
  try {
    const { stdout } = await inTurn(() => program(appRoot, ['inspect', file], INSPECTION_MS));
    return JSON.parse(stdout);
  } catch {
    return { refusal: 'unreadable' };
  }
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
