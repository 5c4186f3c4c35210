// A program of its own, run in a separate process with little memory and little time: a hostile PDF can at worst kill it.
//   node pdf-inspector.ts inspect FILE          → {"pages":2,"signatures":[]} or {"refusal":"password"} on the standard output
//   node pdf-inspector.ts render FILE FOLDER    → FOLDER/1.webp, FOLDER/2.webp…, and the sizes on the standard output
import { open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import type { PdfSignature } from '../domain/signature.ts';
import { maxPages, type UploadRefusal } from '../domain/upload.ts';
import { vettedDocument } from './pdf-contents.ts';
import { signaturesOf } from './pdf-signatures.ts';

/** About 110 dots per inch: readable at full width on a large screen. */
const RENDER_SCALE = 1.5;
const MAX_PIXELS = 4000 * 4000;

const [, , task, file = '', folder = ''] = process.argv;
process.stdout.write(JSON.stringify(task === 'render' ? await render() : await inspect()));

async function inspect(): Promise<{ pages: number; signatures: PdfSignature[] } | { refusal: UploadRefusal }> {
  if (!(await looksLikePdf())) return { refusal: 'notPdf' };
  const library = await PDFiumLibrary.init();
  const content = await readFile(file);
  let document: PDFiumDocument;
  try {
    document = await library.loadDocument(content);
  } catch (error) {
    return { refusal: /password|security/i.test(String(error)) ? 'password' : 'unreadable' };
  }
  const pages = document.getPageCount();
  if (pages < 1) return { refusal: 'unreadable' };
  if (pages > maxPages) return { refusal: 'tooManyPages' };
  try {
    for (const page of document.pages()) if (!isPaper(page.getOriginalSize())) return { refusal: 'unreadable' };
  } catch {
    return { refusal: 'unreadable' };
  }
  const contents = await vettedDocument(content);
  return 'refusal' in contents ? contents : { pages, signatures: await signaturesOf(content, contents.document) };
}

/** A page a person can read: from a label to a poster, in points (72 to the inch). */
function isPaper({ originalWidth, originalHeight }: { originalWidth: number; originalHeight: number }): boolean {
  const [short, long] = [Math.min(originalWidth, originalHeight), Math.max(originalWidth, originalHeight)];
  return short >= 50 && long <= 5000 && long / short <= 20;
}

async function render(): Promise<{ width: number; height: number }[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await readFile(file));
  const sizes = [];
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = Math.min(RENDER_SCALE, Math.sqrt(MAX_PIXELS / Math.max(1, originalWidth * originalHeight)));
    const { data, width, height } = await page.render({ scale, render: 'bitmap' });
    const picture = await sharp(data, { raw: { width, height, channels: 4 } })
      .flatten({ background: 'white' })
      .webp({ quality: 80 })
      .toBuffer();
    await writeFile(path.join(folder, `${page.number + 1}.webp`), picture);
    sizes.push({ width, height });
  }
  return sizes;
}

/** The signature at the very first byte: files that are two things at once put it further. */
async function looksLikePdf(): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read({ buffer: Buffer.alloc(5), position: 0 });
    return buffer.toString('latin1') === '%PDF-';
  } finally {
    await handle.close();
  }
}
