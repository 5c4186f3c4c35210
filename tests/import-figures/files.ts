import { strToU8, zipSync } from 'fflate';
import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib';
import { formDocx } from '../../lib/exchange/offline-form/docx.ts';
import { formOdt } from '../../lib/exchange/offline-form/odt.ts';
import type { WrittenDossier } from './dossiers.ts';

/** A dossier as a file of a real format. */
export type FileVariant = { name: string; content: (dossier: WrittenDossier) => Promise<Uint8Array> | Uint8Array };

const A4 = { width: 595, height: 842 };
const SIZE = 10;
const LEADING = 13;

/** Lines of the whole dossier: what precedes the sheet, its titles, its questions with a bullet, its answers. */
function linesOf({ front, sheet }: WrittenDossier): string[] {
  return [
    ...front,
    'Fiche de présentation (Annexe 3)',
    ...sheet.flatMap((asked, rank) => [...titleOf(sheet, rank), `• ${asked.question}`, ...asked.answer]),
  ];
}

function titleOf(sheet: WrittenDossier['sheet'], rank: number): string[] {
  const asked = sheet[rank];
  return asked && asked.section !== sheet[rank - 1]?.section ? [asked.section] : [];
}

const blocks = (lines: readonly string[]) => lines.map((text) => ({ kind: 'note' as const, text }));

export const fileVariants: FileVariant[] = [
  { name: '.docx, paragraphs', content: (dossier) => formDocx(dossier.name, blocks(linesOf(dossier))) },
  { name: '.odt, paragraphs', content: (dossier) => formOdt(dossier.name, blocks(linesOf(dossier))) },
  { name: '.docx, table of two columns', content: docxTable },
  { name: '.odt, table of two columns', content: odtTable },
  { name: '.pdf, one column, header and footer', content: (dossier) => pdf(dossier, 1) },
  { name: '.pdf, two columns', content: (dossier) => pdf(dossier, 2) },
  { name: '.pdf, table of two columns', content: pdfTable },
  { name: '.txt, Windows-1252', content: (dossier) => windows1252(linesOf(dossier).join('\r\n')) },
];

/** One row per question: what is asked on the left, what is answered on the right. */
function rowsOf({ front, sheet }: WrittenDossier): { front: string[]; rows: [string[], string[]][] } {
  return { front, rows: sheet.map((asked, rank): [string[], string[]] => [[...titleOf(sheet, rank), asked.question], asked.answer]) };
}

function docxTable(dossier: WrittenDossier): Uint8Array {
  const { front, rows } = rowsOf(dossier);
  const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  const cell = (texts: string[]) => `<w:tc><w:tcPr><w:tcW w:w="4800" w:type="dxa"/></w:tcPr>${texts.map(paragraph).join('')}</w:tc>`;
  const table = `<w:tbl>${rows.map(([left, right]) => `<w:tr>${cell(left)}${cell(right)}</w:tr>`).join('')}</w:tbl>`;
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${front.map(paragraph).join('')}${table}<w:p/></w:body></w:document>`,
    ),
  });
}

function odtTable(dossier: WrittenDossier): Uint8Array {
  const { front, rows } = rowsOf(dossier);
  const paragraph = (text: string) => `<text:p>${escaped(text)}</text:p>`;
  const cell = (texts: string[]) => `<table:table-cell>${texts.map(paragraph).join('')}</table:table-cell>`;
  const table = `<table:table><table:table-column table:number-columns-repeated="2"/>${rows.map(([left, right]) => `<table:table-row>${cell(left)}${cell(right)}</table:table-row>`).join('')}</table:table>`;
  const oasis = 'urn:oasis:names:tc:opendocument:xmlns';
  const spaces = ['office', 'text', 'table'].map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`).join(' ');
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${spaces}><office:body><office:text>${front.map(paragraph).join('')}${table}</office:text></office:body></office:document-content>`,
    ),
  });
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** A paper with a header, a page number, and columns filled one after the other. */
async function pdf(dossier: WrittenDossier, columns: 1 | 2): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const gutter = 24;
  const width = (A4.width - 120 - gutter * (columns - 1)) / columns;
  const asked = new Set([...dossier.sheet.map(({ question }) => `• ${question}`), ...dossier.sheet.map(({ section }) => section)]);
  let page: PDFPage | null = null;
  let column: number = columns;
  let y = 0;
  for (const line of linesOf(dossier)) {
    const face = asked.has(line) ? bold : font;
    for (const piece of wrapped(printable(line), face, width)) {
      if (y < 80 || !page) {
        column += 1;
        if (column >= columns || !page) {
          page = newPage(document, font, `Candidature – ${dossier.name}`);
          column = 0;
        }
        y = A4.height - 90;
      }
      page.drawText(piece, { x: 60 + column * (width + gutter), y, size: SIZE, font: face });
      y -= LEADING;
    }
    y -= 7;
  }
  return document.save();
}

async function pdfTable(dossier: WrittenDossier): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const { front, rows } = rowsOf(dossier);
  const [left, right] = [170, 290];
  let page = newPage(document, font, `Candidature – ${dossier.name}`);
  let y = A4.height - 90;
  const cells: [string[], string[]][] = [...front.map((text): [string[], string[]] => [[], [text]]), ...rows];
  for (const [question, answer] of cells) {
    const sides = [
      question.flatMap((text) => wrapped(printable(text), font, left)),
      answer.flatMap((text) => wrapped(printable(text), font, right)),
    ];
    const height = Math.max(...sides.map((lines) => lines.length)) * LEADING + 10;
    if (y - height < 70) {
      page = newPage(document, font, `Candidature – ${dossier.name}`);
      y = A4.height - 90;
    }
    for (const [side, lines] of sides.entries())
      for (const [rank, text] of lines.entries())
        page.drawText(text, { x: side === 0 ? 60 : 60 + left + 20, y: y - rank * LEADING, size: SIZE, font });
    y -= height;
  }
  return document.save();
}

function newPage(document: PDFDocument, font: PDFFont, header: string): PDFPage {
  const page = document.addPage([A4.width, A4.height]);
  page.drawText(printable(header), { x: 60, y: A4.height - 40, size: 8, font });
  page.drawText(`${document.getPageCount()}`, { x: A4.width / 2, y: 30, size: 8, font });
  return page;
}

function wrapped(text: string, font: PDFFont, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (font.widthOfTextAtSize(longer, SIZE) <= width || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The fonts every PDF reader has know the characters of Windows-1252 only. */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[^\u0020-\u00ff’‘“”•…–—œŒ€]/g, ' ');
}

function windows1252(text: string): Uint8Array {
  const table = new Map(
    Array.from({ length: 128 }, (_, at) => [new TextDecoder('windows-1252').decode(Uint8Array.of(at + 128)), at + 128]),
  );
  return Uint8Array.from(
    printable(text.replaceAll('\r\n', '\u00b6')).replaceAll('\u00b6', '\n'),
    (sign) => table.get(sign) ?? sign.charCodeAt(0),
  );
}
