import { isItem } from './marks.ts';
import type { Source, SourceLine } from './source.ts';
import { foreignWeight, type Targets } from './targets.ts';
import { type Word, wordsOf } from './words.ts';

/** A word of the document, and what its place says of where a question may begin and end. */
export type Token = Word & {
  /** Identifier among the words of the questions, -1 for any other word. */
  id: number;
  /** What an unrelated word costs to a resemblance. */
  weight: number;
  line: number;
  isFirstOfLine: boolean;
  /** A question may begin here. */
  begins: boolean;
  /** A question may end after this word: at a question mark, a colon, a cell, a line. */
  ends: 'question' | 'colon' | 'paragraph' | 'line' | null;
  /** The words of one sentence stop here: the next line starts another one. */
  closes: boolean;
};

const BEGINS_AFTER = /[.?!:;…»)\t•‣▪●■➢►]\s*["«(]?\s*$/;
const SHORTEST_FUZZY = 5;

/** The words of a document, page furniture and list marks left out. */
export function tokensOf(source: Source, { vocabulary, phrasings }: Targets): Token[] {
  const near = nearVocabulary(vocabulary);
  const openings = new Set(phrasings.map(({ firstStem }) => firstStem));
  return source.lines.flatMap((line, index) => {
    if (line.isFurniture || line.isBlank) return [];
    const words = wordsOf(line.text.slice(line.mark));
    const isParagraphEnd = !line.goesOn || isItem(source.lines[index + 1]?.text ?? '');
    return words.map((word, rank): Token => {
      const from = line.start + line.mark;
      const between = (a: number, b: number | undefined) => line.text.slice(line.mark + a, b === undefined ? undefined : line.mark + b);
      const before = rank === 0 ? '' : between((words[rank - 1] as Word).end, word.start);
      const isCapital = /^\p{Lu}/u.test(between(word.start, word.end)) && openings.has(word.stem);
      return {
        ...word,
        start: from + word.start,
        end: from + word.end,
        id: vocabulary.get(word.stem) ?? near(word.stem),
        weight: foreignWeight(word),
        line: index,
        isFirstOfLine: rank === 0,
        begins: rank === 0 || isCapital || BEGINS_AFTER.test(before),
        ends: endOf(between(word.end, words[rank + 1]?.start), rank === words.length - 1, isParagraphEnd, source.lines[index + 1]),
        closes: rank === words.length - 1 && isParagraphEnd && !isContinued(line.text, nextWritten(source, index)),
      };
    });
  });
}

/** A line that ends in the middle of an enumeration, or before a small letter or a closing mark, goes on in spite of the paper. */
function isContinued(text: string, next: string): boolean {
  return /[,(/–-]\s*$/.test(text) || /^\s*[\p{Ll}?!:;,.…()/»]/u.test(next);
}

function nextWritten({ lines }: Source, index: number): string {
  for (let at = index + 1; at < Math.min(lines.length, index + 4); at += 1) {
    const line = lines[at] as SourceLine;
    if (!line.isBlank && !line.isFurniture) return line.text;
  }
  return '';
}

function endOf(after: string, isLast: boolean, isParagraphEnd: boolean, next: SourceLine | undefined): Token['ends'] {
  if (after.includes('?')) return 'question';
  if (isLast && /^\s*[…)\]]*\s*\?/.test(next?.text ?? '')) return 'question';
  if (after.includes(':')) return 'colon';
  if (after.includes('\t')) return 'paragraph';
  if (!isLast) return null;
  return isParagraphEnd ? 'paragraph' : 'line';
}

/** Finds the word of the questions that a word is one letter away from: a slip of the keyboard. */
function nearVocabulary(vocabulary: ReadonlyMap<string, number>): (stem: string) => number {
  const near = new Map<string, number>();
  for (const [stem, id] of vocabulary) if (stem.length >= SHORTEST_FUZZY) for (const shorter of withoutOne(stem)) near.set(shorter, id);
  const known = new Map<string, number>();
  return (stem) => {
    if (stem.length < SHORTEST_FUZZY || stem.length > 30) return -1;
    const cached = known.get(stem);
    if (cached !== undefined) return cached;
    const id =
      [stem, ...withoutOne(stem)].map((shorter) => near.get(shorter) ?? vocabulary.get(shorter)).find((found) => found !== undefined) ?? -1;
    known.set(stem, id);
    return id;
  };
}

function withoutOne(stem: string): string[] {
  return Array.from(stem, (_, at) => stem.slice(0, at) + stem.slice(at + 1));
}
