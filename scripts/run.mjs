// The entry of every npm script. It runs on a fresh clone, so it needs nothing but Node >= 20 and npm:
// it installs what the lock file says, then hands over to the task with the Node of the lock file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const bin = path.join(root, 'node_modules', '.bin');
const env = {
  ...process.env,
  PATH: bin + path.delimiter + process.env.PATH,
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
};

installIfTheLockFileChanged();
const [task, ...args] = process.argv.slice(2);
const child = spawnSync(nodeOfTheLockFile(), [path.join('scripts', `${task}.mjs`), ...args], { stdio: 'inherit', env });
process.exit(child.status ?? 1);

function installIfTheLockFileChanged() {
  const stamp = path.join('node_modules', '.installed-lock');
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('› Installation des paquets (npm ci)…');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command, ...first] = npm;
  const install = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    env,
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (install.status !== 0) {
    console.error('✗ L’installation des paquets a échoué : voir les lignes ci-dessus.');
    process.exit(install.status || 1);
  }
  writeFileSync(stamp, lock);
}

/** The pinned Node where its package exists (Linux x64 and arm64), otherwise the one that runs this script. */
function nodeOfTheLockFile() {
  const pinned = path.join(bin, 'node');
  if (existsSync(pinned)) return pinned;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(`✗ Node ${process.versions.node} est trop ancien sur ce système : installez Node 24 (ou 22.18 au moins).`);
  process.exit(1);
}
