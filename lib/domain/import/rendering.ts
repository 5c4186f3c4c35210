import { isItem } from './marks.ts';
import { linesBetween, type Source, type SourceLine } from './source.ts';

/** Words that a hyphen keeps: « a-t-elle », « rendez-vous », « celui-ci ». After any other, a hyphen at a line end is the paper's. */
const KEPT_AFTER = /^(vous|nous|je|tu|il|elle|ils|elles|on|t|ci|là|même|mêmes|moi|toi|lui|leur|en|y|être|faire|à|dire|d)([^\p{L}]|$)/iu;
const KEPT_BEFORE = /(^|[^\p{L}])(e|non|ex|vice|mi|demi|semi|quasi|peut|c|vis|là|au|ci|après|avant|multi|inter|co|éco|socio|médico)$/iu;

/** What an answer reads like, and the doubts its lines leave. */
export type Rendered = { text: string; hasDoubt: boolean };

/** The text between two positions: furniture left out, lines broken by the paper joined, paragraphs one line apart. */
export function render(source: Source, from: number, to: number): Rendered {
  const pieces = linesBetween(source, from, to)
    .filter(({ start, text }) => start + text.length > from && start < to)
    .map((line) => ({ line, text: source.body.slice(Math.max(line.start, from), Math.min(line.start + line.text.length, to)) }));
  const isWritten = ({ line, text }: (typeof pieces)[number]) => !line.isFurniture && text.trim() !== '';
  const written = pieces.slice(pieces.findIndex(isWritten), pieces.findLastIndex(isWritten) + 1);
  if (!written.some(isWritten)) return { text: '', hasDoubt: false };
  let text = '';
  let isParted = false;
  let previous: SourceLine | null = null;
  for (const { line, text: piece } of written) {
    if (line.isFurniture) continue;
    if (line.isBlank || piece.trim() === '') {
      isParted = previous !== null;
      continue;
    }
    text = previous ? joined(text, piece.trim(), separator(source, previous, line, isParted)) : piece.trim();
    previous = line;
    isParted = false;
  }
  return { text: text.normalize('NFC'), hasDoubt: written.some(({ line, text: piece }) => line.isDoubtful && piece.trim() !== '') };
}

function separator({ breaksLines }: Source, previous: SourceLine, line: SourceLine, isParted: boolean): 'join' | '\n' | '\n\n' {
  const isList = isItem(line.text);
  // White lines around the furniture of a page do not part what goes on after it.
  if (previous.goesOn && !isList) return 'join';
  if (isParted) return isList && isItem(previous.text) ? '\n' : '\n\n';
  return breaksLines || isList || isItem(previous.text) || line.text.length < 80 ? '\n' : '\n\n';
}

function joined(before: string, after: string, by: 'join' | '\n' | '\n\n'): string {
  if (by !== 'join') return `${before}${by}${after}`;
  const hyphen = /(\p{L}+)[-\u00ad\u2010]$/u.exec(before);
  if (!hyphen || !/^\p{Ll}/u.test(after)) return `${before} ${after}`;
  const isKept = KEPT_AFTER.test(after) || KEPT_BEFORE.test(hyphen[1] as string);
  return isKept ? before + after : before.slice(0, -1) + after;
}
