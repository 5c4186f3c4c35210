import { execFile } from 'node:child_process';
import path from 'node:path';

/** Beyond this nobody waits any more, and a document that takes that long is not a candidature. */
const PATIENCE: Patience = { wallClockMs: 20_000, cpuSeconds: 15 };
/** For the program that reads a stranger's text: its objects, then everything it may write in memory. */
const HEAP_MB = 256;
const DATA_KB = 800_000;

/** How long a program may go on, whether it computes or waits; then how long it may compute. */
export type Patience = { wallClockMs: number; cpuSeconds: number };

/**
 * What a program of this folder prints when it is given these bytes, or nothing when it was stopped. It runs in a separate
 * process with little memory and time, which may neither write nor start anything, and reads the project only.
 * @param appRoot the project's folder.
 */
export function runConfined(
  program: string,
  input: Uint8Array | string,
  maxOutputBytes: number,
  appRoot: string,
  { wallClockMs, cpuSeconds }: Patience = PATIENCE,
): Promise<string> {
  const [command, args] = bounded(process.execPath, nodeArguments(program, appRoot), cpuSeconds);
  return new Promise((resolve) => {
    const child = execFile(
      command,
      args,
      {
        timeout: wallClockMs,
        killSignal: 'SIGKILL',
        maxBuffer: maxOutputBytes,
        cwd: appRoot,
        env: { PATH: process.env.PATH, NODE_ENV: 'production' },
      },
      (error, stdout) => resolve(error ? '' : stdout),
    );
    // A program killed while it was still being given its input closes its end: its silence says enough.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function nodeArguments(program: string, appRoot: string): string[] {
  const readable = ['lib', 'node_modules', 'package.json'].map((name) => `--allow-fs-read=${path.join(appRoot, name)}`);
  const file = path.join(appRoot, 'lib', 'exchange', program);
  return ['--permission', ...readable, `--max-old-space-size=${HEAP_MB}`, '--disallow-code-generation-from-strings', file];
}

/** The same command under limits of processor time and memory, where the system knows them. */
function bounded(command: string, args: string[], cpuSeconds: number): [string, string[]] {
  if (process.platform === 'win32') return [command, args];
  const limits = `ulimit -t ${cpuSeconds} 2>/dev/null; ulimit -d ${DATA_KB} 2>/dev/null; ulimit -c 0 2>/dev/null`;
  return ['/bin/sh', ['-c', `${limits}; exec "$0" "$@"`, command, ...args]];
}
