import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TextBlock } from '../../lib/domain/call.ts';
import type { CharterVersion } from '../../lib/domain/charter-version.ts';

/** The published texts, as extracted from their PDFs; the folder stands beside the repository and is not part of it. */
const shared = path.resolve('..', 'shared');
export const withoutPublishedTexts = !existsSync(path.join(shared, 'sources')) || !existsSync(path.join(shared, 'dossiers'));

export type PublishedText =
  | 'sources/ami-promotion-2-et-annexes'
  | 'sources/charte-amiens-2020-01-16'
  | 'sources/charte-2020-huit-dispositifs';

/** A published text on one line: see `onOneLine`. */
export function publishedText(name: PublishedText): string {
  return onOneLine(rawText(name));
}

/** A text of the shared folder, line by line as it was extracted. */
export function rawText(name: PublishedText | 'dossiers/corse'): string {
  return readFileSync(path.join(shared, `${name}.txt`), 'utf8');
}

/**
 * The words of a text and nothing of its page: no form feed, no line that only repeats the target of a link, no bullet
 * at the head of a line, one plain space between words. No word and no sign is touched.
 */
export function onOneLine(text: string): string {
  return text
    .replaceAll('\f', '\n')
    .split('\n')
    .filter((line) => !/^\s*(https?:\/\/\S+\/|mailto:\S+)\s*$/.test(line))
    .map((line) => line.replace(/^\s*[\uf0b7•-]\s/, ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What stands between two passages, the first one included. Both must occur. */
export function from(text: string, start: string, end: string | null): string {
  const begins = text.indexOf(start);
  const ends = end === null ? text.length : text.indexOf(end, begins);
  if (begins < 0 || ends < 0) throw new Error(`« ${begins < 0 ? start : end} » is not in the text`);
  return text.slice(begins, ends).trim();
}

/** The words of these blocks in reading order, notes left out: a page prints them at its foot. */
export function wordsOf(blocks: readonly TextBlock[]): string {
  return blocks.flatMap((block) => (block.kind === 'notes' ? [] : block.kind === 'list' ? block.items : [block.text])).join(' ');
}

/** The words of a charter in reading order, its measures where its second article lists them. */
export function wordsOfCharter({ title, preamble, articles, measures }: CharterVersion): string {
  const articleWords = articles.flatMap((article) => [
    article.title,
    ...article.blocks.flatMap((block) => {
      if (block.kind === 'measures') return measures.map((measure) => measure.text);
      return block.kind === 'list' ? block.items : [block.text];
    }),
  ]);
  return [title, ...preamble, ...articleWords].join(' ');
}
