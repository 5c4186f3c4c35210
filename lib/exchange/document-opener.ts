// A program of its own, run in a separate process with little memory and little time: a hostile document can at worst kill it.
//   node document-opener.ts < DOCUMENT   → {"document":{…}} or {"refusal":"password"} on the standard output
import { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type DocumentFormat, documentLimits, pageBreak } from '../domain/import/document.ts';
import { cleanText } from '../domain/text.ts';
import { formatOf } from './readers/format.ts';
import { Refused } from './readers/refused.ts';

/** Fewer letters than this are the remains of a page that is a picture. */
const FEWEST_LETTERS = 3;

Socket.prototype.connect = () => {
  throw new Refused('unreadable');
};
process.stdout.write(JSON.stringify(await answer()));

async function answer() {
  try {
    const content = await buffer(process.stdin);
    const format = formatOf(content);
    const lines = (await read(format, content)).flatMap((line) => (line === pageBreak ? [line] : cleanText(line).split('\n')));
    const characters = lines.reduce((total, line) => total + line.length + 1, 0);
    if (characters > documentLimits.characters) throw new Refused('tooLong');
    if ((lines.join('').match(/[\p{L}\p{N}]/gu)?.length ?? 0) < FEWEST_LETTERS) throw new Refused('scanned');
    return { document: { format, lines } };
  } catch (error) {
    return { refusal: error instanceof Refused ? error.refusal : 'unreadable' };
  }
}

/** Each reader brings its library, and only the one at hand is loaded. */
async function read(format: DocumentFormat, content: Buffer): Promise<string[]> {
  if (format === 'docx') return (await import('./readers/docx.ts')).readDocx(content);
  if (format === 'odt') return (await import('./readers/odt.ts')).readOdt(content);
  if (format === 'doc') return (await import('./readers/doc.ts')).readDoc(content);
  if (format === 'pdf') return (await import('./readers/pdf.ts')).readPdf(content);
  return (await import('./readers/plain.ts')).readPlain(content);
}
