/** Numbers from 0 to 1 that look drawn but always come in the same order for the same seed. */
export function chance(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same things in another order. */
export function shuffled<T>(things: readonly T[], draw: () => number): T[] {
  return things
    .map((thing) => ({ thing, rank: draw() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing);
}
