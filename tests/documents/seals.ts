import { generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ObjectIdentifier, Sequence } from 'asn1js';
import { Certificate, Extension } from 'pkijs';
import { afterAll } from 'vitest';
import { makeDemonstrationCertificate } from '../../lib/documents/demonstration-certificate.ts';
import { loadSealIdentity, type SealFiles, type SealIdentity } from '../../lib/documents/seal-certificate.ts';

/** A folder of its own for a test, removed when the tests of the file are over. */
export function newFolder(): string {
  return mkdtempSync(path.join(parent, 'seal-'));
}

const parent = mkdtempSync(path.join(tmpdir(), 'tani-documents-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** Files of a seal made on that day, valid for ten years. */
export async function sealFiles(madeOn = new Date()): Promise<SealFiles> {
  const { certificates, key } = await makeDemonstrationCertificate(madeOn);
  return writeFiles(certificates, key);
}

export async function sealIdentity(): Promise<SealIdentity> {
  return loadSealIdentity(await sealFiles());
}

/** A seal with an elliptic key, self-signed, whose certificate declares itself qualified. */
export async function qualifiedEllipticFiles(): Promise<SealFiles> {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [own] = await templates();
  own.issuer = own.subject;
  own.extensions = [new Extension({ extnID: '1.3.6.1.5.5.7.1.3', extnValue: qualifiedCompliance().toBER() })];
  return writeFiles(await signed(own, keys.publicKey, keys.privateKey), pem(keys.privateKey));
}

/** A seal issued by an intermediate authority, whose own issuer is not given. */
export async function intermediateFiles(): Promise<SealFiles> {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const authorityKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [own, authority] = await templates();
  authority.issuer = own.subject;
  own.extensions = authority.extensions = undefined;
  const certificates = [
    await signed(own, keys.publicKey, authorityKeys.privateKey),
    await signed(authority, authorityKeys.publicKey, keys.privateKey),
  ];
  return writeFiles(certificates.join(''), pem(keys.privateKey));
}

export function writeFiles(certificates: string, key: string): SealFiles {
  const folder = newFolder();
  const files = { certificateFile: path.join(folder, 'c.pem'), keyFile: path.join(folder, 'k.pem') };
  writeFileSync(files.certificateFile, certificates);
  writeFileSync(files.keyFile, key);
  return files;
}

async function templates(): Promise<[Certificate, Certificate]> {
  const { certificates } = await makeDemonstrationCertificate(new Date());
  const parsed = certificates
    .match(/(?<=BEGIN CERTIFICATE-----)[^-]+/g)
    ?.map((base64) => Certificate.fromBER(Buffer.from(base64, 'base64')));
  return parsed as [Certificate, Certificate];
}

/** The certificate in PEM, for this key, signed by that one. */
async function signed(certificate: Certificate, publicKey: KeyObject, signer: KeyObject): Promise<string> {
  await certificate.subjectPublicKeyInfo.importKey(await webKey(publicKey, 'spki', 'verify'));
  await certificate.sign(await webKey(signer, 'pkcs8', 'sign'), 'SHA-256');
  return new X509Certificate(Buffer.from(certificate.toSchema().toBER())).toString();
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** ETSI EN 319 412-5: QcCompliance. */
function qualifiedCompliance(): Sequence {
  return new Sequence({ value: [new Sequence({ value: [new ObjectIdentifier({ value: '0.4.0.1862.1.1' })] })] });
}

function webKey(key: KeyObject, format: 'spki' | 'pkcs8', usage: KeyUsage): Promise<CryptoKey> {
  const der = new Uint8Array(key.export({ type: format, format: 'der' } as never) as unknown as Buffer);
  return crypto.subtle.importKey(format, der, { name: 'ECDSA', namedCurve: 'P-256' }, true, [usage]);
}
