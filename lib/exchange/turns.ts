/** Lets `atOnce` pieces of work go at the same time; the others wait for their turn, first come first served. */
export function turns(atOnce: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let going = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (going >= atOnce) await new Promise<void>((turn) => waiting.push(turn));
    else going += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else going -= 1;
    }
  };
}
