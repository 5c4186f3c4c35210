import type { Phrasing, Targets } from './targets.ts';
import type { Token } from './tokens.ts';

/** A place of the document that may be a question. `score` from 0 to 1: how much its words are the question's, in order. */
export type Candidate = { target: number; score: number; first: number; last: number };

/** Below this resemblance a place is not even considered. */
const LEAST = 0.34;
const LONGEST_WINDOW = 60;
/** A place that ends with the mark of a question, or of what follows, is preferred to one that ends with its line. */
const END_BONUS = { question: 0.04, colon: 0.03, paragraph: 0.02, line: 0 } as const;
/** Answers may follow on the same line without any mark: only the question's exact words are believed then. */
const EXACT = 0.97;

/** Every place of the document that resembles a question, the best of each group of overlapping ones, per question. */
export function candidatesOf(tokens: readonly Token[], { phrasings, targets }: Targets): Candidate[] {
  const byTarget: Candidate[][] = targets.map(() => []);
  const uses = usesOf(phrasings);
  const longest = Math.min(LONGEST_WINDOW, 8 + 1.7 * Math.max(0, ...phrasings.map(({ words }) => words.length)));
  for (let first = 0; first < tokens.length; first += 1) {
    if (!(tokens[first] as Token).begins) continue;
    const window = tokens.slice(first, first + longest);
    for (const phrasing of plausible(window, phrasings, uses)) {
      const best = bestEnd(phrasing, window);
      if (best.score >= LEAST)
        byTarget[phrasing.target]?.push({ target: phrasing.target, score: best.score, first, last: first + best.length - 1 });
    }
  }
  return byTarget.flatMap(withoutOverlaps);
}

/** Keeps the best of the places that overlap: sorted from the best down, one is kept when no better one holds its words. */
export function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const taken = new Set<number>();
  return [...candidates]
    .sort((a, b) => b.score - a.score || a.first - b.first)
    .filter(({ first, last }) => {
      for (let at = first; at <= last; at += 1) if (taken.has(at)) return false;
      for (let at = first; at <= last; at += 1) taken.add(at);
      return true;
    });
}

type Use = { phrasing: number; weight: number };

/** Which phrasings use each word of the vocabulary, with its weight there. */
function usesOf(phrasings: readonly Phrasing[]): Use[][] {
  const uses: Use[][] = [];
  for (const [phrasing, { words, weights }] of phrasings.entries()) {
    for (const [rank, word] of words.entries()) {
      if (words.indexOf(word) !== rank) continue;
      uses[word] = [...(uses[word] ?? []), { phrasing, weight: weights[rank] ?? 0 }];
    }
  }
  return uses;
}

/** The phrasings that share enough words with these, whatever their order: only they are worth aligning. */
function plausible(window: readonly Token[], phrasings: readonly Phrasing[], uses: readonly Use[][]): Phrasing[] {
  const shared = new Float64Array(phrasings.length);
  const seen = new Set<number>();
  for (const { id } of window) {
    if (id < 0 || seen.has(id)) continue;
    seen.add(id);
    for (const { phrasing, weight } of uses[id] ?? []) shared[phrasing] = (shared[phrasing] ?? 0) + weight;
  }
  return phrasings.filter(({ total }, index) => (shared[index] ?? 0) >= total * 0.25);
}

/**
 * The end, within the window, at which its words are most the question's: twice the weight of the words shared in the same
 * order, over the weight of both. Only ends marked in the text count, or the exact words of the question.
 */
function bestEnd({ words, weights, total }: Phrasing, window: readonly Token[]): { score: number; length: number } {
  const shared = new Float64Array(words.length + 1);
  let spanWeight = 0;
  let best = { score: 0, rank: 0, length: 0 };
  let isClosed = false;
  for (const [index, token] of window.entries()) {
    spanWeight += token.id < 0 ? token.weight : alignOne(shared, words, weights, token);
    const aligned = shared[words.length] ?? 0;
    const resemblance = (2 * aligned) / (total + spanWeight);
    const isEnd = token.ends !== null || (resemblance >= EXACT && token.id === words.at(-1));
    const rank = resemblance + (token.ends ? END_BONUS[token.ends] : 0);
    // Once the sentence is closed, only a question mark can still belong to the question: « …? Lesquels ? »
    if (isEnd && (!isClosed || token.ends === 'question') && rank >= best.rank) best = { score: resemblance, rank, length: index + 1 };
    if ((token.closes && isClosed) || spanWeight > total * 3) break;
    isClosed ||= token.closes;
  }
  return best;
}

/** One more word of the text in the longest common sequence; gives what the word weighs, known to the question or not. */
function alignOne(shared: Float64Array, words: readonly number[], weights: readonly number[], { id, weight }: Token): number {
  let diagonal = 0;
  let own = -1;
  for (let row = 1; row <= words.length; row += 1) {
    const above = shared[row] ?? 0;
    if (words[row - 1] === id) {
      own = weights[row - 1] ?? weight;
      shared[row] = Math.max(above, diagonal + own, shared[row - 1] ?? 0);
    } else shared[row] = Math.max(above, shared[row - 1] ?? 0);
    diagonal = above;
  }
  return own < 0 ? weight : own;
}
