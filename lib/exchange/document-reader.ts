import { execFile } from 'node:child_process';
import path from 'node:path';
import { type DocumentText, documentLimits } from '../domain/import/document.ts';
import { type DocumentRefusal, isDocumentRefusal } from '../domain/import/refusal.ts';

/** Beyond this nobody waits any more, and a document that takes that long is not a candidature. */
const WALL_CLOCK_MS = 20_000;
const CPU_SECONDS = 15;
/** For the program that opens a stranger's document: its objects, then everything it may write in memory. */
const HEAP_MB = 256;
const DATA_KB = 800_000;
/** Six bytes of JSON for the worst character. */
const MAX_OUTPUT_BYTES = documentLimits.characters * 6 + 1_000_000;

export type ReadDocument = { document: DocumentText } | { refusal: DocumentRefusal };

/**
 * The text of a document (.docx, .odt, .doc, .pdf or plain text: its content says which, whatever its name), or why it
 * cannot be read. The document is opened in a separate process with little memory and time, which may neither write nor
 * start anything nor reach the network; it goes there and comes back without touching the disk.
 * @param appRoot the project's folder, where the opening program is.
 */
export async function readDocument(content: Uint8Array, appRoot: string): Promise<ReadDocument> {
  if (content.length === 0) return { refusal: 'empty' };
  if (content.length > documentLimits.bytes) return { refusal: 'tooLarge' };
  const printed = await open(content, appRoot);
  return understood(printed) ?? { refusal: 'unreadable' };
}

/** What the program printed, or nothing when it was stopped. */
function open(content: Uint8Array, appRoot: string): Promise<string> {
  const [command, args] = bounded(process.execPath, nodeArguments(appRoot));
  return new Promise((resolve) => {
    const child = execFile(
      command,
      args,
      {
        timeout: WALL_CLOCK_MS,
        killSignal: 'SIGKILL',
        maxBuffer: MAX_OUTPUT_BYTES,
        cwd: appRoot,
        env: { PATH: process.env.PATH, NODE_ENV: 'production' },
      },
      (error, stdout) => resolve(error ? '' : stdout),
    );
    // A program killed while it was still being given the document closes its end: its silence says enough.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(content);
  });
}

function nodeArguments(appRoot: string): string[] {
  const readable = ['lib', 'node_modules', 'package.json'].map((name) => `--allow-fs-read=${path.join(appRoot, name)}`);
  const program = path.join(appRoot, 'lib', 'exchange', 'document-opener.ts');
  return ['--permission', ...readable, `--max-old-space-size=${HEAP_MB}`, '--disallow-code-generation-from-strings', program];
}

/** The same command under limits of processor time and memory, where the system knows them. */
function bounded(command: string, args: string[]): [string, string[]] {
  if (process.platform === 'win32') return [command, args];
  const limits = `ulimit -t ${CPU_SECONDS} 2>/dev/null; ulimit -d ${DATA_KB} 2>/dev/null; ulimit -c 0 2>/dev/null`;
  return ['/bin/sh', ['-c', `${limits}; exec "$0" "$@"`, command, ...args]];
}

function understood(printed: string): ReadDocument | null {
  if (!printed) return null;
  const answer = JSON.parse(printed) as { document: DocumentText } | { refusal: unknown };
  if ('document' in answer) return answer;
  return isDocumentRefusal(answer.refusal) ? { refusal: answer.refusal } : null;
}
