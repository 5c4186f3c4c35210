// Applies prisma/migrations/*/migration.sql and keeps the same books as `prisma migrate deploy` (table
// _prisma_migrations, checksums, advisory lock), so that both tools can be used on one database. See docs/decisions.
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

const FOLDER = path.join(import.meta.dirname, '..', 'prisma', 'migrations');
const PRISMA_ADVISORY_LOCK = 72707369;
const BOOKS = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/**
 * Brings the database up to date.
 * @returns {Promise<string[]>} the names of the migrations applied now.
 * @throws when a migration fails, failed earlier, or was edited after it was applied.
 */
export async function migrate(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_ADVISORY_LOCK]);
    await client.query(BOOKS);
    const done = await alreadyApplied(client);
    const applied = [];
    for (const name of migrationNames()) {
      const sql = readFileSync(path.join(FOLDER, name, 'migration.sql'), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      if (!done.has(name)) applied.push(await apply(client, name, sql, checksum));
      else if (done.get(name) !== checksum) throw new Error(`La migration ${name} a été modifiée après son application.`);
    }
    return applied;
  } finally {
    await client.end(); // releases the lock too
  }
}

/** The names of every migration of the repository, in order. */
export function migrationNames() {
  const entries = readdirSync(FOLDER, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

async function alreadyApplied(client) {
  const { rows } = await client.query(
    'SELECT migration_name AS name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const failed = rows.find((row) => !row.finished_at);
  if (failed) throw new Error(`La migration ${failed.name} a échoué auparavant : npm run prisma -- migrate resolve.`);
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

async function apply(client, name, sql, checksum) {
  const id = randomUUID();
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [id, checksum, name]);
  try {
    await client.query(sql); // one simple query: PostgreSQL makes it one transaction
  } catch (error) {
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, String(error.stack ?? error)]);
    throw new Error(`La migration ${name} a échoué : ${error.message}`, { cause: error });
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id]);
  return name;
}
