/**
 * The lines without those known to end them. The paper may have broken the known lines elsewhere: then characters are
 * compared, spaces aside. `isExact` is false when they are not there, and nothing is taken away.
 */
export function withoutEnding(lines: readonly string[], ending: readonly string[]): { kept: string[]; isExact: boolean } {
  const from = lines.length - ending.length;
  if (from >= 0 && ending.every((line, index) => line === lines[from + index])) return { kept: lines.slice(0, from), isExact: true };
  const wanted = ending.join('').replace(/\s+/g, '');
  let left = wanted.length;
  const kept = [...lines];
  while (left > 0 && kept.length > 0) {
    const line = kept.pop() as string;
    const written = line.replace(/\s+/g, '');
    if (written.length > left || !wanted.slice(0, left).endsWith(written)) return { kept: [...lines], isExact: false };
    left -= written.length;
  }
  return left === 0 ? { kept, isExact: true } : { kept: [...lines], isExact: false };
}
