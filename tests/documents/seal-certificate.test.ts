import { execFile } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createDemonstrationSeal, loadSealIdentity, sealMention } from '../../lib/documents/seal-certificate.ts';
import { newFolder, qualifiedEllipticFiles, sealFiles, writeFiles } from './seals.ts';

describe('the service’s own certificate', () => {
  test('is read with its authority, its names and its dates', async () => {
    const identity = await loadSealIdentity(await sealFiles(new Date('2026-01-16T10:00:00Z')), new Date('2026-06-01'));
    expect(identity.certificates).toHaveLength(2);
    expect(identity.demonstration).toBe(false);
    expect(identity.facts).toMatchObject({
      signer: 'Cachet de démonstration TANI – non qualifié',
      issuer: 'Autorité de démonstration TANI – non qualifiée',
      notBefore: '2026-01-16T09:00:00.000Z',
      notAfter: '2036-01-16T10:00:00.000Z',
      qualified: false,
    });
  });

  test('is found among its authorities whatever their order, and strangers are left out', async () => {
    const files = await sealFiles();
    const [own, authority] = readFileSync(files.certificateFile, 'utf8').split(/(?<=END CERTIFICATE-----\n)/);
    const stranger = readFileSync((await sealFiles()).certificateFile, 'utf8');
    writeFileSync(files.certificateFile, `${stranger}${authority}${own}`);
    const identity = await loadSealIdentity(files);
    expect(identity.certificates.map((certificate) => certificate.toString())).toEqual([own, authority]);
  });

  test('may have an elliptic key and declare itself qualified', async () => {
    const identity = await loadSealIdentity(await qualifiedEllipticFiles());
    expect(identity.key.asymmetricKeyType).toBe('ec');
    expect(identity.facts.qualified).toBe(true);
  });

  test('may have its key protected by a passphrase', async () => {
    const files = await protectedFiles('ouvre-toi');
    await expect(loadSealIdentity(files)).rejects.toThrow('La clé du cachet est protégée\u00a0: indiquez sa phrase secrète.');
    await expect(loadSealIdentity({ ...files, passphrase: 'non' })).rejects.toThrow(
      'La phrase secrète de la clé du cachet n’est pas la bonne.',
    );
    await expect(loadSealIdentity({ ...files, passphrase: 'ouvre-toi' })).resolves.toHaveProperty('facts.qualified', false);
  });

  test.each([
    [
      'the key of another',
      async () => ({ ...(await sealFiles()), keyFile: (await sealFiles()).keyFile }),
      'La clé du cachet ne correspond pas à son certificat.',
    ],
    ['a weak key', async () => writeFiles('', weakKey()), 'doit être de type RSA (2 048 bits au moins)'],
    ['an old certificate', () => sealFiles(new Date('2010-03-01T12:00:00Z')), 'Le certificat du cachet a expiré le 1er mars 2020.'],
    ['a future certificate', () => sealFiles(new Date('2040-03-02T12:00:00Z')), 'n’est valable qu’à partir du 2 mars 2040.'],
    [
      'no file',
      () => ({ certificateFile: '/nulle/part', keyFile: '/nulle/part' }),
      'Le fichier /nulle/part (clé du cachet) ne peut pas être lu.',
    ],
    [
      'not a key',
      async () => writeFiles(readFileSync((await sealFiles()).certificateFile, 'utf8'), 'bonjour'),
      'ne contient pas de clé privée au format PEM.',
    ],
    [
      'not a certificate',
      async () => writeFiles('bonjour', readFileSync((await sealFiles()).keyFile, 'utf8')),
      'ne contient pas de certificat au format PEM.',
    ],
    [
      'a garbled certificate',
      async () => writeFiles(garbled, readFileSync((await sealFiles()).keyFile, 'utf8')),
      'ne contient pas de certificat au format PEM.',
    ],
  ])('is refused with one sentence: %s', async (_, files, sentence) => {
    await expect(loadSealIdentity(await files(), new Date('2026-06-01'))).rejects.toThrow(sentence);
  });
});

describe('the demonstration seal', () => {
  test('is made once, then reused', async () => {
    const folder = path.join(newFolder(), 'sceau');
    const first = await createDemonstrationSeal(folder);
    const second = await createDemonstrationSeal(folder);
    expect(second.facts).toEqual(first.facts);
    expect(sealMention(first)).toEqual({ label: first.facts.signer, qualified: false, demonstration: true });
    expect(readdirSync(folder).sort()).toEqual(['certificat.pem', 'cle.pem']);
    expect(statSync(path.join(folder, 'cle.pem')).mode & 0o777).toBe(0o600);
  });

  test('is one, whatever the number of processes that start together', { timeout: 30_000 }, async () => {
    const parent = newFolder();
    const folder = path.join(parent, 'sceau');
    const script = `import { createDemonstrationSeal } from ${JSON.stringify(path.resolve('lib/documents/seal-certificate.ts'))};
      console.log((await createDemonstrationSeal(${JSON.stringify(folder)})).facts.certificateSha256);`;
    const starts = Array.from({ length: 6 }, () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]));
    const fingerprints = (await Promise.all(starts)).map(({ stdout }) => stdout.trim());
    expect(new Set(fingerprints).size).toBe(1);
    expect(fingerprints[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(readdirSync(parent)).toEqual(['sceau']);
  });

  test('refuses a folder that holds something else', async () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, 'notes.txt'), 'à garder');
    await expect(createDemonstrationSeal(folder)).rejects.toThrow(`${folder}\u00a0: ce dossier doit être absent ou vide.`);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });
});

function weakKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

const garbled = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';

async function protectedFiles(passphrase: string) {
  const files = await sealFiles();
  const key = createPrivateKey(readFileSync(files.keyFile, 'utf8'));
  writeFileSync(files.keyFile, key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }));
  return files;
}
