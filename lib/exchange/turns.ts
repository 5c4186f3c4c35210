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

/** Lets one piece of work go at a time for each person, whatever the number they bring: nobody waits behind somebody else’s pile. */
export function turnsOfEach(): <Result>(person: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return async (person, work) => {
    const mine = (last.get(person) ?? Promise.resolve()).then(work, work);
    const settled = mine.catch(() => {});
    last.set(person, settled);
    try {
      return await mine;
    } finally {
      if (last.get(person) === settled) last.delete(person);
    }
  };
}
