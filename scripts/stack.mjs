// The whole service as one tree of processes: PostgreSQL, the web server, the worker.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readSettings } from '../lib/infra/settings.ts';
import { keepAlive } from './kept-process.mjs';
import { migrate, migrationNames } from './migrate.mjs';
import { createDatabase, startPostgres } from './postgres.mjs';

const DATABASE = 'tani';
const BEING_MADE = 'tani_being_made';

/** Longer than reverse proxies keep a connection (a minute): otherwise they send a request on one that is being closed here. */
const KEEP_ALIVE_MS = 75_000;

/**
 * Starts everything and waits until it answers.
 * @param {object} options
 * @param {Record<string, string>} [options.env] settings that win over the environment's.
 * @param {boolean} [options.throwaway] a database for tests, fast and not durable.
 * @param {string[]} [options.web] arguments of Node for the web server; the built application by default.
 * @returns {Promise<{ url: string, publicUrl: string, demonstration: boolean, env: Record<string, string>, stop: () => Promise<void> }>}
 */
export async function startStack({ env: given = {}, throwaway = false, web: webCommand } = {}) {
  const settings = readSettings({ ...process.env, ...given });
  await waitForFreePort(settings.PORT, settings.HOST);
  mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o700 }); // what it holds is nobody else's business
  chmodSync(settings.DATA_DIR, 0o700);

  const postgres = settings.DATABASE_URL ? null : await startPostgres({ dir: path.join(settings.DATA_DIR, 'postgres'), throwaway });
  const env = environment(settings, given, postgres?.url(DATABASE) ?? settings.DATABASE_URL);
  if (postgres) await createInOneStep(postgres, env);
  else await reach(env.DATABASE_URL);
  const applied = await migrate(env.DATABASE_URL);
  if (applied.length) console.log(`› Base de données mise à jour (${applied.length} migration${applied.length > 1 ? 's' : ''}).`);
  await seed(env);

  const worker = kept('Le traitement des envois et des documents', () => child(['--conditions=react-server', 'lib/jobs/worker.ts'], env));
  const web = kept('Le serveur web', () => child(webCommand ?? ['server.js'], env, webCommand ? undefined : '.next/standalone'));
  let stopping;
  const stop = () => {
    stopping ??= Promise.all([web.stop(), worker.stop()]).then(() => postgres?.stop());
    return stopping;
  };
  const url = `http://127.0.0.1:${settings.PORT}`;
  if (!(await isReady(url, web))) {
    await stop();
    throw new Error('Le serveur web n’a pas démarré : voir les lignes ci-dessus.');
  }
  return { url, publicUrl: settings.PUBLIC_URL, demonstration: settings.DEMONSTRATION, env, stop };
}

function environment(settings, given, databaseUrl) {
  return {
    ...process.env,
    ...given,
    NODE_ENV: given.NODE_ENV ?? 'production',
    PORT: String(settings.PORT),
    HOSTNAME: settings.HOST,
    PUBLIC_URL: settings.PUBLIC_URL,
    NEXTAUTH_URL: settings.PUBLIC_URL,
    DATA_DIR: settings.DATA_DIR,
    DATABASE_URL: databaseUrl,
    DEMONSTRATION: settings.DEMONSTRATION ? 'on' : 'off',
    AUTH_SECRET: settings.AUTH_SECRET ?? keptSecret(settings.DATA_DIR),
    EXPECTED_MIGRATIONS: String(migrationNames().length),
    APP_ROOT: process.cwd(),
    KEEP_ALIVE_TIMEOUT: String(KEEP_ALIVE_MS),
  };
}

/** Says which setting to look at when the operator's own PostgreSQL cannot be reached. */
async function reach(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`La base de données de DATABASE_URL ne répond pas (${error.message || error.code}). Voir .env.example.`);
  }
  await client.end();
}

/** A secret of this installation, made at the first start and kept beside its data. */
function keptSecret(dataDir) {
  const file = path.join(dataDir, 'auth-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/**
 * Makes the embedded database under another name, and gives it its own once it is complete: a start cut short leaves
 * nothing half made, the next one begins again.
 */
async function createInOneStep(postgres, env) {
  const maintenance = new pg.Client({ connectionString: postgres.url('postgres') });
  await maintenance.connect();
  try {
    const { rowCount: exists } = await maintenance.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (exists) return;
    await maintenance.query(`DROP DATABASE IF EXISTS ${BEING_MADE} WITH (FORCE)`);
    await createDatabase(postgres.url('postgres'), BEING_MADE);
    const url = postgres.url(BEING_MADE);
    await migrate(url);
    await seed({ ...env, DATABASE_URL: url });
    await maintenance.query(`ALTER DATABASE ${BEING_MADE} RENAME TO ${DATABASE}`);
  } finally {
    await maintenance.end();
  }
}

/** Prepares the database: the queue's tables, the published calls, and the first time the demonstration. */
async function seed(env) {
  const seeding = spawn(process.execPath, ['--conditions=react-server', 'prisma/seed.ts'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const status = await new Promise((resolve) => seeding.once('exit', resolve));
  if (status !== 0) throw new Error('La préparation des données a échoué : voir les lignes ci-dessus.');
}

function child(args, env, cwd) {
  const leash = ['--import', new URL('leash.mjs', import.meta.url).href];
  // detached: Ctrl-C reaches the launcher only, which ends its children in order.
  return spawn(process.execPath, [...leash, ...args], { env, cwd, stdio: ['pipe', 'inherit', 'inherit'], detached: true });
}

const kept = (name, start) => keepAlive({ name, start, stopSignal: 'SIGTERM' });

async function isReady(url, web) {
  for (let tries = 0; tries < 600 && !web.hasEnded(); tries += 1) {
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return true;
    await sleep(50);
  }
  return false;
}

/** After a brutal stop the former processes take a moment to leave. */
async function waitForFreePort(port, host) {
  for (let tries = 0; tries < 40; tries += 1) {
    if (await isFree(port, host)) return;
    await sleep(250);
  }
  throw new Error(`Le port ${port} est occupé par un autre programme : arrêtez-le, ou choisissez-en un autre avec PORT=3001 npm start.`);
}

function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
