import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { openCms, SealProblem } from './seal-cms.ts';
import { certificateFacts, type SealFacts } from './seal-facts.ts';

export type SealCheck = { valid: true; facts: SealFacts } | { valid: false; reason: string };

/**
 * Checks the seal of a PDF: one signature, which covers every byte but its own, made with the certificate it carries,
 * valid at the time it claims. It says that the file is as it was sealed; only `facts.certificateSha256`, compared
 * with the service's own, says who sealed it.
 * @returns the facts, or the reason as one French sentence. Never throws, whatever the bytes.
 */
export async function checkSeal(pdf: Uint8Array): Promise<SealCheck> {
  try {
    return { valid: true, facts: sealFacts(pdf, await signatureOf(pdf)) };
  } catch (error) {
    return { valid: false, reason: error instanceof SealProblem ? error.message : UNREADABLE };
  }
}

const MALFORMED = 'Le sceau n’est pas au format attendu.';
/** Said of any other exception: the file is not a PDF we can read. */
const UNREADABLE = 'Ce fichier n’est pas un PDF scellé lisible.';

async function signatureOf(pdf: Uint8Array): Promise<PDFDict> {
  const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
  const fields = catalog.lookupMaybe(name('AcroForm'), PDFDict)?.lookupMaybe(name('Fields'), PDFArray);
  if (!fields || fields.size() === 0) throw new SealProblem('Ce document n’est pas scellé.');
  if (fields.size() > 1) throw new SealProblem('Ce document porte autre chose que le sceau du service.');
  const signature = fields.lookup(0, PDFDict).lookup(name('V'), PDFDict);
  const certified = catalog.lookupMaybe(name('Perms'), PDFDict)?.lookupMaybe(name('DocMDP'), PDFDict);
  if (certified !== signature || signature.get(name('SubFilter')) !== name('ETSI.CAdES.detached')) {
    throw new SealProblem('Ce document porte une signature qui n’est pas le sceau du service.');
  }
  return signature;
}

function sealFacts(pdf: Uint8Array, signature: PDFDict): SealFacts {
  const [start, end] = gap(pdf, signature);
  const digest = createHash('sha256').update(pdf.subarray(0, start)).update(pdf.subarray(end)).digest();
  const [certificate] = openCms(contents(pdf.subarray(start, end)), digest);
  const sealedAt = signature.lookup(name('M'), PDFString).decodeDate();
  if (sealedAt < certificate.validFromDate || sealedAt > certificate.validToDate) {
    throw new SealProblem('Le certificat du sceau n’était pas valable à la date indiquée.');
  }
  return { ...certificateFacts(certificate), sealedAt: sealedAt.toISOString(), level: 'PAdES-B-B' };
}

/** The only bytes left out of the signature: from « < » to « > », nothing before, nothing after the end. */
function gap(pdf: Uint8Array, signature: PDFDict): [number, number] {
  const range = signature
    .lookup(name('ByteRange'), PDFArray)
    .asArray()
    .map((offset) => Number(offset.toString()));
  const [first = -1, start = -1, end = -1, rest = -1] = range;
  const coversAll = range.length === 4 && first === 0 && start > 0 && end > start && end + rest === pdf.length;
  if (!coversAll) throw new SealProblem('Le sceau ne couvre pas tout le fichier\u00a0: quelque chose a été ajouté ou retiré.');
  const written = Buffer.from(pdf.subarray(start + 1, end - 1)).toString('latin1');
  if (signature.lookup(name('Contents'), PDFHexString).asString() !== written) throw new SealProblem(MALFORMED);
  return [start, end];
}

/** The signature without its padding. Its length is read in its first bytes, since it may itself end with zeros. */
function contents(written: Uint8Array): Uint8Array {
  const text = Buffer.from(written).toString('latin1');
  const hex = /^<([0-9a-f]+)>$/.exec(text)?.[1] ?? '';
  const bytes = Buffer.from(hex, 'hex');
  // A SEQUENCE whose length takes two bytes: between 256 and 65 535, which every signature is.
  const length = bytes[0] === 0x30 && bytes[1] === 0x82 ? 4 + bytes.readUInt16BE(2) : 0;
  const padding = bytes.subarray(length);
  if (length === 0 || length > bytes.length || padding.some((byte) => byte !== 0)) throw new SealProblem(MALFORMED);
  return bytes.subarray(0, length);
}

const name = (text: string) => PDFName.of(text);
