/** A piece of text as the page places it: points from the lower left corner, the height of its letters. */
export type Fragment = { text: string; x: number; y: number; width: number; size: number; font: string };

type Line = { text: string; x: number; right: number; y: number; size: number; fonts: Set<string> };

const MARK_ALONE = /^([•‣▪◦●■➢*–—-]|\(?\d{1,2}(\.\d{1,2})*[.)]?|[a-z][.)])$/i;
/** Lines whose distance is this many times the usual one are two paragraphs. */
const PARAGRAPH_GAP = 1.25;

/**
 * The lines of a page, in the order in which its program wrote them: that order follows columns and cells, where the
 * positions alone would mix them. A wide space between two pieces of one line parts two cells.
 */
export function pageLines(fragments: readonly Fragment[]): string[] {
  const lines: Line[] = [];
  for (const piece of fragments) {
    const last = lines.at(-1);
    if (last && continues(last, piece)) join(last, piece);
    else if (piece.text.trim()) lines.push(started(piece));
  }
  const usual = usualLeading(lines);
  return lines.flatMap((line, index) =>
    index > 0 && beginsParagraph(lines[index - 1] as Line, line, usual) ? ['', line.text] : [line.text],
  );
}

function started({ text, x, y, width, size, font }: Fragment): Line {
  return { text: text.trimStart(), x, right: x + width, y, size, fonts: new Set([font]) };
}

/** On the same line, after what is already there, and not so far that it is another cell. */
function continues(line: Line, piece: Fragment): boolean {
  const gap = piece.x - line.right;
  if (Math.abs(piece.y - line.y) > 0.5 * Math.max(line.size, piece.size) || gap < -0.6 * line.size) return false;
  const blank = piece.text.trim() === '' ? piece.width : 0;
  return MARK_ALONE.test(line.text.trim()) || Math.max(gap, blank) < 2 * line.size;
}

function join(line: Line, piece: Fragment) {
  const isApart = piece.x - line.right > 0.18 * line.size || piece.text.trim() === '';
  line.text += isApart && !/\s$/.test(line.text) && !/^\s/.test(piece.text) ? ` ${piece.text.trimStart()}` : piece.text;
  if (piece.text.trim() === '') line.text = `${line.text.trimEnd()} `;
  else line.fonts.add(piece.font);
  line.right = Math.max(line.right, piece.x + piece.width);
}

/** Distance between the lines of one paragraph, in heights of letters: the smallest that is not rare on the page. */
function usualLeading(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    const leading = previous ? Math.round(((previous.y - line.y) / line.size) * 10) / 10 : 0;
    if (leading > 0.8 && leading < 3) counts.set(leading, (counts.get(leading) ?? 0) + 1);
  }
  const enough = 0.15 * [...counts.values()].reduce((total, count) => total + count, 0);
  return Math.min(...[...counts].filter(([, count]) => count >= enough).map(([leading]) => leading), 3);
}

function beginsParagraph(previous: Line, line: Line, usual: number): boolean {
  const leading = (previous.y - line.y) / line.size;
  const ratio = line.size / previous.size;
  const changesFace = ![...line.fonts].some((font) => previous.fonts.has(font));
  return leading > usual * PARAGRAPH_GAP || ratio > 1.1 || ratio < 0.9 || (changesFace && leading > 0);
}
