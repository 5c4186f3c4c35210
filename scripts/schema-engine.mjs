#!/usr/bin/env node
// Prisma's command line wants a native "schema engine" that it downloads from a server of its own. This program speaks
// the same language (a few options, then JSON-RPC on standard input and output) and answers with the WebAssembly build
// of that engine, which npm delivers. Prisma finds it through PRISMA_SCHEMA_ENGINE_BINARY. See docs/decisions.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import readline from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const options = readOptions(process.argv.slice(2));
const databaseUrl = options.datasource?.url;
if (options.version) console.log('schema-engine-wasm');
else if (options.database) await runDatabaseCommand(options.database);
else await serve();

function readOptions(words) {
  const read = { models: [] };
  while (words.length) {
    const word = words.shift();
    if (word === '--datasource') read.datasource = JSON.parse(words.shift());
    else if (word === '--datamodels') read.models.push(words.shift());
    else if (word === '--version') read.version = true;
    else if (word === 'cli') read.database = words.shift();
    else if (word.startsWith('--')) words.shift();
  }
  return read;
}

/** Runs `act(client, databaseName)` while connected to the maintenance database of the same server. */
async function asMaintenance(act) {
  const url = new URL(databaseUrl);
  const name = decodeURIComponent(url.pathname.slice(1)) || 'postgres';
  url.pathname = '/postgres';
  url.searchParams.delete('schema');
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return await act(client, name);
  } finally {
    await client.end();
  }
}

async function runDatabaseCommand(command) {
  const refuse = (code, message) => {
    const fields = { is_panic: false, error_code: code, message };
    process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}`);
    process.exit(1);
  };
  try {
    await asMaintenance(async (client, name) => {
      const { rowCount: exists } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      const quoted = pg.escapeIdentifier(name);
      if (command === 'can-connect-to-database' && !exists) refuse('P1003', `Database ${name} does not exist`);
      if (command === 'create-database' && !exists) await client.query(`CREATE DATABASE ${quoted}`);
      if (command === 'drop-database' && exists) await client.query(`DROP DATABASE ${quoted} WITH (FORCE)`);
    });
  } catch (error) {
    refuse('P1001', `Can't reach database server: ${error.message}`);
  }
}

/**
 * adapter-pg serves queries; three things the schema engine needs are missing, and are added here:
 * catalogue columns of type "char" are let through; a script is sent whole (splitting it at semicolons breaks function
 * bodies and leaves half a migration behind); the shadow database is dropped after its pool is closed, not before.
 */
class SchemaAdapterFactory extends PrismaPg {
  constructor(connection, adapterOptions) {
    super(connection, adapterOptions);
    this.connection = connection;
    this.adapterOptions = adapterOptions;
  }

  async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw;
    adapter.queryRaw = (query) => queryWithCharColumns(adapter, queryRaw, query);
    adapter.executeScript = async (script) => {
      await adapter.client.query(script).catch((error) => adapter.onError(error));
    };
    return adapter;
  }

  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    await asMaintenance((client) => client.query(`CREATE DATABASE "${database}"`));
    const adapter = await new SchemaAdapterFactory({ ...this.connection, database }, this.adapterOptions).connect();
    const close = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await close();
      await asMaintenance((client) => client.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`));
    };
    return adapter;
  }
}

async function queryWithCharColumns(adapter, queryRaw, query) {
  const CHAR_TYPE = 18;
  const TEXT_TYPE = 25;
  const charColumns = [];
  const performIO = async (statement) => {
    const result = await adapter.performIO(statement);
    result.fields = result.fields.map((field, column) => {
      if (field.dataTypeID !== CHAR_TYPE) return field;
      charColumns.push(column);
      return { ...field, dataTypeID: TEXT_TYPE };
    });
    return result;
  };
  const answer = await queryRaw.call(Object.create(adapter, { performIO: { value: performIO } }), query);
  for (const column of charColumns) answer.columnTypes[column] = ColumnTypeEnum.Character;
  return answer;
}

async function loadEngine() {
  const require = createRequire(import.meta.url);
  const module = '@prisma/schema-engine-wasm/schema_engine_bg';
  const bindings = await import(module);
  const bytes = readFileSync(require.resolve(module).replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();

  const factory = bindMigrationAwareSqlAdapterFactory(new SchemaAdapterFactory(...connectionSettings()));
  const datamodels = options.models.map((file) => [file, readFileSync(file, 'utf8')]);
  const engine = await bindings.SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, () => {}, factory);
  return { engine, factory };
}

/** Separate fields, never a connection string: pg lets the string win over `database`, so that the shadow database would be the real one. */
function connectionSettings() {
  const url = new URL(databaseUrl ?? 'postgresql://offline.invalid/none');
  const ssl = ['require', 'verify-full', 'no-verify'].includes(url.searchParams.get('sslmode') ?? '') || undefined;
  const connection = {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    ssl,
  };
  return [connection, { schema: url.searchParams.get('schema') ?? undefined }];
}

async function serve() {
  let panic;
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      panic = message;
    },
  };
  process.on('uncaughtException', (error) => {
    console.error(panic ?? error.stack);
    process.exit(101);
  });

  let loading;
  let printed = 1_000_000;
  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const answer = async ({ id, method, params }) => {
    if (method === 'createDatabase') {
      const databaseName = await asMaintenance(async (client, name) => {
        await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
        return name;
      });
      return send({ id, result: { databaseName } });
    }
    loading ??= loadEngine();
    const { engine, factory } = await loading;
    try {
      // These two read the replayed history from a cache that only the diagnostic fills.
      if (method === 'evaluateDataLoss' || method === 'createMigration') {
        await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
      }
      const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params);
      if (method === 'diff' && result?.stdout) send({ id: printed++, method: 'print', params: { content: result.stdout } });
      send({ id, result: result ?? {} });
    } catch (error) {
      const cause = error?.id == null ? undefined : factory.errorRegistry.consumeError(error.id)?.error;
      const message = error?.message ?? String(cause ?? error);
      const data = { is_panic: false, message, error_code: error?.code, meta: error?.meta ?? null };
      send({ id, error: { code: 4466, message, data } });
    }
  };

  let queue = Promise.resolve();
  const lines = readline.createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    if (!line.trim()) return;
    const request = JSON.parse(line);
    if (request.method) queue = queue.then(() => answer(request)); // the rest are replies to our prints
  });
  lines.on('close', () => queue.then(() => process.exit(0)));
}
