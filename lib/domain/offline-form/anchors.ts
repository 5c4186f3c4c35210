import type { OfflineField } from './fields.ts';

/** A line between brackets that says which answer follows: `[fiche-2 · 2-1]`. It must survive any word processor. */
const ANCHOR = /^\s*\[\s*([\w-]+(?:\s*·\s*[\w-]+){1,3})\s*\]\s*$/;
/** White space, backslashes, and what stands between brackets. */
const BRACKETED = /^(\s{0,50})(\\*)(\[[^\]\n]*\]\s{0,50})$/;
const LONGEST = 200;

/** The line that precedes the place to answer. */
export function anchorOf({ section, question, criterion, aspect }: OfflineField): string {
  return `[${[section.code, question.code, ...(criterion && aspect ? [criterion.code, aspect] : [])].join(' · ')}]`;
}

/** The line that says which call a form belongs to. */
export function callAnchor(callCode: string): string {
  return `[appel · ${callCode}]`;
}

/** The anchor a line is, written as `anchorOf` writes it; null for any other line. */
export function readAnchor(line: string): string | null {
  const inside = line.length <= LONGEST ? ANCHOR.exec(line)?.[1] : undefined;
  return inside
    ? `[${inside
        .split('·')
        .map((code) => code.trim())
        .join(' · ')}]`
    : null;
}

/** A line of an answer as it is written in the form: one that looks like an anchor is told apart by a backslash. */
export function escapeLine(line: string): string {
  const [, room = '', backslashes = '', rest = ''] = likeAnchor(line) ?? [];
  return rest ? `${room}\\${backslashes}${rest}` : line;
}

/** A line of the form as it was in the answer. */
export function unescapeLine(line: string): string {
  const [, room = '', backslashes = '', rest = ''] = likeAnchor(line) ?? [];
  return rest && backslashes ? `${room}${backslashes.slice(1)}${rest}` : line;
}

function likeAnchor(line: string): RegExpExecArray | null {
  const found = BRACKETED.exec(line);
  return found?.[3]?.includes('·') ? found : null;
}
