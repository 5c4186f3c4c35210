import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

const SAMPLE_BYTES = 65_536;
const SEPARATORS = [';', ',', '\t'] as const;
/** Beyond this a quotation mark was never closed: the file is no table. */
const LONGEST_ROW = 100_000;

/** The file is no table of text. */
export class NotATable extends Error {}

/**
 * The rows of a CSV file, one at a time, the first included. The separator is the one its first line uses most; the
 * encoding UTF-8, or Windows-1252 when the file is not UTF-8. Cells may be quoted and hold line feeds (RFC 4180).
 * @throws NotATable when the file is binary, or a row never ends.
 */
export async function* delimitedRows(file: string): AsyncGenerator<string[]> {
  const { encoding, separator } = await look(file);
  const decoder = new TextDecoder(encoding);
  const reader = rowReader(separator);
  for await (const piece of createReadStream(file)) yield* reader(decoder.decode(piece as Buffer, { stream: true }));
  yield* reader(`${decoder.decode()}\n`);
}

async function look(file: string): Promise<{ encoding: string; separator: string }> {
  const handle = await open(file);
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(SAMPLE_BYTES), position: 0 }).finally(() => handle.close());
  const sample = buffer.subarray(0, bytesRead);
  if (sample.includes(0)) throw new NotATable();
  const encoding = (await isUtf8(file)) ? 'utf-8' : 'windows-1252';
  const [first = ''] = new TextDecoder(encoding).decode(sample).split(/\r?\n/);
  const count = (separator: string) => first.split(separator).length;
  return { encoding, separator: [...SEPARATORS].sort((a, b) => count(b) - count(a))[0] ?? ';' };
}

/** Looked at whole: an accent may come after thousands of rows without any. */
async function isUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of createReadStream(file)) decoder.decode(piece as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Gives the rows that each piece of text completes. */
function rowReader(separator: string): (text: string) => Generator<string[]> {
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let closing = false;
  let length = 0;
  return function* (text) {
    for (const character of text) {
      length += 1;
      if (length > LONGEST_ROW) throw new NotATable();
      if (quoted && !closing) {
        if (character === '"') closing = true;
        else cell += character;
        continue;
      }
      if (closing && character === '"') {
        cell += '"'; // a doubled mark inside a quoted cell
        closing = false;
        continue;
      }
      if (closing) [quoted, closing] = [false, false];
      if (character === '"' && cell === '') quoted = true;
      else if (character === separator) {
        cells.push(cell);
        cell = '';
      } else if (character === '\n') {
        cells.push(cell);
        if (cells.some((c) => c.trim() !== '')) yield cells;
        [cells, cell, length] = [[], '', 0];
      } else if (character !== '\r') cell += character;
    }
  };
}
