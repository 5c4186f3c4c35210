import { PDFArray, PDFContext, PDFDict, PDFDocument, PDFInvalidObject, PDFName, type PDFObject, PDFRef, PDFStream } from 'pdf-lib';
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
  let taken: { document: PDFDocument; objects: Objects };
  try {
    taken = await takenApart(pdf);
  } catch {
    return { refusal: 'unchecked' };
  }
  const { document, objects } = taken;
  for (const object of [...objects.values()].flat()) {
    const refusal = refusalOfObject(object, objects);
    if (refusal) return { refusal };
  }
  return { document };
}

/** Every object of the file by its number. One number may be used several times, and readers do not all take the same. */
type Objects = Map<PDFRef, PDFObject[]>;

/**
 * Takes the file apart and tells of every object; the library by itself only keeps the last of each number. One file at a
 * time: the program that looks at it does nothing else.
 */
async function takenApart(pdf: Uint8Array): Promise<{ document: PDFDocument; objects: Objects }> {
  const found = new Map<PDFContext, Objects>(); // a locked file is read twice: as it is, then unlocked
  const { assign } = PDFContext.prototype;
  PDFContext.prototype.assign = function (ref, object) {
    const objects: Objects = found.get(this) ?? new Map();
    found.set(this, objects);
    const same = objects.get(ref);
    if (same) same.push(object);
    else objects.set(ref, [object]);
    assign.call(this, ref, object);
  };
  try {
    const document = await PDFDocument.load(pdf, { updateMetadata: false, password: '' });
    const [asItIs = new Map() as Objects] = found.values();
    const objects: Objects = found.get(document.context) ?? new Map();
    // Tables of objects are never locked (ISO 32000-1, 7.5.8.2), but the library unlocks them too, and spoils them.
    for (const [ref, [object]] of objects)
      if (object instanceof PDFInvalidObject && asItIs.get(ref)?.every(isObjectTable)) objects.set(ref, asItIs.get(ref) ?? []);
    return { document, objects };
  } finally {
    PDFContext.prototype.assign = assign;
  }
}

function isObjectTable(object: PDFObject): boolean {
  return object instanceof PDFStream && object.dict.get(PDFName.of('Type')) === PDFName.of('XRef');
}

/** Every dictionary inside one object; references are objects of their own. */
function refusalOfObject(root: PDFObject, objects: Objects): UploadRefusal | null {
  const waiting: PDFObject[] = [root];
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFInvalidObject) return 'unchecked';
    if (object instanceof PDFArray) for (const item of object.asArray()) waiting.push(item);
    const dictionary = object instanceof PDFStream ? object.dict : object;
    if (!(dictionary instanceof PDFDict)) continue;
    const refusal = refusalOfDictionary(dictionary, objects);
    if (refusal) return refusal;
    for (const [, value] of dictionary.entries()) waiting.push(value);
  }
  return null;
}

function refusalOfDictionary(dictionary: PDFDict, objects: Objects): UploadRefusal | null {
  const under = (key: string) => valuesUnder(dictionary, key, objects);
  const isNamed = (key: string, isWanted: (name: string) => boolean) =>
    under(key).some((value) => value instanceof PDFName && isWanted(value.decodeText()));
  const carriesFile = under('EF').some((value) => value instanceof PDFDict) || dictionary.has(PDFName.of('EmbeddedFiles'));
  if (carriesFile || isNamed('Subtype', (name) => name === 'FileAttachment') || isNamed('S', (name) => name === 'GoToE'))
    return 'attachments';
  if (isNamed('S', (name) => activeActions.has(name)) || isNamed('Subtype', (name) => activeAnnotations.has(name))) return 'program';
  return activeKeys.some((key) => dictionary.has(PDFName.of(key))) ? 'program' : null;
}

/** What a key says, behind any references: ISO 32000-1, 7.3.10, lets every value be an object of its own. */
function valuesUnder(dictionary: PDFDict, key: string, objects: Objects): PDFObject[] {
  const value = dictionary.get(PDFName.of(key));
  if (!(value instanceof PDFRef)) return value ? [value] : [];
  const followed = new Set<PDFRef>([value]);
  const found: PDFObject[] = [];
  // A set is walked with what is added to it meanwhile: each reference is followed once.
  for (const ref of followed) {
    for (const object of objects.get(ref) ?? []) {
      if (object instanceof PDFRef) followed.add(object);
      else found.push(object);
    }
  }
  return found;
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
