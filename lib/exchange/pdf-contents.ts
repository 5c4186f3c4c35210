import { PDFArray, PDFDict, PDFDocument, PDFInvalidObject, PDFName, type PDFObject, PDFStream } from 'pdf-lib';
import type { UploadRefusal } from '../domain/upload.ts';

/** Actions that run a program, send a form, open another file or play something. Links and bookmarks are not among them. */
const activeActions = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'Rendition',
  'Movie',
  'Sound',
  'RichMediaExecute',
  'GoTo3DView',
]);
const activeKeys = ['JS', 'JavaScript', 'XFA', 'RichMediaContent', 'RichMediaSettings'];
const activeAnnotations = new Set(['RichMedia', '3D', 'Screen', 'Movie', 'Sound']);

/**
 * The PDF, taken apart, when it is only pages; otherwise why it is not taken although it opens: it carries a program,
 * other files, or something after its end. The whole file is looked at, whatever the disguise of its names, earlier
 * revisions and objects nothing refers to included.
 * Source: ISO 32000-1, 12.6.4 (actions), 7.11.4 (embedded files), 12.5.6 (annotations).
 */
export async function vettedDocument(pdf: Uint8Array): Promise<{ refusal: UploadRefusal } | { document: PDFDocument }> {
  if (isSomethingElseToo(pdf)) return { refusal: 'unchecked' };
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(pdf, { updateMetadata: false, password: '' });
  } catch {
    return { refusal: 'unchecked' };
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const refusal = refusalOfObject(object);
    if (refusal) return { refusal };
  }
  return { document };
}

/** Every dictionary inside one object; references are objects of their own. */
function refusalOfObject(root: PDFObject): UploadRefusal | null {
  const waiting: PDFObject[] = [root];
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFInvalidObject) return 'unchecked';
    if (object instanceof PDFArray) for (const item of object.asArray()) waiting.push(item);
    const dictionary = object instanceof PDFStream ? object.dict : object;
    if (!(dictionary instanceof PDFDict)) continue;
    const refusal = refusalOfDictionary(dictionary);
    if (refusal) return refusal;
    for (const [, value] of dictionary.entries()) waiting.push(value);
  }
  return null;
}

function refusalOfDictionary(dictionary: PDFDict): UploadRefusal | null {
  const action = nameUnder(dictionary, 'S');
  const annotation = nameUnder(dictionary, 'Subtype');
  const carriesFile = dictionary.get(PDFName.of('EF')) instanceof PDFDict || dictionary.has(PDFName.of('EmbeddedFiles'));
  if (carriesFile || annotation === 'FileAttachment' || action === 'GoToE') return 'attachments';
  if (activeActions.has(action) || activeAnnotations.has(annotation)) return 'program';
  return activeKeys.some((key) => dictionary.has(PDFName.of(key))) ? 'program' : null;
}

function nameUnder(dictionary: PDFDict, key: string): string {
  const value = dictionary.get(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
}

const ZIP_END = Buffer.from('PK\u0005\u0006', 'latin1');
const ZIP_END_BYTES = 22;
const LONGEST_ZIP_COMMENT = 65_535;

/** A file that goes on after the end of the PDF, or that also ends as an archive does: it can be opened as two things. */
function isSomethingElseToo(pdf: Uint8Array): boolean {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const end = bytes.lastIndexOf('%%EOF');
  if (end < 0 || /[^\0\s]/.test(bytes.toString('latin1', end + 5))) return true;
  for (let at = bytes.lastIndexOf(ZIP_END); at >= Math.max(0, bytes.length - LONGEST_ZIP_COMMENT - ZIP_END_BYTES); ) {
    if (at + ZIP_END_BYTES <= bytes.length && at + ZIP_END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length) return true;
    at = at === 0 ? -1 : bytes.lastIndexOf(ZIP_END, at - 1);
  }
  return false;
}
