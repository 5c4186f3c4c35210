import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../scripts/postgres.mjs';
import { startStack } from '../../scripts/stack.mjs';

/** The service under measure: its own processes, its own database, thrown away at the end. */
export type Service = {
  url: string;
  databaseUrl: string;
  /** What the launcher is told by the environment, to start the same service again. */
  env: Record<string, string>;
  sql: <Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
  stop: () => Promise<void>;
  /** Removes everything it left on the disk. */
  discard: () => Promise<void>;
};

/** Starts the built application, durable as in production, without the demonstration and without a mail server. */
export async function startService(): Promise<Service> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tani-bench-'));
  const port = String(await freePort());
  const env = { DATA_DIR: folder, PORT: port, DEMONSTRATION: 'off', DATABASE_URL: '', SMTP_URL: '', PUBLIC_URL: '', HOST: '127.0.0.1' };
  const discard = async () => {
    // A PostgreSQL whose launcher was killed by a Ctrl-C takes a moment to end.
    for (let tries = 0; tries < 100 && existsSync(path.join(folder, 'postgres', 'postmaster.pid')); tries += 1) await sleep(50);
    rmSync(folder, { recursive: true, force: true });
  };
  const stack = await startStack({ env });
  const databaseUrl = stack.env.DATABASE_URL ?? '';
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 }).on('error', () => {});
  let stopping: Promise<void> | undefined;
  return {
    url: stack.url,
    databaseUrl,
    env,
    sql: async (text, values) => (await pool.query(text, values)).rows,
    stop: () => {
      stopping ??= pool.end().then(stack.stop);
      return stopping;
    },
    discard,
  };
}

/** Opens a session for each of these people, stored as the service stores it. Returns their cookies, in the same order. */
export async function signIn({ sql }: Pick<Service, 'sql'>, userIds: readonly string[]): Promise<string[]> {
  const tokens = userIds.map(() => randomBytes(32).toString('base64url'));
  await sql(
    `INSERT INTO sessions (id, token_hash, user_id, expires_at)
     SELECT gen_random_uuid(), hash, person::uuid, clock_timestamp() + interval '12 hours' FROM unnest($1::text[], $2::text[]) AS s (hash, person)`,
    [tokens.map(tokenHash), userIds],
  );
  return tokens.map((token) => `tani-session=${token}`);
}

/** What the database keeps of the session this cookie opens. */
export function tokenHash(cookie: string): string {
  return createHash('sha256').update(cookie.replace('tani-session=', '')).digest('hex');
}

/** Throws the waiting jobs away and lets the worker end those in progress, so that they do not weigh on what follows. */
export async function emptyQueue({ sql }: Pick<Service, 'sql'>): Promise<void> {
  for (;;) {
    await sql(`DELETE FROM pgboss.job WHERE state IN ('created', 'retry')`);
    const active = await sql(`SELECT 1 FROM pgboss.job WHERE state IN ('created', 'retry', 'active') LIMIT 1`);
    if (active.length === 0) return;
    await sleep(50);
  }
}

/** Connections of our own to the same database, for the raw limits. */
export async function direct({ databaseUrl }: Service, connections: number) {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: databaseUrl }));
  for (const client of clients) client.on('error', () => {}); // the statement in progress says it
  await Promise.all(clients.map((client) => client.connect()));
  return {
    /** Runs a statement, prepared once per connection under this name. */
    run: async (connection: number, name: string, text: string, values: unknown[]) => {
      const { rows } = await (clients[connection] as pg.Client).query({ name, text, values });
      if (rows.length === 0) throw new Error(`${name}: the raw statement did nothing`);
      return rows;
    },
    end: () => Promise.all(clients.map((client) => client.end())),
  };
}
