import { markLength } from './marks.ts';
import type { Source } from './source.ts';
import type { Targets } from './targets.ts';
import type { Token } from './tokens.ts';
import { wordsOf } from './words.ts';

/** A line of the document that is a title of the form. `isExact`: word for word. */
export type FoundTitle = { line: number; sectionCode: string | null; isExact: boolean };

/** A title of one or two words must be met word for word; a longer one may change a little. */
const LIKENESS = 0.75;
const LONGEST_TITLE = 16;
const SHORTEST_SENTENCE = 6;
/** Titles every document of the kind has, whatever the call: they end what precedes. */
const PIECE = /^(appendice|pi[eè]ces? jointes?)(\s|$)|(^|[\s(])annexe(\s+(n°\s?)?\d|\s*:|$)/i;
const LONGEST_PIECE = 8;

/** The titles of the form met in the document, in order. */
export function titlesOf(source: Source, { titles }: Targets): FoundTitle[] {
  return source.lines.flatMap((line, index) => {
    if (line.isBlank || line.isFurniture || line.text.length > 160 || /[?;,]\s*$/.test(line.text)) return [];
    const text = line.text.slice(markLength(line.text)).trim();
    const words = wordsOf(text);
    if (words.length === 0 || words.length > LONGEST_TITLE) return [];
    const stems = words.map(({ stem }) => stem);
    const best = titles
      .map((title) => ({ ...title, likeness: likeness(stems, title.stems) }))
      .sort((a, b) => b.likeness - a.likeness || Number(a.sectionCode === null) - Number(b.sectionCode === null))[0];
    const needed = (best?.stems.length ?? 0) < 3 ? 1 : LIKENESS;
    if (best && best.likeness >= needed) return [{ line: index, sectionCode: best.sectionCode, isExact: best.likeness === 1 }];
    return words.length <= LONGEST_PIECE && PIECE.test(text) ? [{ line: index, sectionCode: null, isExact: false }] : [];
  });
}

/** Lines that only repeat whole introductions and hints of the form, word for word: a part of one may be an answer. */
export function formSentences(tokens: readonly Token[], { furniture }: Targets): Set<number> {
  const found = new Set<number>();
  const byFirst = Map.groupBy(
    furniture.filter((stems) => stems.length >= SHORTEST_SENTENCE),
    (stems) => stems[0] as string,
  );
  for (const [index, token] of tokens.entries()) {
    if (!token.isFirstOfLine) continue;
    for (const stems of byFirst.get(token.stem) ?? []) {
      const isThere = stems.every((stem, rank) => tokens[index + rank]?.stem === stem);
      const after = tokens[index + stems.length];
      if (isThere && (!after || after.isFirstOfLine)) for (const { line } of tokens.slice(index, index + stems.length)) found.add(line);
    }
  }
  return found;
}

/** How much two titles are the same, from 0 to 1: shared words over all words, in whatever order. */
function likeness(stems: readonly string[], title: readonly string[]): number {
  if (stems.join(' ') === title.join(' ')) return 1;
  const all = new Set([...stems, ...title]);
  const shared = [...new Set(stems)].filter((stem) => title.includes(stem)).length;
  return Math.min(0.99, shared / Math.max(1, all.size));
}
