// npm run prisma -- migrate dev --name add_something   (also: migrate status, migrate reset, studio…)
// Works on the embedded database of .data, or on DATABASE_URL when it is set.
import { createDatabase, startPostgres } from './postgres.mjs';
import { prisma } from './tools.mjs';

const server = process.env.DATABASE_URL ? null : await startPostgres({ dir: '.data/postgres' });
if (server) await createDatabase(server.url('postgres'), 'tani');
const status = prisma(process.argv.slice(2), { DATABASE_URL: process.env.DATABASE_URL ?? server.url('tani') });
await server?.stop();
process.exitCode = status;
