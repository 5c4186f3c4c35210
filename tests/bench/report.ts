import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Pair } from './load.ts';

/** A bar to pass; `holds` is null when this run is not the one it was set for. */
export type Bar = { text: string; holds: boolean | null };
/** One line of the table. `ratio` is ours divided by the raw limit of the same run, or by what `raw` says it stands for. */
export type Row = {
  workload: string;
  what: string;
  connections: number | null;
  unit: 'ms' | 'requests/s' | 'MB' | 'kB' | '×';
  ours: number;
  raw: number | null;
  ratio: number | null;
  bar: Bar | null;
  errors: number;
  /** Everything else that was measured, for bench.json. */
  details?: unknown;
};

/** With one connection what counts is the time of an answer, with several how many there are in a second. */
export function rowOf(workload: string, what: string, connections: number, pair: Pair, bar?: (ratio: number) => Bar): Row {
  const alone = connections === 1;
  const ours = alone ? pair.ours.p50 : pair.ours.perSecond;
  const raw = alone ? pair.raw.p50 : pair.raw.perSecond;
  const ratio = ours / raw;
  return {
    workload,
    what,
    connections,
    unit: alone ? 'ms' : 'requests/s',
    ours,
    raw,
    ratio,
    bar: bar?.(ratio) ?? null,
    errors: pair.ours.errors + pair.raw.errors,
    details: pair,
  };
}

/** A figure that has no connections: a size, a memory, a time of its own. */
export function figure(row: Partial<Row> & Pick<Row, 'workload' | 'what' | 'unit' | 'ours'>): Row {
  const ratio = row.raw ? row.ours / row.raw : null;
  return { connections: null, raw: null, ratio, bar: null, errors: 0, ...row };
}

/** The bar « at least », or « at most ». */
export const atLeast = (wanted: number) => (ratio: number) => ({ text: `≥ ${wanted}`, holds: ratio >= wanted });
export const atMost =
  (wanted: number, unit = '') =>
  (value: number) => ({ text: `≤ ${wanted}${unit}`, holds: value <= wanted });

/** The table, in Markdown. */
export function table(rows: readonly Row[]): string {
  const head = ['', 'what', 'c', 'ours', 'raw limit', 'ratio', 'bar', ''];
  const lines = rows.map(({ workload, what, connections, unit, ours, raw, ratio, bar }) => [
    workload,
    what,
    connections === null ? '' : String(connections),
    `${short(ours)} ${unit}`,
    raw === null ? '' : `${short(raw)} ${unit}`,
    ratio === null ? '' : short(ratio),
    bar?.text ?? '',
    bar === null || bar.holds === null ? '' : bar.holds ? 'passes' : 'misses',
  ]);
  const widths = head.map((title, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0), title.length, 2));
  const written = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [written(head), written(widths.map((width) => '-'.repeat(width))), ...lines.map(written)].join('\n');
}

/** Keeps the table and every figure in test-results. */
export function keep(rows: readonly Row[], about: object): void {
  mkdirSync('test-results', { recursive: true });
  writeFileSync(path.join('test-results', 'bench.md'), `${table(rows)}\n`);
  writeFileSync(path.join('test-results', 'bench.json'), `${JSON.stringify({ ...about, rows }, null, 2)}\n`);
}

function short(value: number): string {
  if (!Number.isFinite(value)) return '?';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
