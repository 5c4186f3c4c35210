import { createHash } from 'node:crypto';
import { Integer, ObjectIdentifier, OctetString, PrintableString, UTCTime } from 'asn1js';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from 'pdf-lib';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TSTInfo,
} from 'pkijs';

const ROOM = 12_000;
const OFFSET = 9_999_999_999;
const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
const DATA = '1.2.840.113549.1.7.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

/** Somebody who signs PDFs with their own tool, as a town hall's signature book does. */
export type OutsideSigner = { keys: CryptoKeyPair; certificate: Certificate };

export async function outsideSigner(name: string, issuer?: { name: string; signer: OutsideSigner }): Promise<OutsideSigner> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: Math.ceil(name.length * 7) }) });
  certificate.subject.typesAndValues.push(commonName(name));
  certificate.issuer.typesAndValues.push(commonName(issuer?.name ?? name));
  certificate.notBefore.value = new Date('2020-01-01');
  certificate.notAfter.value = new Date('2040-01-01');
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(issuer?.signer.keys.privateKey ?? keys.privateKey, 'SHA-256');
  return { keys, certificate };
}

/** The PDF with one more signature, added after its last byte. `timestamp`: a proof of date instead. */
export async function signedElsewhere(
  pdf: Uint8Array,
  signer: OutsideSigner,
  options: { at?: Date; timestamp?: boolean; subFilter?: string } = {},
): Promise<Uint8Array> {
  const { at = new Date('2026-03-04T10:30:00Z'), timestamp = false } = options;
  const subFilter = options.subFilter ?? (timestamp ? 'ETSI.RFC3161' : 'adbe.pkcs7.detached');
  const prepared = Buffer.from(await withEmptySignature(pdf, subFilter));
  const start = prepared.lastIndexOf(`<${'0'.repeat(ROOM)}>`);
  const end = start + ROOM + 2;
  const kept = `0 ${OFFSET} ${OFFSET} ${OFFSET}`;
  prepared.write(`0 ${start} ${end} ${prepared.length - end}`.padEnd(kept.length), prepared.lastIndexOf(kept), 'latin1');
  const signed = Buffer.concat([prepared.subarray(0, start), prepared.subarray(end)]);
  const message = timestamp ? await dated(signed, signer, at) : await detached(signed, signer, at);
  prepared.write(message.toString('hex'), start + 1, 'latin1');
  return new Uint8Array(prepared);
}

async function withEmptySignature(pdf: Uint8Array, subFilter: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
  const { context, catalog } = document;
  const value = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: subFilter,
      ByteRange: [0, OFFSET, OFFSET, OFFSET],
      Contents: PDFHexString.of('0'.repeat(ROOM)),
    }),
  );
  const field = context.register(context.obj({ FT: 'Sig', T: PDFHexString.fromText(`Signature ${value.objectNumber}`), V: value }));
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
  const fields = form?.lookupMaybe(PDFName.of('Fields'), PDFArray)?.asArray() ?? [];
  catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [...fields, field], SigFlags: PDFNumber.of(3) }));
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

async function detached(signed: Uint8Array, { keys, certificate }: OutsideSigner, at: Date): Promise<Buffer> {
  const cms = unsigned(certificate, new EncapsulatedContentInfo({ eContentType: DATA }), signed, at);
  await cms.sign(keys.privateKey, 0, 'SHA-256', Uint8Array.from(signed).buffer);
  return wrapped(cms);
}

async function dated(signed: Uint8Array, { keys, certificate }: OutsideSigner, at: Date): Promise<Buffer> {
  const hashAlgorithm = new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' });
  const hashedMessage = new OctetString({ valueHex: digestOf(signed) });
  const statement = new TSTInfo({
    version: 1,
    policy: '1.2.3.4',
    messageImprint: new MessageImprint({ hashAlgorithm, hashedMessage }),
    serialNumber: new Integer({ value: 1 }),
    genTime: at,
  });
  const said = Uint8Array.from(new Uint8Array(statement.toSchema().toBER()));
  const content = new EncapsulatedContentInfo({ eContentType: TST_INFO, eContent: new OctetString({ valueHex: said.buffer }) });
  const cms = unsigned(certificate, content, said, at);
  await cms.sign(keys.privateKey, 0, 'SHA-256');
  return wrapped(cms);
}

function unsigned(certificate: Certificate, encapContentInfo: EncapsulatedContentInfo, content: Uint8Array, at: Date): SignedData {
  const attributes = [
    new Attribute({ type: '1.2.840.113549.1.9.3', values: [new ObjectIdentifier({ value: encapContentInfo.eContentType })] }),
    new Attribute({ type: '1.2.840.113549.1.9.5', values: [new UTCTime({ valueDate: at })] }),
    new Attribute({ type: '1.2.840.113549.1.9.4', values: [new OctetString({ valueHex: digestOf(content) })] }),
  ];
  const sid = new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber });
  const signer = new SignerInfo({ version: 1, sid, signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }) });
  return new SignedData({ version: 1, encapContentInfo, signerInfos: [signer], certificates: [certificate] });
}

function wrapped(cms: SignedData): Buffer {
  return Buffer.from(new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: cms.toSchema(true) }).toSchema().toBER());
}

function digestOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(createHash('sha256').update(bytes).digest()).buffer;
}

function commonName(value: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type: '2.5.4.3', value: new PrintableString({ value }) });
}
