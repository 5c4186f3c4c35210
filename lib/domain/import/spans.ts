import type { Candidate } from './candidates.ts';
import { isMarkAlone } from './marks.ts';
import type { Source, SourceLine } from './source.ts';
import type { Token } from './tokens.ts';

/** Where a question stands in the body, its bullet and closing marks included. */
export type Span = {
  start: number;
  end: number;
  /** It ends after words that resemble nothing, taken because a question mark closes them. */
  isStretched: boolean;
  /** It begins in the middle of a sentence: what precedes it may have lost its end. */
  isInside: boolean;
};

const CLOSING = /^(?:\s*[?:!)\]»”….,;])+/;
/** Words that may stand between the last recognised word of a question and its question mark. */
const FARTHEST_MARK = 8;

/** The characters of a candidate, widened to its bullet before and to the marks that close it after. */
export function spanOf(source: Source, tokens: readonly Token[], { first, last }: Candidate): Span {
  const start = startOf(source, tokens, first);
  const markToken = stretchedTo(tokens, source, last);
  const end = (tokens[markToken ?? last] as Token).end;
  return { ...start, end: end + (CLOSING.exec(source.body.slice(end, end + 200))?.[0].length ?? 0), isStretched: markToken !== null };
}

function startOf(source: Source, tokens: readonly Token[], first: number): { start: number; isInside: boolean } {
  const token = tokens[first] as Token;
  const line = source.lines[token.line] as SourceLine;
  if (token.isFirstOfLine) return { start: withBulletBefore(source, withMarksAbove(source, token.line)), isInside: false };
  const before = tokens[first - 1] as Token;
  const between = source.body.slice(before.end, token.start);
  const opening = /\s*(?:[•‣▪●■➢►]\s*)?["«(]?\s*$/.exec(between)?.[0].length ?? 0;
  return { start: Math.max(token.start - opening, line.start), isInside: !/[.?!:;…\t•‣▪●■➢►]/.test(between) };
}

/** A bullet or a number alone on the lines above belongs to the question. */
function withMarksAbove({ lines }: Source, index: number): number {
  let start = (lines[index] as SourceLine).start;
  for (let above = index - 1; above >= 0; above -= 1) {
    const line = lines[above] as SourceLine;
    if (line.isBlank || line.isFurniture) continue;
    if (!isMarkAlone(line.text) || lines[above - 1]?.goesOn) break;
    start = line.start;
  }
  return start;
}

/** A bullet at the end of what precedes has lost its line: it belongs to the question. */
function withBulletBefore({ body }: Source, start: number): number {
  const before = body.slice(Math.max(0, start - 20), start);
  return start - (/\s[•‣▪●■➢►]\s*$/.exec(before)?.[0].length ?? 0);
}

/** The last word before a question mark that closes the same paragraph a few words further; null when there is none. */
function stretchedTo(tokens: readonly Token[], { lines }: Source, last: number): number | null {
  const from = tokens[last] as Token;
  if (from.ends === 'question' || from.ends === 'colon' || from.ends === 'paragraph') return laterQuestion(tokens, lines, last, from.line);
  return laterQuestion(tokens, lines, last, null);
}

/** @param onLine the line within which to look; null to follow a paragraph over the lines of the paper. */
function laterQuestion(tokens: readonly Token[], lines: readonly SourceLine[], last: number, onLine: number | null): number | null {
  for (let at = last + 1; at <= last + FARTHEST_MARK && at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const previous = tokens[at - 1] as Token;
    if (onLine !== null && token.line !== onLine) return null;
    if (token.line !== previous.line && !lines[previous.line]?.goesOn) return null;
    if (token.ends === 'question') return at;
    if (token.ends === 'paragraph' || token.ends === 'colon') return null;
  }
  return null;
}
