/** What one run of requests gave. Times in milliseconds. */
export type Sample = { count: number; errors: number; perSecond: number; p50: number; p95: number };

/** One request of connection number `connection`; throws when the answer is not the expected one. */
export type Request = (connection: number) => Promise<unknown>;

/** How long to ask: for a time, or until a number of requests has been made. */
export type Length = { seconds: number } | { times: number };

/** Asks with so many connections at once; each asks again as soon as it is answered. */
export async function load(connections: number, length: Length, request: Request): Promise<Sample> {
  const times: number[] = [];
  let errors = 0;
  let asked = 0;
  const start = performance.now();
  const goesOn = () => ('times' in length ? asked < length.times : performance.now() - start < length.seconds * 1000);
  const ask = async (connection: number) => {
    while (goesOn()) {
      asked += 1;
      const sent = performance.now();
      try {
        await request(connection);
        times.push(performance.now() - sent);
      } catch (error) {
        errors += 1;
        if (errors === 1) console.error(`  ✗ ${error instanceof Error ? error.message : error}`);
        if (errors > 20) return;
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => ask(connection)));
  const perSecond = times.length / ((performance.now() - start) / 1000);
  times.sort((a, b) => a - b);
  return { count: times.length, errors, perSecond, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** Ours and the raw limit, each the median of its rounds. */
export type Pair = { ours: Sample; raw: Sample };

/**
 * Runs the two in turn, round by round, so that whatever else the machine does weighs on both; a first round warms up and
 * does not count.
 */
export async function alternate(rounds: number, ours: () => Promise<Sample>, raw: () => Promise<Sample>): Promise<Pair> {
  const samples: Pair[] = [];
  for (let round = 0; round <= rounds; round += 1) samples.push({ ours: await ours(), raw: await raw() });
  const counted = samples.slice(1);
  return { ours: middle(counted.map((pair) => pair.ours)), raw: middle(counted.map((pair) => pair.raw)) };
}

/** The middle value of a list. */
export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

/** Each figure's median; errors are added up, for one is too many. */
function middle(samples: Sample[]): Sample {
  const of = (figure: keyof Sample) => median(samples.map((sample) => sample[figure]));
  const errors = samples.reduce((sum, sample) => sum + sample.errors, 0);
  return { count: of('count'), errors, perSecond: of('perSecond'), p50: of('p50'), p95: of('p95') };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
