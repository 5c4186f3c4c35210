/** A stretch of somebody's text: plain lines, or a list with the mark its writer typed. */
export type ProseBlock = { kind: 'paragraph'; text: string } | { kind: 'list'; mark: string; items: string[] };

/**
 * What a person typed in a text box, as blocks to lay out: an empty line parts paragraphs, a line that begins with a
 * bullet or a dash opens an item, every other line feed is kept inside its block.
 */
export function prose(text: string): ProseBlock[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return lines.reduce<{ blocks: ProseBlock[]; open: boolean }>(withLine, { blocks: [], open: false }).blocks;
}

const BULLET = /^\s*([•▪◦‣–—*-])\s+(?=\S)/;

/** `open` is true while the next line may continue the last block. */
function withLine({ blocks, open }: { blocks: ProseBlock[]; open: boolean }, line: string) {
  const words = line.trim();
  if (words === '') return { blocks, open: false };
  const last = blocks.at(-1);
  const mark = BULLET.exec(line)?.[1];
  if (mark) {
    const item = line.replace(BULLET, '').trim();
    if (last?.kind === 'list' && last.mark === mark) last.items.push(item);
    else blocks.push({ kind: 'list', mark, items: [item] });
  } else if (!open || !last) blocks.push({ kind: 'paragraph', text: words });
  else if (last.kind === 'list') last.items.push(`${last.items.pop()}\n${words}`);
  else last.text += `\n${words}`;
  return { blocks, open: true };
}
