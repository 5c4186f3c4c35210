import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, inject } from 'vitest';
import { createDatabase } from '../../scripts/postgres.mjs';
import { modelDatabase } from './database-server.ts';

/** Gives the test file a database of its own, copied from the model; the settings of the process point to it. */
export function setUpDatabase(settings: Record<string, string> = {}): void {
  beforeAll(async () => {
    const server = inject('postgresUrl');
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await createDatabase(server, name, modelDatabase);
    Object.assign(process.env, {
      DATABASE_URL: server.replace(/[^/]+$/, name),
      DATA_DIR: mkdtempSync(path.join(tmpdir(), 'tani-data-')),
      APP_ROOT: process.cwd(),
      AUTH_SECRET: 'x'.repeat(40),
      DEMONSTRATION: 'off',
      ...settings,
    });
  });
}
