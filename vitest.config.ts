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
          // Nothing here leaves a trace: the files share their workers, and what those have read.
          name: 'rules',
          isolate: false,
          testTimeout: 30_000,
          include: ['tests/{domain,calls,emails,components}/**/*.test.{ts,tsx}'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'papers',
          testTimeout: 30_000,
          include: ['tests/{documents,exchange}/**/*.test.ts', 'tests/*.test.ts'],
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
