import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../scripts/migrate.mjs';
import { createDatabase, startPostgres } from '../../scripts/postgres.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** Name of the database every test file copies: migrated, with the queue's tables and the published calls. */
export const modelDatabase = 'model';

/** One real PostgreSQL for the whole run, thrown away at the end. */
export default async function startDatabaseServer(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tani-tests-'));
  const server = await startPostgres({ dir: path.join(folder, 'postgres'), throwaway: true });
  await createDatabase(server.url('postgres'), modelDatabase);
  await migrate(server.url(modelDatabase));
  const env = { ...process.env, DATABASE_URL: server.url(modelDatabase), DEMONSTRATION: 'off', AUTH_SECRET: 'x'.repeat(40) };
  const seeded = spawnSync(process.execPath, ['--conditions=react-server', 'prisma/seed.ts'], { env, stdio: 'inherit' });
  if (seeded.status !== 0) throw new Error('the model database could not be prepared');
  project.provide('postgresUrl', server.url('postgres'));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
