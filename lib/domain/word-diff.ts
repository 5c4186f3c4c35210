/** A run of text, and whether the other text holds it too. */
export type DiffPart = { text: string; shared: boolean };

/** Beyond this many pairs of words, what differs is given as one piece: nobody reads finer, and nobody waits. */
const MAX_PAIRS = 4_000_000;

/**
 * Two texts compared word by word: each comes back whole, cut into what the other holds too, in the same order, and what
 * it does not. The longest common run of words is kept (LCS, Wagner and Fischer 1974).
 */
export function compareWords(mine: string, other: string): { mine: DiffPart[]; other: DiffPart[] } {
  const a = wordsOf(mine);
  const b = wordsOf(other);
  const start = commonLength(a, b, 0, (words, n) => words[n]);
  const end = commonLength(a, b, start, (words, n) => words[words.length - 1 - n]);
  const shared = sharedWords(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const all = (count: number) => Array<boolean>(count).fill(true);
  return {
    mine: gather(a, [...all(start), ...shared.a, ...all(end)]),
    other: gather(b, [...all(start), ...shared.b, ...all(end)]),
  };
}

/** Words, spaces and marks, in order: joined together they are the text again. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}

/** How many words two lists share from one end, `taken` of them being already shared from the other. */
function commonLength(a: string[], b: string[], taken: number, word: (words: string[], n: number) => string | undefined): number {
  const most = Math.min(a.length, b.length) - taken;
  let n = 0;
  while (n < most && word(a, n) === word(b, n)) n += 1;
  return n;
}

function sharedWords(a: string[], b: string[]): { a: boolean[]; b: boolean[] } {
  const shared = { a: Array<boolean>(a.length).fill(false), b: Array<boolean>(b.length).fill(false) };
  if (a.length * b.length > MAX_PAIRS) return shared;
  // lengths[i][j]: the longest common run of a from i and b from j.
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      shared.a[i] = true;
      shared.b[j] = true;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return shared;
}

/** Neighbours of the same kind as one part; a lone space between two differences belongs to them. */
function gather(words: string[], shared: boolean[]): DiffPart[] {
  const parts: DiffPart[] = [];
  for (const [rank, text] of words.entries()) {
    const lone = shared[rank] && /^\s+$/.test(text) && shared[rank - 1] === false && shared[rank + 1] === false;
    const kind = Boolean(shared[rank]) && !lone;
    const last = parts.at(-1);
    if (last?.shared === kind) last.text += text;
    else parts.push({ text, shared: kind });
  }
  return parts;
}
