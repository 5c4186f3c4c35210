import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/client.ts';
import { settings } from './settings.ts';
import { sha256 } from './sha256.ts';

export { Prisma };
/** A transaction in progress. */
export type Transaction = Prisma.TransactionClient;

/** In the last minutes everybody comes at once: a request waits its turn for a connection, it is not turned away. */
const LONGEST_TURN_MS = 30_000;

const shared = globalThis as unknown as { prismaOfTani?: PrismaClient };

/**
 * The one door to the database; only queries and operations open it. Made at first use, so that building the
 * application needs no database.
 */
export function prisma(): PrismaClient {
  shared.prismaOfTani ??= new PrismaClient({
    transactionOptions: { maxWait: LONGEST_TURN_MS },
    adapter: new PrismaPg(
      { connectionString: settings().DATABASE_URL, max: settings().DATABASE_POOL },
      { statementNameGenerator: ({ sql }) => statementName(sql) },
    ),
  });
  return shared.prismaOfTani;
}

/** More than the service has. Those whose text follows what is asked, such as long lists of rows, must not pile up. */
const MOST_STATEMENTS = 300;
const LONGEST_STATEMENT = 4000;
const statementNames = new Map<string, string>();

/**
 * A name makes PostgreSQL plan a statement once per connection instead of each time: planning costs more than most
 * answers. It follows from the text, so that it never stands for another one. '' for a statement planned each time.
 */
function statementName(sql: string): string {
  const known = statementNames.get(sql);
  if (known) return known;
  if (statementNames.size >= MOST_STATEMENTS || sql.length > LONGEST_STATEMENT) return '';
  const name = sha256(sql).slice(0, 32);
  statementNames.set(sql, name);
  return name;
}
