// Run after adding a package, when `npm ci --dry-run` says « Missing: … from lock file ».
//   node scripts/complete-lock.mjs
// npm leaves out of the lock file the platform packages (macOS, Windows…) it could not see when the file was made, and then
// refuses its own lock. They are optional and never installed elsewhere than on their platform, so naming them is enough.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const added = [];
for (const [where, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    if (lock.packages[place] || lock.packages[`${where}/${place}`]) continue;
    const platform = platformOf(name);
    if (!platform) throw new Error(`${name} names no platform: add it by hand or choose another version`);
    lock.packages[place] = { version: range.replace(/^[\^~]/, ''), ...(entry.dev && { dev: true }), optional: true, ...platform };
    added.push(name);
  }
}
const [root, ...rest] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([root, ...rest.sort(([a], [b]) => (a < b ? -1 : 1))]);
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length ? `added: ${added.join(', ')}` : 'nothing was missing');

function platformOf(name) {
  const system = /(android|darwin|linux|win32|windows|freebsd|openbsd|netbsd|sunos|openharmony)-(.+)$/.exec(name);
  if (!system) return null;
  const [, os, rest] = system;
  const cpu = /arm64|x64|arm|ia32|riscv64|ppc64|s390x|loong64/.exec(rest)?.[0];
  const libc = os === 'linux' ? (/musl/.test(rest) ? ['musl'] : /-gnu/.test(rest) ? ['glibc'] : undefined) : undefined;
  return { os: [os === 'windows' ? 'win32' : os], cpu: [cpu], ...(libc && { libc }) };
}
