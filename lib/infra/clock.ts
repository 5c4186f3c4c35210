import { Prisma, prisma } from './prisma.ts';

/** When a request reached this process, on the monotonic clock. A moment, not a date: no clock setting changes it. */
export type Reception = { readonly monotonic: number };

/** To call first thing when a request arrives. */
export function receive(): Reception {
  const monotonic = performance.now();
  if (monotonic - askedAt > EVERY_MS) void compareClocks(monotonic);
  return { monotonic };
}

/**
 * SQL for the instant of reception on the database clock. The clocks of the browser and of this machine decide nothing,
 * and waiting for us makes nobody late. It is the database’s present minus the time the request has spent in our hands,
 * corrected by what this statement itself takes to reach the database when we are busy: a difference between both
 * clocks measured in quieter moments tells it, and is never believed beyond a second.
 */
export function receivedAt(reception: Reception): Prisma.Sql {
  const waited = Math.max(0, performance.now() - reception.monotonic);
  const atMost = Prisma.sql`clock_timestamp() - ${waited}::float8 * interval '1 millisecond'`;
  if (!difference) return Prisma.sql`(${atMost})`;
  const measured = (reception.monotonic + difference.ahead) / 1000;
  return Prisma.sql`LEAST(${atMost}, GREATEST(to_timestamp(${measured}::float8), ${atMost} - interval '1 second'))`;
}

/** How far the database clock is ahead of the monotonic one, what that may be wrong by, and when it was measured; in milliseconds. */
type Difference = { ahead: number; within: number; at: number };

const EVERY_MS = 10_000;
const EXCHANGES = 5;
/** What two clocks may drift apart in a millisecond: the most the kernel corrects a clock by. */
const DRIFT = 0.0005;
let difference: Difference | null = null;
let askedAt = Number.NEGATIVE_INFINITY;

/** Asks the database for its time, a few times over. A failure is no matter: the former measure stays, or none. */
async function compareClocks(now: number): Promise<void> {
  askedAt = now;
  try {
    for (let exchange = 0; exchange < EXCHANGES; exchange += 1) {
      const asked = performance.now();
      const [row] = await prisma().$queryRaw<{ ms: number }[]>`SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`;
      const answered = performance.now();
      if (row) difference = better(difference, { ahead: row.ms - (asked + answered) / 2, within: (answered - asked) / 2, at: answered });
    }
  } catch {
    // The request that needs the database will say so.
  }
}

/** The surer of both; the newer one when they disagree, for the database clock was then set. */
function better(known: Difference | null, measured: Difference): Difference {
  if (!known) return measured;
  const within = known.within + (measured.at - known.at) * DRIFT;
  const agree = Math.abs(known.ahead - measured.ahead) <= within + measured.within;
  return agree && within < measured.within ? known : measured;
}
