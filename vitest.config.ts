import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

// `server-only` exists to stop Next from bundling server code for browsers; outside Next it has nothing to say.
const alias = { 'server-only': path.resolve('tests/support/server-only.ts') };

export default defineConfig({
  resolve: { alias },
  test: {
    // One worker a processor: the tests wait for nobody else.
    maxWorkers: availableParallelism(),
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          testTimeout: 30_000,
          include: ['tests/{domain,calls,emails,documents,exchange,components}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: ['tests/{operations,queries,jobs,infra}/**/*.test.ts'],
          globalSetup: 'tests/support/database-server.ts',
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
