import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '../../scripts/postgres.mjs';
import { ask } from './browser.ts';
import { alternate, load } from './load.ts';
import { figure, type Row } from './report.ts';
import type { Service } from './service.ts';

type Stopped = Pick<Service, 'url' | 'env'>;
type Started = { stop: () => Promise<void> };

/** What was started here and not stopped yet. */
const started = new Set<Started>();

/** Stops whatever was started here, for a measure that is interrupted. */
export async function stopStarted(): Promise<void> {
  await Promise.all([...started].map(({ stop }) => stop()));
}

/** Starts the stopped service again by its command, and waits for a first good page. */
export async function launch({ url, env }: Stopped): Promise<Started & { pid: number }> {
  const leash = path.resolve('scripts/leash.mjs'); // it ends with us, even when we are killed
  const launcher = spawn(process.execPath, ['--import', leash, 'scripts/start.mjs'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  });
  const exited = new Promise<void>((resolve) => launcher.once('exit', () => resolve()));
  const running = stoppable(() => {
    launcher.kill('SIGINT');
    return exited;
  });
  for (let tries = 0; tries < 3000 && launcher.exitCode === null; tries += 1) {
    const good = await ask(url).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (good) return { ...running, pid: launcher.pid ?? 0 };
    await sleep(10);
  }
  await running.stop();
  throw new Error('the service did not start again');
}

/** The service's PostgreSQL alone, on the same data. */
export async function launchPostgres({ env }: Stopped): Promise<Started> {
  const postgres = await startPostgres({ dir: path.join(env.DATA_DIR ?? '', 'postgres') });
  return stoppable(postgres.stop);
}

function stoppable(end: () => Promise<void>): Started {
  const running: Started = {
    stop: async () => {
      if (started.delete(running)) await end();
    },
  };
  started.add(running);
  return running;
}

/** W8: the second start, from the command to a first good page, beside PostgreSQL alone until it answers. */
export async function startUp(service: Stopped, rounds: number): Promise<Row[]> {
  const timed = async (start: () => Promise<Started>) => {
    let running: Started | undefined;
    const sample = await load(1, { times: 1 }, async () => {
      running = await start();
    });
    await running?.stop();
    return sample;
  };
  const pair = await alternate(
    rounds,
    () => timed(() => launch(service)),
    () => timed(() => launchPostgres(service)),
  );
  const errors = pair.ours.errors + pair.raw.errors;
  return [
    figure({
      workload: 'W8',
      what: 'second start, to a first good page',
      unit: 'ms',
      ours: pair.ours.p50,
      raw: pair.raw.p50,
      errors,
      details: pair,
    }),
  ];
}
