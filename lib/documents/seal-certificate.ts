import { createPrivateKey, type KeyObject, randomUUID, X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { frenchDay } from '../domain/dates.ts';
import { makeDemonstrationCertificate } from './demonstration-certificate.ts';
import type { SealMention } from './paper-base.ts';
import { type CertificateFacts, certificateFacts } from './seal-facts.ts';

/** What it takes to seal: a key and the certificates that say whose it is, the seal's own first. */
export type SealIdentity = {
  key: KeyObject;
  certificates: readonly [X509Certificate, ...X509Certificate[]];
  facts: CertificateFacts;
  /** True for the certificate the service makes for itself. */
  demonstration: boolean;
};

export type SealFiles = { certificateFile: string; keyFile: string; passphrase?: string };

/**
 * Reads the service's seal from PEM files: the certificate with its authorities, in any order, and its private key.
 * @throws Error with one French sentence that says what to correct.
 */
export async function loadSealIdentity(files: SealFiles, now = new Date()): Promise<SealIdentity> {
  const key = readKey(await readPem(files.keyFile, 'clé'), files);
  const all = readCertificates(await readPem(files.certificateFile, 'certificat'), files.certificateFile);
  const own = all.find((certificate) => certificate.checkPrivateKey(key));
  if (!own) throw new Error('La clé du cachet ne correspond pas à son certificat.');
  checkValidity(own, now);
  return { key, certificates: chainOf(own, all), facts: certificateFacts(own), demonstration: false };
}

/**
 * The demonstration seal kept in this folder, made on the first call. The folder appears whole or not at all, so that
 * processes starting together end with one identity.
 * @throws Error with one French sentence when the folder holds something else, or the certificate has expired.
 */
export async function createDemonstrationSeal(folder: string, now = new Date()): Promise<SealIdentity> {
  const files = { certificateFile: path.join(folder, 'certificat.pem'), keyFile: path.join(folder, 'cle.pem') };
  if (!(await exists(files.certificateFile))) await makeFolder(folder, now);
  return { ...(await loadSealIdentity(files, now)), demonstration: true };
}

/** What a paper to be sealed by this identity says of its seal. */
export function sealMention({ facts, demonstration }: SealIdentity): SealMention {
  return { label: facts.signer, qualified: facts.qualified, demonstration };
}

async function makeFolder(folder: string, now: Date): Promise<void> {
  const { certificates, key } = await makeDemonstrationCertificate(now);
  const draft = `${path.resolve(folder)}.${randomUUID()}`;
  await mkdir(draft, { recursive: true, mode: 0o700 });
  try {
    await writeFile(path.join(draft, 'cle.pem'), key, { mode: 0o600, flush: true });
    await writeFile(path.join(draft, 'certificat.pem'), certificates, { flush: true });
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // When another process was first, its identity is the one.
    if (await exists(path.join(folder, 'certificat.pem'))) return;
    throw new Error(`Le cachet de démonstration ne peut pas être créé dans ${folder}\u00a0: ce dossier doit être absent ou vide.`, {
      cause: error,
    });
  }
}

async function exists(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}

async function readPem(file: string, what: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`Le fichier ${file} (${what} du cachet) ne peut pas être lu.`, { cause: error });
  }
}

function readKey(pem: string, { keyFile, passphrase }: SealFiles): KeyObject {
  const isProtected = pem.includes('ENCRYPTED');
  if (isProtected && !passphrase) throw new Error('La clé du cachet est protégée\u00a0: indiquez sa phrase secrète.');
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, passphrase });
  } catch (error) {
    const problem = isProtected
      ? 'La phrase secrète de la clé du cachet n’est pas la bonne.'
      : `Le fichier ${keyFile} ne contient pas de clé privée au format PEM.`;
    throw new Error(problem, { cause: error });
  }
  if (!isStrongEnough(key)) throw new Error(WEAK_KEY);
  return key;
}

const WEAK_KEY = 'La clé du cachet doit être de type RSA (2 048 bits au moins) ou ECDSA (P-256, P-384 ou P-521).';
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];

function isStrongEnough({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  return asymmetricKeyType === 'ec' && CURVES.includes(asymmetricKeyDetails?.namedCurve ?? '');
}

function readCertificates(pem: string, file: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    if (blocks.length > 0) return blocks.map((block) => new X509Certificate(block));
  } catch {
    // Told below in one sentence.
  }
  throw new Error(`Le fichier ${file} ne contient pas de certificat au format PEM.`);
}

/** From the certificate to the last authority given, each issued by the next. What does not belong to it is left out. */
function chainOf(own: X509Certificate, all: X509Certificate[]): [X509Certificate, ...X509Certificate[]] {
  const others = all.filter((certificate) => certificate !== own);
  const issuer = others.find((certificate) => own.checkIssued(certificate) && own.verify(certificate.publicKey));
  return issuer ? [own, ...chainOf(issuer, others)] : [own];
}

function checkValidity(certificate: X509Certificate, now: Date): void {
  const { validFromDate, validToDate } = certificate;
  if (now > validToDate) throw new Error(`Le certificat du cachet a expiré le ${frenchDay(validToDate)}.`);
  if (now < validFromDate) throw new Error(`Le certificat du cachet n’est valable qu’à partir du ${frenchDay(validFromDate)}.`);
}
