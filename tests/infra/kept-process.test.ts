import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepAlive } from '../../scripts/kept-process.mjs';

/** Starts real processes, one script after the other; the last one again and again. */
function processes(...scripts: string[]) {
  const started: number[] = [];
  const start = () => {
    const script = scripts[Math.min(started.length, scripts.length - 1)] ?? '';
    const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
    started.push(child.pid ?? 0);
    return child;
  };
  return { started, kept: keepAlive({ name: 'Essai', start, stopSignal: 'SIGTERM' }) };
}

const forever = 'setInterval(() => {}, 1000)';
const told = vi.spyOn(console, 'error').mockImplementation(() => {});
afterEach(() => {
  told.mockClear();
});

describe('a process kept alive', () => {
  it('is started again when it ends by itself, and the operator is told', async () => {
    const { started, kept } = processes('process.exit(3)', forever);
    await vi.waitFor(() => expect(started).toHaveLength(2), { timeout: 10_000 });
    expect(told.mock.calls).toEqual([['✗ Essai s’est arrêté (code 3) : nouveau départ dans 0,5 s.']]);
    await vi.waitFor(() => expect(kept.hasEnded()).toBe(false));
    await kept.stop();
    expect(kept.hasEnded()).toBe(true);
  });

  it('is started again when it is killed', async () => {
    const { started, kept } = processes(forever);
    process.kill(started[0] ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(started).toHaveLength(2), { timeout: 10_000 });
    await kept.stop();
  });

  it('stays ended once it was asked to stop, even while it waited to start again', async () => {
    const { started, kept } = processes('process.exit(1)');
    await vi.waitFor(() => expect(told).toHaveBeenCalledOnce(), { timeout: 10_000 });
    await kept.stop();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(started).toHaveLength(1);
  });
});
