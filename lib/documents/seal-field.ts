import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef, PDFString } from 'pdf-lib';
import type { SealBlock } from './typst.ts';

/** What the signature dictionary says in clear. */
export type SealStatement = { signer: string; reason: string; location: string; sealedAt: Date };

/** Hexadecimal characters kept for the signature: room for a chain of certificates, and one day for a time-stamp. */
export const SIGNATURE_ROOM = 32_768;
/** Ten digits, to be replaced by offsets in as many characters. */
export const OFFSET_ROOM = 9_999_999_999;

/**
 * Adds to a PDF, as an incremental update, an empty seal over the block that announces it. The bytes given are the
 * untouched beginning of the bytes returned. The field is declared to assistive technologies and the document is
 * certified: nothing may be changed in it any more (ISO 32000-1, 12.8.2.2, DocMDP with P = 1).
 * @throws Error when the document already bears fields, or is not tagged.
 */
export async function addEmptySeal(pdf: Uint8Array, block: SealBlock, statement: SealStatement): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
  if (document.catalog.has(name('AcroForm'))) throw new Error('Ce document est déjà scellé.');
  const signature = document.context.register(signatureDictionary(document, statement));
  const widget = document.context.register(widgetDictionary(document, block, statement, signature));
  addAnnotation(document, block.page, widget);
  declareInStructure(document, block.page, widget);
  document.catalog.set(name('AcroForm'), document.context.obj({ Fields: [widget], SigFlags: SIGNATURES_EXIST | APPEND_ONLY }));
  document.catalog.set(name('Perms'), document.context.obj({ DocMDP: signature }));
  renewIdentifier(document, pdf);
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

const SIGNATURES_EXIST = 1;
const APPEND_ONLY = 2;
const PRINT = 4;
const LOCKED = 128;
const NO_CHANGE_ALLOWED = 1;

const name = (text: string) => PDFName.of(text);

function signatureDictionary({ context }: PDFDocument, { signer, reason, location, sealedAt }: SealStatement): PDFDict {
  const certification = {
    Type: 'SigRef',
    TransformMethod: 'DocMDP',
    TransformParams: { Type: 'TransformParams', P: NO_CHANGE_ALLOWED, V: '1.2' },
  };
  return context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, OFFSET_ROOM, OFFSET_ROOM, OFFSET_ROOM],
    Contents: PDFHexString.of('0'.repeat(SIGNATURE_ROOM)),
    Reference: [certification],
    M: PDFString.fromDate(sealedAt),
    Name: PDFHexString.fromText(signer),
    Reason: PDFHexString.fromText(reason),
    Location: PDFHexString.fromText(location),
  });
}

/** The words of the seal are part of the page; the field over them is transparent. PDF/A wants it printable and drawn. */
function widgetDictionary(document: PDFDocument, block: SealBlock, { signer }: SealStatement, signature: PDFRef): PDFDict {
  const { context } = document;
  const page = document.getPage(block.page - 1);
  const top = page.getHeight() - block.y;
  const transparent = context.register(context.formXObject([], { BBox: context.obj([0, 0, block.width, block.height]) }));
  return context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: PDFString.of('Cachet'),
    TU: PDFHexString.fromText(`Cachet électronique\u00a0: ${signer}`),
    V: signature,
    F: PRINT | LOCKED,
    P: page.ref,
    Rect: [block.x, top - block.height, block.x + block.width, top].map((length) => Math.round(length * 100) / 100),
    AP: { N: transparent },
    StructParent: nextStructureKey(document),
  });
}

/** Read in the order of the structure. The page's drawing is left as it is, which the library's own way would not do. */
function addAnnotation(document: PDFDocument, page: number, widget: PDFRef): void {
  const { node } = document.getPage(page - 1);
  node.set(name('Annots'), document.context.obj([...(node.Annots()?.asArray() ?? []), widget]));
  node.set(name('Tabs'), name('S'));
}

/** A form element at the end of the document, which the field points back to (ISO 32000-1, 14.7.4.4). */
function declareInStructure(document: PDFDocument, page: number, widget: PDFRef): void {
  const { context } = document;
  const tree = structureTree(document);
  const key = nextStructureKey(document);
  const parent = tree.lookup(name('K'), PDFArray).get(0) as PDFRef;
  const pageRef = document.getPage(page - 1).ref;
  const content = { Type: 'OBJR', Obj: widget, Pg: pageRef };
  const element = context.register(context.obj({ Type: 'StructElem', S: 'Form', P: parent, Pg: pageRef, K: [content] }));
  context.lookup(parent, PDFDict).lookup(name('K'), PDFArray).push(element);
  const numbers = tree.lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray);
  numbers.push(PDFNumber.of(key));
  numbers.push(element);
  tree.set(name('ParentTreeNextKey'), PDFNumber.of(key + 1));
  context.snapshot?.markRefForSave(parent);
  context.snapshot?.markObjForSave(tree);
}

/** The first half of the identifier is that of the document, the second that of its revision (ISO 32000-1, 14.4). */
function renewIdentifier({ context }: PDFDocument, pdf: Uint8Array): void {
  const original = context.lookup(context.trailerInfo.ID, PDFArray).get(0);
  const revision = createHash('sha256').update(pdf).digest('hex').slice(0, 32);
  context.trailerInfo.ID = context.obj([original, PDFHexString.of(revision)]);
}

function structureTree(document: PDFDocument): PDFDict {
  const tree = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  if (!tree) throw new Error('Ce document n’est pas balisé\u00a0: il ne peut pas recevoir de sceau accessible.');
  return tree;
}

function nextStructureKey(document: PDFDocument): number {
  return structureTree(document).lookup(name('ParentTreeNextKey'), PDFNumber).asNumber();
}
