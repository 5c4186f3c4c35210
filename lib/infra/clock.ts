import { Prisma } from './prisma.ts';

/** When a request reached this process, on the monotonic clock. A moment, not a date: no clock setting changes it. */
export type Reception = { readonly monotonic: number };

/** To call first thing when a request arrives. */
export function receive(): Reception {
  return { monotonic: performance.now() };
}

/**
 * SQL for the instant of reception on the database clock: its present minus the time the request has spent in our
 * hands. The clocks of the browser and of this machine decide nothing, and waiting for us makes nobody late.
 */
export function receivedAt(reception: Reception): Prisma.Sql {
  const waited = Math.max(0, performance.now() - reception.monotonic);
  return Prisma.sql`(clock_timestamp() - ${waited}::float8 * interval '1 millisecond')`;
}
