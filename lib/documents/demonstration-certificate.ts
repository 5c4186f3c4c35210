import { BitString, Integer, ObjectIdentifier, OctetString, PrintableString, Sequence, Set as SetOf, Utf8String } from 'asn1js';
import { AuthorityKeyIdentifier, BasicConstraints, Certificate, Extension, RelativeDistinguishedNames, Time, TimeType } from 'pkijs';

/** PEM texts of a new seal: its certificate then the authority's, and its private key in PKCS#8. */
export type CertificateFiles = { certificates: string; key: string };

/**
 * Makes an authority and a seal certificate it signs, for installations without a certificate of their own. The
 * authority's key is forgotten at once: it will never sign anything else. The names say that it proves nothing.
 * @param now the certificates are valid from an hour before, for ten years.
 */
export async function makeDemonstrationCertificate(now: Date): Promise<CertificateFiles> {
  const authorityKeys = await newKeys();
  const authority = await newCertificate(AUTHORITY_NAME, authorityKeys, { now, usage: CERTIFICATE_SIGNING, isAuthority: true });
  await authority.sign(authorityKeys.privateKey, 'SHA-256');

  const sealKeys = await newKeys();
  const seal = await newCertificate(SEAL_NAME, sealKeys, { now, usage: DIGITAL_SIGNATURE_AND_NON_REPUDIATION, isAuthority: false });
  seal.issuer = authority.subject;
  seal.extensions?.push(await authorityKeyIdentifier(authority));
  await seal.sign(authorityKeys.privateKey, 'SHA-256');

  return {
    certificates: [seal, authority].map((certificate) => pem('CERTIFICATE', certificate.toSchema().toBER())).join(''),
    key: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', sealKeys.privateKey)),
  };
}

const SEAL_NAME = 'Cachet de démonstration TANI – non qualifié';
const AUTHORITY_NAME = 'Autorité de démonstration TANI – non qualifiée';
const YEARS = 10;

/** Bits of the key usage, RFC 5280, 4.2.1.3. */
const DIGITAL_SIGNATURE_AND_NON_REPUDIATION = 0b1100_0000;
const CERTIFICATE_SIGNING = 0b0000_0110;

function newKeys(): Promise<CryptoKeyPair> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 3072, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' };
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function newCertificate(
  name: string,
  keys: CryptoKeyPair,
  { now, usage, isAuthority }: { now: Date; usage: number; isAuthority: boolean },
): Promise<Certificate> {
  const certificate = new Certificate();
  certificate.version = 2; // counted from zero: X.509 v3
  certificate.serialNumber = new Integer({ valueHex: newSerial() });
  certificate.subject = distinguishedName(name);
  certificate.issuer = certificate.subject;
  certificate.notBefore = time(new Date(now.getTime() - 3_600_000));
  certificate.notAfter = time(new Date(new Date(now).setUTCFullYear(now.getUTCFullYear() + YEARS)));
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  certificate.extensions = [
    extension('2.5.29.19', true, new BasicConstraints({ cA: isAuthority }).toSchema().toBER()),
    extension('2.5.29.15', true, keyUsage(usage)),
    extension('2.5.29.14', false, new OctetString({ valueHex: await certificate.getKeyHash() }).toBER()),
  ];
  return certificate;
}

/** Each part in a set of its own, which the library would otherwise write as one part with three values. */
function distinguishedName(commonName: string): RelativeDistinguishedNames {
  const parts = [
    { type: '2.5.4.6', value: new PrintableString({ value: 'FR' }) },
    { type: '2.5.4.10', value: new Utf8String({ value: 'TANI (démonstration)' }) },
    { type: '2.5.4.3', value: new Utf8String({ value: commonName }) },
  ];
  const sets = parts.map(({ type, value }) => {
    return new SetOf({ value: [new Sequence({ value: [new ObjectIdentifier({ value: type }), value] })] });
  });
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: sets }).toBER());
}

/** RFC 5280, 4.1.2.5: years on two digits until 2049, on four from then on. */
function time(value: Date): Time {
  return new Time({ type: value.getUTCFullYear() < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime, value });
}

/** Sixteen random bytes, positive and without a leading zero, as DER wants them. */
function newSerial(): Uint8Array<ArrayBuffer> {
  const serial = crypto.getRandomValues(new Uint8Array(16));
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}

function keyUsage(bits: number): ArrayBuffer {
  const unusedBits = Math.log2(bits & -bits);
  return new BitString({ valueHex: Uint8Array.of(bits), unusedBits }).toBER();
}

async function authorityKeyIdentifier(authority: Certificate): Promise<Extension> {
  const keyIdentifier = new OctetString({ valueHex: await authority.getKeyHash() });
  return extension('2.5.29.35', false, new AuthorityKeyIdentifier({ keyIdentifier }).toSchema().toBER());
}

function extension(extnID: string, critical: boolean, extnValue: ArrayBuffer): Extension {
  return new Extension({ extnID, critical, extnValue });
}

function pem(label: string, der: ArrayBuffer): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g);
  return `-----BEGIN ${label}-----\n${lines?.join('\n')}\n-----END ${label}-----\n`;
}
