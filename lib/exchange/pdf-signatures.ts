import { createHash, X509Certificate } from 'node:crypto';
import { type OctetString, UTCTime } from 'asn1js';
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { Certificate, ContentInfo, SignedData, TSTInfo } from 'pkijs';
import { maxSignatures, type PdfSignature, type SignatureVerdict } from '../domain/signature.ts';

const SIGNING_TIME = '1.2.840.113549.1.9.5';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const CHECKED = ['adbe.pkcs7.detached', 'ETSI.CAdES.detached', 'ETSI.RFC3161'];
const name = (text: string) => PDFName.of(text);

/**
 * Every electronic signature of a PDF, in the order in which they were added: who, when as they claim, and whether the
 * file still is what was signed. It says nothing of the authority behind a certificate. Never throws: what cannot be
 * read is said unreadable. Source: ISO 32000-1, 12.8 (byte ranges); ETSI EN 319 142-1; RFC 5652.
 */
export async function signaturesOf(pdf: Uint8Array, document: PDFDocument): Promise<PdfSignature[]> {
  const found = await Promise.all(signatureDictionaries(document).map((dictionary) => examine(pdf, dictionary)));
  const ordered = found.sort((one, other) => one.end - other.end);
  const coveredTo = Math.max(0, ...ordered.filter(({ intact }) => intact).map(({ end }) => end));
  const nothingAfter = isBlank(pdf.subarray(coveredTo));
  return ordered.map(({ end, intact, facts }) => ({ ...facts, verdict: verdictOf(facts, intact, end, coveredTo, nothingAfter) }));
}

function verdictOf(facts: PdfSignature, intact: boolean, end: number, coveredTo: number, nothingAfter: boolean): SignatureVerdict {
  if (facts.verdict === 'unreadable') return 'unreadable';
  if (!intact) return 'altered';
  if (!nothingAfter) return 'extended';
  return end === coveredTo ? 'whole' : 'earlier';
}

function signatureDictionaries(document: PDFDocument): PDFDict[] {
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object): object is PDFDict => object instanceof PDFDict && object.has(name('ByteRange')) && object.has(name('Contents')))
    .slice(0, maxSignatures);
}

type Examined = { end: number; intact: boolean; facts: PdfSignature };
const unknown: PdfSignature = { verdict: 'unreadable', timestamp: false, signer: '', issuer: '', claimedAt: null, selfIssued: false };

async function examine(pdf: Uint8Array, dictionary: PDFDict): Promise<Examined> {
  try {
    const subFilter = dictionary.lookup(name('SubFilter'), PDFName).decodeText();
    const timestamp = subFilter === 'ETSI.RFC3161';
    if (!CHECKED.includes(subFilter)) return { end: 0, intact: false, facts: unknown };
    const { signed, end } = signedBytes(pdf, dictionary);
    const cms = new SignedData({ schema: ContentInfo.fromBER(messageOf(dictionary)).content });
    const certificate = signerOf(cms);
    const intact = end > 0 && (await vouchesFor(cms, signed));
    const claimedAt = claimedInstant(cms, dictionary);
    return { end, intact, facts: { ...unknown, verdict: 'whole', timestamp, claimedAt, ...names(certificate) } };
  } catch {
    return { end: 0, intact: false, facts: unknown };
  }
}

/** The bytes the signature says it signs: all of the file up to `end`, but the signature's own. Empty when it says otherwise. */
function signedBytes(pdf: Uint8Array, dictionary: PDFDict): { signed: Uint8Array; end: number } {
  const range = dictionary.lookup(name('ByteRange'), PDFArray).asArray();
  const [first = -1, start = -1, after = -1, rest = -1] = range.map((offset) => Number(offset.toString()));
  const end = after + rest;
  const holds = range.length === 4 && first === 0 && start > 0 && after > start && rest > 0 && end <= pdf.length;
  // Between both parts stands the signature in hexadecimal, and nothing a reader would take for a page.
  if (!holds || !/^<[0-9a-fA-F\s]*>$/.test(Buffer.from(pdf.subarray(start, after)).toString('latin1'))) {
    return { signed: new Uint8Array(), end: 0 };
  }
  return { signed: Buffer.concat([pdf.subarray(0, start), pdf.subarray(after, end)]), end };
}

function messageOf(dictionary: PDFDict): Uint8Array<ArrayBuffer> {
  const contents = dictionary.lookup(name('Contents'));
  if (!(contents instanceof PDFHexString || contents instanceof PDFString)) throw new Error('no message');
  return Uint8Array.from(contents.asBytes());
}

/** True when the signature is right for these bytes, false when it is for others. @throws when it cannot be checked. */
async function vouchesFor(cms: SignedData, signed: Uint8Array): Promise<boolean> {
  return holdsDigestOf(cms, signed) && cms.verify({ signer: 0, data: Uint8Array.from(signed).buffer, checkChain: false });
}

const hashes: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** What the signature holds as the digest of the file: an attribute (RFC 5652, 11.2), or a time-stamp's imprint (RFC 3161, 2.4.2). */
function holdsDigestOf(cms: SignedData, signed: Uint8Array): boolean {
  const statement = cms.encapContentInfo.eContent;
  if (cms.encapContentInfo.eContentType === TST_INFO && statement) {
    const { hashAlgorithm, hashedMessage } = TSTInfo.fromBER(statement.getValue()).messageImprint;
    return isDigestOf(signed, hashAlgorithm.algorithmId, hashedMessage);
  }
  const [signer] = cms.signerInfos;
  const [digest] = signer?.signedAttrs?.attributes.find(({ type }) => type === MESSAGE_DIGEST)?.values ?? [];
  return digest === undefined || isDigestOf(signed, signer?.digestAlgorithm.algorithmId ?? '', digest as OctetString);
}

function isDigestOf(signed: Uint8Array, algorithm: string, digest: OctetString): boolean {
  const hash = hashes[algorithm];
  if (!hash) throw new Error('unknown digest');
  return createHash(hash).update(signed).digest().equals(Buffer.from(digest.getValue()));
}

function signerOf(cms: SignedData): X509Certificate {
  const sid = cms.signerInfos[0]?.sid;
  const certificates = (cms.certificates ?? []).filter((item): item is Certificate => item instanceof Certificate);
  const own = certificates.find((item) => sid?.serialNumber && item.serialNumber.isEqual(sid.serialNumber)) ?? certificates[0];
  if (!own) throw new Error('no certificate');
  return new X509Certificate(Buffer.from(own.toSchema().toBER()));
}

function names(certificate: X509Certificate): Pick<PdfSignature, 'signer' | 'issuer' | 'selfIssued'> {
  const { subject, issuer } = certificate.toLegacyObject();
  return {
    signer: shown(subject.CN, certificate.subject),
    issuer: shown(issuer.CN, certificate.issuer),
    selfIssued: certificate.subject === certificate.issuer,
  };
}

const LONGEST_NAME = 150;

/** The most precise of the names, without what would break a page or turn its direction. */
function shown(common: string | string[] | undefined, whole: string): string {
  return ([common].flat().at(-1) ?? whole)
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
}

function claimedInstant(cms: SignedData, dictionary: PDFDict): string | null {
  const attribute = cms.signerInfos[0]?.signedAttrs?.attributes.find(({ type }) => type === SIGNING_TIME);
  const [signed] = attribute?.values ?? [];
  if (signed instanceof UTCTime) return signed.toDate().toISOString();
  const written = dictionary.lookup(name('M'));
  return written instanceof PDFString ? (written.decodeDate()?.toISOString() ?? null) : null;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32);
}
