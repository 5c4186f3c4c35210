import { cleanText } from '../text.ts';
import { type DocumentText, pageBreak } from './document.ts';
import { furnitureOf } from './furniture.ts';
import { markLength } from './marks.ts';

export type SourceLine = {
  text: string;
  /** Position of its first character in `body`. */
  start: number;
  /** Characters of bullet or number before its words. */
  mark: number;
  isBlank: boolean;
  isFurniture: boolean;
  /** Furniture or not, the judgement may be wrong: an answer that holds it is to be checked. */
  isDoubtful: boolean;
  /** The paragraph goes on in the next line: the line was only broken by the paper. */
  goesOn: boolean;
};

/** A document ready to be searched. Every character of it is at one place of `body`, so that nothing can be lost. */
export type Source = { body: string; lines: readonly SourceLine[]; breaksLines: boolean };

/** Invisible signs that only help a program to break words. A soft hyphen at the end of a line is a hyphen of the paper. */
const INVISIBLE = /[\u200b\u2060]|\u00ad(?!\s{0,9}$)/g;
/** Room left on a line says nothing by its length; a file made to be slow has nothing else. */
const LONGEST_BLANK = 40;
const LONG_BLANK = /[^\S\n\f]{40,}/g;
/** Lines of the paper have about this many characters; a document whose lines are longer has paragraphs. */
const NARROWEST = 30;
const WIDEST = 135;
/** A line that had room for the next word, with this tolerance, was broken on purpose. */
const FULL = 0.86;
/** Lines between the last of a page and the first of the next. */
const FARTHEST = 14;

/** Prepares a document for the search of its questions. */
export function sourceOf(document: DocumentText): Source {
  const texts = document.lines.map((line) =>
    line === pageBreak ? line : cleanText(line).replace(INVISIBLE, '').replace(LONG_BLANK, ' '.repeat(LONGEST_BLANK)),
  );
  const furniture = furnitureOf(texts);
  const width = usualWidth(document, texts);
  let start = 0;
  const lines = texts.map((text, index): SourceLine => {
    const line = {
      text,
      start,
      mark: markLength(text),
      isBlank: text.trim() === '',
      isFurniture: furniture.lines.has(index),
      isDoubtful: furniture.doubtful.has(index),
      goesOn: width !== null && goesOn(text, nextOf(texts, index, furniture.lines), width),
    };
    start += text.length + 1;
    return line;
  });
  return { body: texts.join('\n'), lines, breaksLines: width !== null };
}

/** The index of the line that holds this position of the body. */
export function lineAt({ lines }: Source, position: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as SourceLine).start <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The lines that a stretch of the body touches, and nothing of the others: a document may have many. */
export function linesBetween(source: Source, from: number, to: number): readonly SourceLine[] {
  return to > from ? source.lines.slice(lineAt(source, from), lineAt(source, to - 1) + 1) : [];
}

/** Characters of a full line of the paper; null when the document gives whole paragraphs. */
function usualWidth({ format }: DocumentText, texts: readonly string[]): number | null {
  if (format !== 'pdf' && format !== 'text') return null;
  const lengths = texts.map((text) => text.trimEnd().length).filter((length) => length > NARROWEST);
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return lengths.length >= 5 && width <= WIDEST ? width : null;
}

/** The line that may continue this one: the next, or the first after a page's furniture. Empty when the author left a white line. */
function nextOf(texts: readonly string[], index: number, furniture: ReadonlySet<number>): string {
  let isAcrossPages = false;
  for (let at = index + 1; at < texts.length && at <= index + FARTHEST; at += 1) {
    if (furniture.has(at)) isAcrossPages = true;
    else if (texts[at]?.trim()) return isAcrossPages || at === index + 1 ? (texts[at] as string) : '';
  }
  return '';
}

function goesOn(text: string, next: string, width: number): boolean {
  const following = next.trim();
  if (!following || !text.trim() || markLength(next) > 0) return false;
  if (/\p{L}[-\u00ad]$/u.test(text.trimEnd()) && /^\p{Ll}/u.test(following)) return true;
  const firstWord = following.split(/\s/, 1)[0] ?? '';
  return text.trimEnd().length + 1 + firstWord.length > width * FULL;
}
