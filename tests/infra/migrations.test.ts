import { spawnSync } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { migrate, migrationNames } from '../../scripts/migrate.mjs';
import { createDatabase } from '../../scripts/postgres.mjs';

const urlOf = (name: string) => inject('postgresUrl').replace(/[^/]+$/, name);

describe('the migrations', () => {
  it('make exactly the schema of prisma/models', async () => {
    await createDatabase(inject('postgresUrl'), 'drift');
    const args = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma', '--exit-code'];
    const env = { ...process.env, DATABASE_URL: urlOf('drift'), PRISMA_SCHEMA_ENGINE_BINARY: path.resolve('scripts/schema-engine.mjs') };
    const { status, stdout, stderr } = spawnSync('prisma', args, { encoding: 'utf8', env });
    expect(status, `${stdout.slice(0, 2000)}${stderr.slice(0, 2000)}`).toBe(0);
  });

  it('are applied once, and refuse to go on when one was edited afterwards', async () => {
    await createDatabase(inject('postgresUrl'), 'migrated');
    expect(await migrate(urlOf('migrated'))).toEqual(migrationNames());
    expect(await migrate(urlOf('migrated'))).toEqual([]);
    const client = new pg.Client({ connectionString: urlOf('migrated') });
    await client.connect();
    await client.query("UPDATE _prisma_migrations SET checksum = 'other'");
    await expect(migrate(urlOf('migrated'))).rejects.toThrow(/a été modifiée/);
    await client.query('UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(migrate(urlOf('migrated'))).rejects.toThrow(/a échoué auparavant/);
    await client.end();
  });
});
