import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Composable, ComposerAnswer } from './composer.ts';
import type { Composition } from './typst.ts';

/** A receipt takes 50 ms, a long dossier a second: beyond this, the compiler has lost its way. */
const LONGEST_MS = 120_000;
/** How long the program is kept warm after its last paper. */
const IDLE_MS = 60_000;
/** Above this, the program is ended after its paper rather than kept. Bytes. */
const GREEDY = 500_000_000;

let program: ChildProcess | undefined;
let ending: NodeJS.Timeout | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Composes a paper in the composing program, started when needed; papers wait for each other.
 * @param appRoot the project's folder, where the program, the templates and the fonts are.
 * @throws Error with the compiler's words, or when the program took too long or ended by itself.
 */
export function composeApart(paper: Composable, appRoot: string): Promise<Composition> {
  const composed = queue.then(() => ask(paper, appRoot));
  queue = composed.catch(() => {});
  return composed;
}

/** Ends the composing program, if there is one. */
export function endComposer(): void {
  clearTimeout(ending);
  program?.kill('SIGKILL');
  program = undefined;
}

async function ask(paper: Composable, appRoot: string): Promise<Composition> {
  clearTimeout(ending);
  program ??= start(appRoot);
  const answer = await answerOf(program, paper);
  if ('error' in answer) throw new Error(answer.error);
  if (answer.memory > GREEDY) endComposer();
  ending = setTimeout(endComposer, IDLE_MS).unref();
  return { pdf: answer.pdf, sealBlock: answer.sealBlock as Composition['sealBlock'] };
}

function answerOf(asked: ChildProcess, paper: Composable): Promise<ComposerAnswer> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(tooLong);
      asked.removeAllListeners();
      settle();
    };
    const fail = (reason: string) => {
      endComposer();
      finish(() => reject(new Error(reason)));
    };
    const tooLong = setTimeout(() => fail(`Composition interrompue après ${LONGEST_MS / 1000} s`), LONGEST_MS);
    asked.once('message', (answer) => finish(() => resolve(answer as ComposerAnswer)));
    asked.once('exit', (status, signal) => fail(`Le programme de composition s’est arrêté (${signal ?? `code ${status}`})`));
    asked.once('error', (error) => fail(error.message));
    asked.send(paper);
  });
}

function start(appRoot: string): ChildProcess {
  // Not `fork`: the bundler of the pages would look for the program's file.
  return spawn(process.execPath, ['--max-old-space-size=512', path.join(appRoot, 'lib', 'documents', 'composer.ts')], {
    cwd: appRoot,
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}
