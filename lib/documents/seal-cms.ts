import { createHash, type KeyObject, sign, verify, X509Certificate } from 'node:crypto';
import { Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

/** Why a seal is refused, as a French sentence to show. */
export class SealProblem extends Error {}

/** A detached signature taken apart: what it signs, with what, and for whom. */
type Parts = { digest: Uint8Array; certificates: readonly X509Certificate[]; signature: Uint8Array };

/**
 * The detached CMS signature of a digest, in DER, as PAdES baseline B-B asks (ETSI EN 319 142-1, 6.3): content type,
 * message digest and reference to the certificate are signed; the time is not, it stands in the PDF's own dictionary.
 * Intermediate authorities are carried; roots are not, since whoever trusts one already has it.
 * @param digest SHA-256 of the bytes signed.
 */
export function signCms(
  digest: Uint8Array,
  key: KeyObject,
  [own, ...authorities]: readonly [X509Certificate, ...X509Certificate[]],
): Uint8Array {
  const certificates = [own, ...authorities.filter((authority) => !isSelfSigned(authority))];
  return encode({ digest, certificates, signature: sign('sha256', toSign(digest, own), key) });
}

/**
 * The certificates of a detached signature of this digest, the signer's first.
 * @throws SealProblem when it is not exactly what `signCms` writes: another digest, a false signature, a broken chain,
 * one byte more or less.
 */
export function openCms(der: Uint8Array, digest: Uint8Array): [X509Certificate, ...X509Certificate[]] {
  const { certificates, signature } = read(der);
  const [own, ...authorities] = certificates;
  if (!own) throw new SealProblem('Le sceau ne contient pas de certificat.');
  if (!verify('sha256', toSign(digest, own), own.publicKey, signature)) {
    throw new SealProblem('Le document a été modifié après avoir été scellé, ou le sceau est faux.');
  }
  // A signature has many spellings; only one is accepted, so that no byte of it can change unseen.
  if (Buffer.compare(encode({ digest, certificates, signature }), der) !== 0) {
    throw new SealProblem('Le sceau n’est pas au format attendu.');
  }
  if (!authorities.every((authority, rank) => isIssuedBy(certificates[rank] ?? own, authority))) {
    throw new SealProblem('Les certificats du sceau ne se suivent pas.');
  }
  return [own, ...authorities];
}

function isIssuedBy(certificate: X509Certificate, authority: X509Certificate): boolean {
  return certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
}

function isSelfSigned(certificate: X509Certificate): boolean {
  return isIssuedBy(certificate, certificate);
}

const SHA_256 = '2.16.840.1.101.3.4.2.1';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const RSA_WITH_SHA_256 = '1.2.840.113549.1.1.11';
const ECDSA_WITH_SHA_256 = '1.2.840.10045.4.3.2';

function read(der: Uint8Array): Omit<Parts, 'digest'> {
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(der)).content });
    const certificates = (signed.certificates ?? []).flatMap((item) => (item instanceof Certificate ? [item.toSchema().toBER()] : []));
    const [signer] = signed.signerInfos;
    if (!signer) throw new Error('no signer');
    return {
      certificates: certificates.map((bytes) => new X509Certificate(Buffer.from(bytes))),
      signature: signer.signature.valueBlock.valueHexView,
    };
  } catch (error) {
    throw new SealProblem('Le sceau ne peut pas être lu.', { cause: error });
  }
}

/** The attributes as they are signed: a SET, where the message carries them under a context tag (RFC 5652, 5.4). */
function toSign(digest: Uint8Array, certificate: X509Certificate): Uint8Array {
  const bytes = new Uint8Array(signedAttributes(digest, certificate).toSchema().toBER());
  bytes[0] = 0x31;
  return bytes;
}

/** In the order DER gives to the members of a SET: shortest first. */
function signedAttributes(digest: Uint8Array, certificate: X509Certificate): SignedAndUnsignedAttributes {
  const attributes = [
    new Attribute({ type: CONTENT_TYPE, values: [new ObjectIdentifier({ value: ContentInfo.DATA })] }),
    new Attribute({ type: MESSAGE_DIGEST, values: [octets(digest)] }),
    new Attribute({ type: SIGNING_CERTIFICATE_V2, values: [certificateReference(certificate)] }),
  ];
  return new SignedAndUnsignedAttributes({ type: 0, attributes });
}

/** RFC 5035, ESSCertIDv2: the certificate's SHA-256, which is the default algorithm and therefore not named. */
function certificateReference(certificate: X509Certificate): Sequence {
  const reference = new Sequence({ value: [octets(createHash('sha256').update(certificate.raw).digest())] });
  return new Sequence({ value: [new Sequence({ value: [reference] })] });
}

function encode({ digest, certificates, signature }: Parts): Uint8Array {
  const parsed = certificates.map((certificate) => Certificate.fromBER(new Uint8Array(certificate.raw)));
  const [own] = parsed;
  const [certificate] = certificates;
  if (!own || !certificate) throw new SealProblem('Le sceau ne contient pas de certificat.');
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
    signedAttrs: signedAttributes(digest, certificate),
    signatureAlgorithm: signatureAlgorithm(certificate.publicKey),
    signature: octets(signature),
  });
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: SHA_256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: ContentInfo.DATA }),
    certificates: parsed,
    signerInfos: [signer],
  });
  const content = signed.toSchema(true);
  return new Uint8Array(new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content }).toSchema().toBER());
}

function signatureAlgorithm(key: KeyObject): AlgorithmIdentifier {
  return key.asymmetricKeyType === 'ec'
    ? new AlgorithmIdentifier({ algorithmId: ECDSA_WITH_SHA_256 })
    : new AlgorithmIdentifier({ algorithmId: RSA_WITH_SHA_256, algorithmParams: new Null() });
}

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: new Uint8Array(bytes) });
}
