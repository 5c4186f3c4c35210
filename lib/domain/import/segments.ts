import type { Section } from '../call.ts';
import type { Placed, Placement } from './placement.ts';
import { linesBetween, type Source, type SourceLine } from './source.ts';
import type { Target, Targets, Title } from './targets.ts';
import type { FoundTitle } from './titles.ts';
import type { Token } from './tokens.ts';

const LONGEST_TITLE = 80;

/** What begins a stretch of the document. `aside`: a question of a blank form, or of a version that is not kept. */
export type Mark =
  | { kind: 'beginning'; start: number; end: number }
  | { kind: 'question'; start: number; end: number; placed: Placed }
  | { kind: 'title'; start: number; end: number; sectionCode: string | null; isConfirmed: boolean }
  | { kind: 'aside'; start: number; end: number };
/** A mark, and where the text it begins ends: at the next mark. Together the segments are the whole document. */
export type Segment = { mark: Mark; end: number };

/**
 * Cuts the document at its questions and titles. A title counts when its questions follow it; one of a section without
 * any question found counts too, and what follows it waits to be shared out.
 */
export function segmentsOf(
  source: Source,
  tokens: readonly Token[],
  { placed, aside }: Placement,
  titles: readonly FoundTitle[],
  { targets, titles: all }: Targets,
): Segment[] {
  const questions = [
    ...placed.map((one): Mark => ({ kind: 'question', start: one.start, end: one.end, placed: one })),
    ...aside.map(({ start, end }): Mark => ({ kind: 'aside', start, end })),
  ].sort((a, b) => a.start - b.start);
  const inline = placed.flatMap((one) => titleBefore(source, tokens, one, placed, targets, all));
  const asked = new Set(placed.map(({ target }) => targets[target]?.section.code));
  const kept = titles.flatMap((title) => titleMark(source, title, questions, asked, targets));
  const marks = [{ kind: 'beginning', start: 0, end: 0 } as Mark, ...questions, ...inline, ...kept].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  const apart: Mark[] = [];
  for (const mark of marks) if (mark.start >= (apart.at(-1)?.end ?? 0)) apart.push(mark);
  return apart.map((mark, index) => ({ mark, end: apart[index + 1]?.start ?? source.body.length }));
}

function titleMark(
  source: Source,
  { line, sectionCode, isExact }: FoundTitle,
  questions: readonly Mark[],
  asked: ReadonlySet<string | undefined>,
  targets: readonly Target[],
): Mark[] {
  const { start, text } = source.lines[line] as SourceLine;
  const end = start + text.length;
  const next = questions.find((mark) => mark.start >= end);
  const isAbove = next !== undefined && isEmpty(source, end, next.start);
  const nextSection = next?.kind === 'question' ? targets[next.placed.target]?.section.code : null;
  const mark = (isConfirmed: boolean): Mark[] => [{ kind: 'title', start, end, sectionCode, isConfirmed }];
  if (isAbove && (next.kind === 'aside' || nextSection === sectionCode)) return mark(true);
  if (sectionCode === null) return mark(false);
  if (!asked.has(sectionCode)) return mark(false);
  return isExact && nextSection === sectionCode ? mark(false) : [];
}

/** The title of its section just above a question, when line breaks have cut it or stuck it to what precedes. */
function titleBefore(
  source: Source,
  tokens: readonly Token[],
  { target, start }: Placed,
  placed: readonly Placed[],
  targets: readonly Target[],
  titles: readonly Title[],
): Mark[] {
  const { section } = targets[target] as Target;
  if (placed.some((other) => other.start < start && targets[other.target]?.section === section)) return [];
  const next = tokens.findIndex((token) => token.start >= start);
  for (const { stems } of titles.filter(({ sectionCode }) => sectionCode === section.code)) {
    const from = next - stems.length;
    const first = tokens[from];
    if (!first || !stems.every((stem, rank) => tokens[from + rank]?.stem === stem)) continue;
    const before = source.body.slice(Math.max(0, first.start - 40), first.start);
    const number = /(?:^|\s)(?:\d{1,2}|[IVX]{1,4})\s?[.)–-]?\s*$/.exec(before)?.[0].trimStart().length ?? 0;
    const isTitle =
      /^\p{Lu}/u.test(source.body[first.start] as string) && (number > 0 || first.isFirstOfLine || /[.!?…»]\s+$/.test(before));
    if (!isTitle) continue;
    const [begin, end] = [first.start - number, (tokens[next - 1] as Token).end];
    return [
      {
        kind: 'title',
        start: begin,
        end: end + (/^\s*[:.]/.exec(source.body.slice(end, start))?.[0].length ?? 0),
        sectionCode: section.code,
        isConfirmed: true,
      },
    ];
  }
  return numberedTitle(source, start, section);
}

/** A line above a section's question that bears the section's number is its title, whatever its words. */
function numberedTitle({ lines }: Source, start: number, { title }: Section): Mark[] {
  const number = /^\d+/.exec(title)?.[0];
  const line = lines.findLast((candidate) => candidate.start < start && !candidate.isBlank && !candidate.isFurniture);
  if (!number || !line || line.start + line.text.length > start || line.text.length > LONGEST_TITLE) return [];
  const isNumbered = new RegExp(`^\\s*${number}\\s?[.)–-]?\\s+\\p{Lu}`, 'u').test(line.text) && !/[.;,:?!]\s*$/.test(line.text);
  return isNumbered
    ? [{ kind: 'title', start: line.start, end: line.start + line.text.length, sectionCode: null, isConfirmed: false }]
    : [];
}

/** True when only furniture and white lines stand between two positions. */
export function isEmpty(source: Source, from: number, to: number): boolean {
  const { body } = source;
  return !/[\p{L}\p{N}]/u.test(
    linesBetween(source, from, to)
      .filter(({ start, text, isFurniture }) => !isFurniture && start + text.length > from && start < to)
      .map(({ start, text }) => body.slice(Math.max(start, from), Math.min(start + text.length, to)))
      .join(''),
  );
}
