import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Bench } from './bench.ts';
import type { Pair } from './load.ts';
import { atMost, figure, type Row } from './report.ts';

/** What the process that composes tells: times in milliseconds, memory in megabytes. */
export type CharterFigures = { single: Pair; batchEach: number; memoryBefore: number; memoryAfter: number };

/** W7: a charter composed and sealed, then a batch, in a process of its own as in the worker. */
export async function charter({ rounds, seconds, charters }: Bench): Promise<Row[]> {
  const program = path.join(import.meta.dirname, 'charter-process.ts');
  const times = Math.ceil(seconds * 5);
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', program, String(rounds), String(times), String(charters)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error('the charters could not be composed');
  const { single, batchEach, memoryBefore, memoryAfter } = JSON.parse(stdout) as CharterFigures;
  const aloneEach = 1000 / single.ours.perSecond;
  const errors = single.ours.errors + single.raw.errors;
  return [
    figure({
      workload: 'W7',
      what: 'compose and seal a charter',
      unit: 'ms',
      ours: single.ours.p50,
      raw: single.raw.p50,
      bar: { text: '≤ 1 of pdfkit', holds: null },
      errors,
      details: single,
    }),
    figure({
      workload: 'W7',
      what: `each of a batch of ${charters}, beside one alone`,
      unit: 'ms',
      ours: batchEach,
      raw: aloneEach,
      bar: atMost(1.2)(batchEach / aloneEach),
    }),
    figure({
      workload: 'W7',
      what: 'memory after the batch, beside before',
      unit: 'MB',
      ours: memoryAfter,
      raw: memoryBefore,
      bar: atMost(1.2)(memoryAfter / memoryBefore),
    }),
  ];
}
