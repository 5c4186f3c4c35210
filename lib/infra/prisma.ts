import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/client.ts';
import { settings } from './settings.ts';

export { Prisma };
/** A transaction in progress. */
export type Transaction = Prisma.TransactionClient;

const shared = globalThis as unknown as { prismaOfTani?: PrismaClient };

/**
 * The one door to the database; only queries and operations open it. Made at first use, so that building the
 * application needs no database.
 */
export function prisma(): PrismaClient {
  shared.prismaOfTani ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: settings().DATABASE_URL, max: settings().DATABASE_POOL }),
  });
  return shared.prismaOfTani;
}
