// How the other scripts run the programs of node_modules/.bin.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/**
 * Runs a program of node_modules/.bin (run.mjs puts it first on PATH) and shows what it prints.
 * @returns {number} its exit status.
 */
export function run(program, args, extraEnv = {}) {
  const result = spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...extraEnv } });
  if (result.error) console.error(String(result.error));
  return result.status ?? 1;
}

/** Same, and stops the whole script when the program fails. */
export function mustRun(program, args, extraEnv = {}) {
  const status = run(program, args, extraEnv);
  if (status === 0) return;
  console.error(`✗ ${program} ${args.join(' ')}`);
  process.exit(status);
}

/** Runs Prisma's command line with our schema engine (see schema-engine.mjs). Returns its exit status. */
export function prisma(args, extraEnv = {}) {
  return run('prisma', args, { PRISMA_SCHEMA_ENGINE_BINARY: path.resolve('scripts/schema-engine.mjs'), ...extraEnv });
}
