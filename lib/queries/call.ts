import 'server-only';
import { type Call, type CallDefinition, callDefinition } from '../domain/call.ts';
import { phaseAt } from '../domain/phase.ts';
import { Prisma, prisma } from '../infra/prisma.ts';

export type CallRow = {
  id: string;
  definitionSha256: string;
  fictitious: boolean;
  opensAt: Date | null;
  closesAt: Date;
};

/** Definitions never change, so they are read and checked once per process. */
const definitions = new Map<string, CallDefinition>();

/** The call with its definition, from its row. */
export async function callFromRow(row: CallRow): Promise<Call> {
  return {
    id: row.id,
    definition: await definitionOf(row.definitionSha256),
    fingerprint: row.definitionSha256,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
  };
}

/** The call of this code, or null. */
export async function callByCode(code: string): Promise<Call | null> {
  const row = /^[\w-]{1,60}$/.test(code) ? await prisma().call.findUnique({ where: { code } }) : null;
  return row && callFromRow(row);
}

/** The call of this identifier, or null. */
export async function callById(id: string): Promise<Call | null> {
  const row = await prisma().call.findUnique({ where: { id } });
  return row && callFromRow(row);
}

/** Every call, the one that closes last first. */
export async function allCalls(): Promise<Call[]> {
  const rows = await prisma().call.findMany({ orderBy: { closesAt: 'desc' } });
  return Promise.all(rows.map(callFromRow));
}

/** The call the public is told about first: the open one that closes soonest, otherwise the last to have closed; null when there is none. */
export async function currentCall(): Promise<Call | null> {
  const calls = await allCalls();
  const now = await databaseNow();
  const open = calls.filter((call) => phaseAt(call, now) === 'deposit');
  return open.at(-1) ?? calls.find((call) => phaseAt(call, now) === 'beforeOpening') ?? calls[0] ?? null;
}

/** The present instant on the database clock, by which everything is decided and displayed. */
export async function databaseNow(): Promise<Date> {
  const [row] = await prisma().$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT clock_timestamp() AS now`);
  if (!row) throw new Error('the database did not tell the time');
  return row.now;
}

async function definitionOf(sha256: string): Promise<CallDefinition> {
  const known = definitions.get(sha256);
  if (known) return known;
  const { content } = await prisma().callDefinition.findUniqueOrThrow({ where: { sha256 } });
  const definition = callDefinition.parse(content);
  definitions.set(sha256, definition);
  return definition;
}
