import type { Passage } from './proposal.ts';
import { render } from './rendering.ts';
import type { Segment } from './segments.ts';
import { linesBetween, type Source, type SourceLine } from './source.ts';

const LONGEST_TITLE = 110;

/**
 * What no proposal holds: the passages to place, parted at the author's own titles, and what was recognised as the form's or
 * the paper's (questions, titles, page numbers), in the order of the document.
 * @param proposed the segments, beside those of questions, whose text a proposal holds.
 */
export function passagesOf(
  source: Source,
  segments: readonly Segment[],
  proposed: ReadonlySet<number>,
): { tray: Passage[]; recognised: string[] } {
  const tray = segments.flatMap(({ mark, end }, index) => {
    if (mark.kind === 'question' || proposed.has(index)) return [];
    const sectionCode = mark.kind === 'title' ? mark.sectionCode : null;
    return parted(source, mark.end, end).flatMap(({ from, to, title }) => {
      const { text } = render(source, from, to);
      return text ? [{ title, text, sectionCode }] : [];
    });
  });
  const marks = segments.map(({ mark: { start, end } }) => ({ start, text: source.body.slice(start, end).trim() }));
  const inMarks = new Set(segments.flatMap(({ mark }) => linesBetween(source, mark.start, mark.end)));
  const furniture = source.lines.filter((line) => line.isFurniture && !inMarks.has(line));
  const recognised = [...marks, ...furniture.map(({ start, text }) => ({ start, text: text.trim() }))];
  return { tray, recognised: recognised.sort((a, b) => a.start - b.start).flatMap(({ text }) => (text ? [text] : [])) };
}

/** A stretch of text cut before each line that is a title: short, closed by nothing, with a longer text under it. */
function parted(source: Source, from: number, to: number): { from: number; to: number; title: string }[] {
  const lines = linesBetween(source, from, to).filter((line) => line.start >= from && !line.isBlank && !line.isFurniture);
  const titles = lines.filter((line, index) => isTitle(line, lines[index - 1], lines[index + 1]));
  const cuts = [from, ...titles.map(({ start }) => start).filter((start) => start > from), to];
  return cuts.slice(0, -1).map((cut, index) => ({
    from: cut,
    to: cuts[index + 1] as number,
    title: titles.find(({ start }) => start === cut)?.text.trim() ?? '',
  }));
}

function isTitle(line: SourceLine, above: SourceLine | undefined, below: SourceLine | undefined): boolean {
  const text = line.text.trim();
  if (text.length > LONGEST_TITLE || line.goesOn || above?.goesOn || !below) return false;
  const isOpen = !/[.;,:!?…]$/.test(text.replace(/\s*»$/, '')) && /^[\p{Lu}\d«]/u.test(text.slice(line.mark));
  return isOpen && below.text.trim().length > text.length && /^\s*[^•\s]/.test(line.text);
}
