import { pageBreak } from './document.ts';

/** Lines of the paper and not of the author; `doubtful` are the ones, removed or kept, that may be judged wrongly. */
export type Furniture = { lines: ReadonlySet<number>; doubtful: ReadonlySet<number> };

const PAGE_NUMBER_FORM = /^[\s\-–—]*(page|p\.)?\s*\d{1,3}\s*((\/|sur|de)\s*\d{1,3})?[\s\-–—]*$/i;
/** Lines at the top and at the bottom of a page among which a header or a footer is looked for. */
const EDGE = 3;
const LONGEST_FURNITURE = 120;
const LONGEST_NUMBER = 60;
/** Without pages, a line repeated this often, and never close to itself, is a header or a footer. */
const REPEATS = 4;
const APART = 4;

/** Finds page breaks, page numbers, and the headers and footers that come back on every page. */
export function furnitureOf(lines: readonly string[]): Furniture {
  const found = new Set<number>();
  const doubtful = new Set<number>();
  const pages = pagesOf(lines);
  for (const [index, line] of lines.entries()) if (line === pageBreak) found.add(index);
  if (pages.length > 1) {
    for (const index of edgesThatRepeat(lines, pages)) found.add(index);
    for (const index of pageNumbers(lines, pages)) found.add(index);
    for (const index of pages.flatMap(ends)) if (isPageNumber(lines[index] as string) && !found.has(index)) doubtful.add(index);
    return { lines: found, doubtful };
  }
  for (const [index, line] of lines.entries()) {
    if (isPageNumber(line) && standsAlone(lines, index)) for (const set of [found, doubtful]) set.add(index);
  }
  for (const repeated of repeatedLines(lines)) {
    const isFurniture =
      repeated.length >= REPEATS && repeated.every((at, rank) => rank === 0 || at - (repeated[rank - 1] as number) >= APART);
    for (const index of repeated) {
      doubtful.add(index);
      if (isFurniture) found.add(index);
    }
  }
  return { lines: found, doubtful };
}

/** Indexes of the lines that are not empty, page by page. */
function pagesOf(lines: readonly string[]): number[][] {
  const pages: number[][] = [[]];
  for (const [index, line] of lines.entries()) {
    if (line === pageBreak) pages.push([]);
    else if (line.trim()) pages.at(-1)?.push(index);
  }
  return pages.filter((page) => page.length > 0);
}

/** Numbers near the edges of pages that grow as pages do: most pages say the same distance to their rank. */
function pageNumbers(lines: readonly string[], pages: readonly number[][]): number[] {
  const numbers = pages.flatMap((page, rank) =>
    [...new Set([...page.slice(0, EDGE), ...page.slice(-EDGE)])].flatMap((index) => {
      const line = lines[index] as string;
      return isPageNumber(line) ? [{ index, distance: Number(/\d+/.exec(line)?.[0]) - rank }] : [];
    }),
  );
  const byDistance = [...Map.groupBy(numbers, ({ distance }) => distance).values()].sort((a, b) => b.length - a.length);
  const [likeliest] = byDistance;
  return likeliest && likeliest.length >= Math.max(2, pages.length / 2) ? likeliest.map(({ index }) => index) : [];
}

/** The first and the last line of a page. */
function ends(page: readonly number[]): number[] {
  return [page[0] as number, page.at(-1) as number];
}

function edgesThatRepeat(lines: readonly string[], pages: readonly number[][]): number[] {
  const needed = pages.length <= 3 ? pages.length : Math.max(3, Math.ceil(pages.length * 0.4));
  const top = (page: number[]) => page.slice(0, EDGE);
  const bottom = (page: number[]) => page.slice(-EDGE);
  return [top, bottom].flatMap((edge) => {
    const counts = new Map<string, number[]>();
    for (const page of pages) for (const index of edge(page)) push(counts, shapeOf(lines[index] as string), index);
    return [...counts].filter(([shape, at]) => isPossible(shape) && at.length >= needed).flatMap(([, at]) => at);
  });
}

/** Lines of the same words, their numbers left aside, that are met more than once. */
function repeatedLines(lines: readonly string[]): number[][] {
  const places = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) if (isPossible(shapeOf(line))) push(places, shapeOf(line), index);
  return [...places.values()].filter((at) => at.length > 1);
}

function isPossible(shape: string): boolean {
  return shape.length > 3 && shape.length <= LONGEST_FURNITURE && !/[?:]\s*$/.test(shape) && /\p{L}{3}/u.test(shape);
}

function isPageNumber(line: string): boolean {
  return line.length <= LONGEST_NUMBER && PAGE_NUMBER_FORM.test(line);
}

function shapeOf(line: string): string {
  return line.trim().toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
}

function standsAlone(lines: readonly string[], index: number): boolean {
  const isEmpty = (line: string | undefined) => line === undefined || line.trim() === '';
  return isEmpty(lines[index - 1]) && isEmpty(lines[index + 1]);
}

function push(map: Map<string, number[]>, key: string, index: number) {
  const at = map.get(key);
  if (at) at.push(index);
  else map.set(key, [index]);
}
