import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../scripts/postgres.mjs';
import { startStack } from '../../scripts/stack.mjs';

/** Starts the whole service on a free port, with the demonstration in a database that is thrown away. */
export default async function startService() {
  const folder = mkdtempSync(path.join(tmpdir(), 'tani-e2e-'));
  const port = await freePort();
  const stack = await startStack({ env: { DATA_DIR: folder, PORT: String(port), DEMONSTRATION: 'on' }, throwaway: true });
  process.env.SERVICE_URL = `http://localhost:${port}`;
  process.env.SERVICE_DATABASE_URL = stack.env.DATABASE_URL;
  return async () => {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
