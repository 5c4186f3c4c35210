import * as fontkit from '@cantoo/fontkit';
import { PDFDocument, type PDFFont } from 'pdf-lib';
import type { CharterPaper } from '../../lib/documents/charter.ts';
import { fonts } from '../../lib/documents/fonts.ts';

const [WIDTH, HEIGHT, MARGIN, SIZE] = [595, 842, 60, 9];

/** The same words drawn line after line in the same two fonts: no tags, no hyphens, no seal. The least a PDF can cost here. */
export async function drawCharter(paper: CharterPaper): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const [regular, , , bold] = fonts();
  const font = await document.embedFont(regular as Buffer, { subset: true });
  const titles = await document.embedFont(bold as Buffer, { subset: true });
  let page = document.addPage([WIDTH, HEIGHT]);
  let y = HEIGHT - MARGIN;
  const draw = (text: string, face: PDFFont) => {
    for (const line of linesOf(text, face)) {
      if (y < MARGIN) {
        page = document.addPage([WIDTH, HEIGHT]);
        y = HEIGHT - MARGIN;
      }
      page.drawText(line, { x: MARGIN, y, size: SIZE, font: face });
      y -= SIZE * 1.35;
    }
  };
  draw(`${paper.title} ${paper.reference}`, titles);
  for (const paragraph of paper.version.preamble) draw(paragraph, font);
  for (const { title, blocks } of paper.version.articles) {
    draw(title, titles);
    for (const block of blocks) {
      const texts =
        block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : paper.version.measures.map(({ text }) => text);
      for (const text of texts) draw(text, font);
    }
  }
  for (const { name, title } of paper.signatories) draw(`${name}, ${title}`, titles);
  return document.save();
}

function linesOf(text: string, font: PDFFont): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (font.widthOfTextAtSize(longer, SIZE) > WIDTH - 2 * MARGIN && line) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
