import { getDocumentProxy } from 'unpdf';
import { documentLimits, pageBreak } from '../../domain/import/document.ts';
import { type Fragment, pageLines } from './pdf-lines.ts';
import { Refused } from './refused.ts';

/** The lines of a PDF in the order in which they were written, an empty line where the page leaves one, pages apart. */
export async function readPdf(content: Uint8Array): Promise<string[]> {
  const pdf = await opened(content);
  if (pdf.numPages > documentLimits.pages) throw new Refused('tooManyPages');
  const lines: string[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: false });
    const read = pageLines(items.flatMap((item) => ('str' in item ? [fragment(item)] : [])));
    characters += read.reduce((total, line) => total + line.length, 0);
    if (characters > documentLimits.characters) throw new Refused('tooLong');
    lines.push(...(number > 1 ? [pageBreak] : []), ...read);
    page.cleanup();
  }
  return lines;
}

async function opened(content: Uint8Array) {
  try {
    return await getDocumentProxy(new Uint8Array(content), { disableFontFace: true, useSystemFonts: false, verbosity: 0 });
  } catch (error) {
    throw new Refused((error as Error)?.name === 'PasswordException' ? 'password' : 'unreadable');
  }
}

function fragment(item: { str: string; transform: number[]; width: number; height: number; fontName: string }): Fragment {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, size: item.height || Math.hypot(a, b), font: item.fontName };
}
