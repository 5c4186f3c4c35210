// Builds the application, only when something it is made of has changed.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mustRun, prisma } from './tools.mjs';

const INPUTS = ['app', 'components', 'lib', 'prisma/schema.prisma', 'prisma/models', 'public', 'proxy.ts', 'next.config.ts'];
const CONFIGURATION = ['package-lock.json', 'package.json', 'tsconfig.json', 'postcss.config.mjs'];
const GENERATED = path.join('lib', 'infra', 'generated');
const STAMP = path.join('.next', 'standalone', '.built-from');

/** Generates the database client and builds the application into .next/standalone. Does nothing when both are current. */
export function build() {
  const inputs = fingerprint([...INPUTS, ...CONFIGURATION]);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs && existsSync(GENERATED)) return;
  generateClient();
  console.log('› Construction de l’application (une minute environ la première fois)…');
  mustRun('next', ['build']);
  cpSync('.next/static', '.next/standalone/.next/static', { recursive: true });
  cpSync('public', '.next/standalone/public', { recursive: true });
  writeFileSync(STAMP, inputs);
}

/** Generates the typed database client from prisma/, when the models have changed. */
export function generateClient() {
  const stamp = path.join(GENERATED, '.generated-from');
  const inputs = fingerprint(['prisma/schema.prisma', 'prisma/models', 'package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return;
  if (prisma(['generate']) !== 0) process.exit(1);
  writeFileSync(stamp, inputs);
}

function fingerprint(places) {
  const hash = createHash('sha256');
  const add = (place) => {
    if (!existsSync(place) || place === GENERATED) return;
    if (statSync(place).isDirectory()) for (const name of readdirSync(place).sort()) add(path.join(place, name));
    else hash.update(place).update(readFileSync(place));
  };
  places.forEach(add);
  return hash.digest('hex');
}
