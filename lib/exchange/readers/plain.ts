import { pageBreak } from '../../domain/import/document.ts';
import { Refused } from './refused.ts';

/** Control characters no text holds: a program, a picture, a sound. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** The lines of a text file in UTF-8, UTF-16 or Windows-1252. */
export function readPlain(content: Uint8Array): string[] {
  const text = decoded(content);
  if (BINARY.test(text)) throw new Refused('notADocument');
  return text.split(/\r\n?|\n/).flatMap((line) => line.split(/(\f)/).filter((piece) => piece === pageBreak || piece !== '' || line === ''));
}

function decoded(content: Uint8Array): string {
  const wide = wideEncoding(content);
  if (wide) return new TextDecoder(wide).decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}

/** UTF-16 by its mark, or by the empty half of nearly all its characters. */
function wideEncoding(content: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le';
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be';
  const start = content.subarray(0, 2_000);
  const empty = (rest: number) => start.filter((byte, index) => byte === 0 && index % 2 === rest).length / (start.length / 2);
  if (empty(1) > 0.8 && empty(0) < 0.1) return 'utf-16le';
  return empty(0) > 0.8 && empty(1) < 0.1 ? 'utf-16be' : null;
}
