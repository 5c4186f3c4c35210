import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Patience, runConfined } from '../../lib/exchange/confined-program.ts';

const LONG = 60_000;

let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'tani-confined-'));
  mkdirSync(path.join(root, 'lib', 'exchange'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Writes this program where the project’s own are, and runs it as they are. */
function run(source: string, { input = '', output = 100, patience }: { input?: string; output?: number; patience?: Patience } = {}) {
  const name = `${process.hrtime.bigint()}.mjs`;
  writeFileSync(path.join(root, 'lib', 'exchange', name), source);
  return runConfined(name, input, output, root, patience);
}

const attempt = (act: string) =>
  run(`import fs from 'node:fs'; import { spawnSync } from 'node:child_process'; import { Worker } from 'node:worker_threads';
    try { ${act}; process.stdout.write('done'); } catch (error) { process.stdout.write(error.code ?? error.name); }`);

describe('a confined program', { timeout: LONG }, () => {
  it('is given its input, and what it prints comes back', async () => {
    expect(await run(`process.stdin.on('data', (text) => process.stdout.write('read: ' + text))`, { input: 'œuvre' })).toBe('read: œuvre');
  });

  it('is stopped when it computes for too long, and when it waits for too long', async () => {
    const endless = `process.stdout.write('begun'); for (;;);`;
    const waiting = `process.stdout.write('begun'); setInterval(() => {}, 1000);`;
    expect(await run(endless, { patience: { cpuSeconds: 1, wallClockMs: LONG } })).toBe('');
    expect(await run(waiting, { patience: { cpuSeconds: 60, wallClockMs: 1_000 } })).toBe('');
  });

  it('is stopped when it keeps too much, or prints too much', async () => {
    expect(await run(`const kept = []; for (;;) kept.push(new Array(100_000).fill(kept.length));`)).toBe('');
    expect(await run(`const kept = []; for (;;) kept.push(Buffer.alloc(50_000_000, 1));`)).toBe('');
    expect(await run(`process.stdout.write('x'.repeat(101));`)).toBe('');
  });

  it('writes nothing, starts nothing, reads the project only, and makes no code of a text', async () => {
    const written = path.join(root, 'lib', 'written');
    expect(await attempt(`fs.writeFileSync(${JSON.stringify(written)}, 'x')`)).toBe('ERR_ACCESS_DENIED');
    expect(existsSync(written)).toBe(false);
    expect(await attempt(`fs.readFileSync('/etc/hostname')`)).toBe('ERR_ACCESS_DENIED');
    expect(await attempt(`spawnSync('true')`)).toBe('ERR_ACCESS_DENIED');
    expect(await attempt(`new Worker('1', { eval: true })`)).toBe('ERR_ACCESS_DENIED');
    expect(await attempt(`new Function('return 1')()`)).toBe('EvalError');
  });

  it('knows nothing of the settings of the service', async () => {
    process.env.AUTH_SECRET ??= 'a secret of the service';
    expect(await run(`process.stdout.write(Object.keys(process.env).sort().join(' '))`)).not.toMatch(/SECRET|DATABASE|SMTP/);
  });
});
