import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { page } from './browser.ts';
import { load } from './load.ts';
import { atMost, figure, type Row } from './report.ts';
import type { Service } from './service.ts';
import { launch, launchPostgres } from './start-up.ts';

/** A page to load the service with, and who opens it. */
export type Visit = { path: string; cookies: string[]; words: string };

/** W9: memory of the whole service (launcher, web server, worker, PostgreSQL) idle, under load, and once it is over. */
export async function memory(service: Pick<Service, 'url' | 'env'>, visit: Visit, seconds: number): Promise<Row[]> {
  if (!existsSync('/proc/self/smaps_rollup')) return [];
  const alone = await launchPostgres(service);
  const postgres = memoryOfTree(Number(readFileSync(`${service.env.DATA_DIR}/postgres/postmaster.pid`, 'utf8').split('\n')[0]));
  await alone.stop();

  const running = await launch(service);
  await sleep(seconds * 1000);
  const idle = memoryOfTree(running.pid);
  const sizes: number[] = [];
  const watch = setInterval(() => sizes.push(memoryOfTree(running.pid)), 250);
  const { errors } = await load(8, { seconds: seconds * 3 }, (who) =>
    page(service.url + visit.path, visit.cookies[who] ?? '', visit.words),
  );
  clearInterval(watch);
  await sleep(seconds * 1000);
  const after = memoryOfTree(running.pid);
  await running.stop();
  return [
    figure({
      workload: 'W9',
      what: 'memory idle, beside PostgreSQL alone',
      unit: 'MB',
      ours: idle,
      raw: postgres,
      bar: atMost(300, ' MB')(idle),
    }),
    figure({ workload: 'W9', what: 'memory under load, beside idle', unit: 'MB', ours: Math.max(...sizes), raw: idle, errors }),
    figure({ workload: 'W9', what: 'memory once it is over, beside idle', unit: 'MB', ours: after, raw: idle }),
  ];
}

/** Megabytes of a process and of all those it started. Memory they share counts once, where the system tells it (PSS). */
function memoryOfTree(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) && /^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const family = new Set([root]);
  for (const before = { size: 0 }; before.size < family.size; ) {
    before.size = family.size;
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child);
  }
  return [...family].reduce((sum, pid) => sum + kilobytesOf(pid), 0) / 1000;
}

function kilobytesOf(pid: number): number {
  const shared = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  return Number(shared ?? /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1.024;
}

/** '' for a process that has just ended, or that belongs to somebody else. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
