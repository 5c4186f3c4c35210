import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkSeal } from '../../lib/documents/seal-check.ts';
import type { Actor } from '../../lib/domain/actor.ts';
import type { CharterChoices } from '../../lib/domain/charter.ts';
import { readPieces } from '../../lib/infra/files.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { sha256 } from '../../lib/infra/sha256.ts';
import { issueCharter } from '../../lib/operations/charter.ts';
import { composeOrderedDocument } from '../../lib/operations/document-composition.ts';
import { receive } from '../../lib/operations/reception.ts';
import { downloadablePaper } from '../../lib/queries/document.ts';
import { publicPaper } from '../../lib/queries/verification.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, givenOpenCall, givenPerson, givenSubmittedDossier } from '../support/given.ts';

setUpDatabase();

const choices: CharterChoices = {
  versionCode: 'v3',
  measureCodes: ['AIDANTS', 'GOUVERNANCE'],
  signatories: [
    { side: 'state', name: 'Alix Moreau', title: 'Ministre' },
    { side: 'territory', name: 'Dominique Lanier', title: 'Présidence' },
  ],
  place: 'Ajaccio',
  signedOn: '2031-01-16',
  referent: { name: 'Camille', contact: 'camille@test.example' },
};

async function bytesOf(documentId: string): Promise<Buffer> {
  const { fileId } = await prisma().issuedDocument.findUniqueOrThrow({ where: { id: documentId } });
  const pieces = [];
  for await (const piece of readPieces(fileId ?? '')) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('the papers of a dossier', () => {
  let lead: Actor;
  let administrator: Actor;
  let dossierId: string;
  beforeAll(async () => {
    [lead, administrator] = [await givenPerson(), await givenPerson('administrator')];
    const call = await givenOpenCall();
    dossierId = await givenSubmittedDossier(lead, call, { 'fiche-2': { '2-1': '👩‍💻 你好 \u0007 مرحبا « ½ »' } });
    await close(call);
  });

  it('when sealing fails the act stands and the paper stays in preparation, with the error; the next try issues it', async () => {
    const seal = path.join(process.env.DATA_DIR ?? '', 'seal');
    mkdirSync(seal, { recursive: true });
    writeFileSync(path.join(seal, 'certificat.pem'), 'not a certificate');
    writeFileSync(path.join(seal, 'cle.pem'), 'not a key');
    const receipt = await prisma().issuedDocument.findFirstOrThrow({ where: { dossierId, kind: 'receipt' } });
    await expect(composeOrderedDocument(receipt.id)).rejects.toThrow();
    expect(await prisma().issuedDocument.findUnique({ where: { id: receipt.id } })).toMatchObject({
      state: 'preparing',
      attempts: 1,
      lastError: expect.any(String),
    });
    expect(await prisma().dossier.findUnique({ where: { id: dossierId } })).toMatchObject({ status: 'submitted' });
    expect(await downloadablePaper(lead, receipt.code)).toBeNull();

    rmSync(seal, { recursive: true });
    await composeOrderedDocument(receipt.id);
    const ready = await prisma().issuedDocument.findUniqueOrThrow({ where: { id: receipt.id } });
    expect(ready).toMatchObject({ state: 'ready', attempts: 2, lastError: null });
    const pdf = await bytesOf(receipt.id);
    expect(sha256(pdf)).toBe(ready.sha256);
    expect(await checkSeal(pdf)).toMatchObject({ valid: true });
  });

  it('a paper composed twice is issued once, and then never changes', async () => {
    const dossier = await prisma().issuedDocument.findFirstOrThrow({ where: { dossierId, kind: 'dossier' } });
    await Promise.allSettled([composeOrderedDocument(dossier.id), composeOrderedDocument(dossier.id)]);
    await composeOrderedDocument(dossier.id);
    const { number } = await prisma().dossier.findUniqueOrThrow({ where: { id: dossierId } });
    expect(await prisma().storedFile.count({ where: { name: `dossier-${number}-v1.pdf` } })).toBe(1);
    await expect(prisma().issuedDocument.update({ where: { id: dossier.id }, data: { sha256: '0'.repeat(64) } })).rejects.toThrow(/frozen/);
    await expect(prisma().issuedDocument.delete({ where: { id: dossier.id } })).rejects.toThrow(/frozen/);
  });

  it('a charter is for laureates, once, with two measures of its version', async () => {
    expect(await issueCharter(administrator, dossierId, choices, receive())).toMatchObject({ ok: false, refusal: 'wrongStatus' });
    await prisma().dossier.update({ where: { id: dossierId }, data: { status: 'laureate' } });
    expect(await issueCharter(lead, dossierId, choices, receive())).toMatchObject({ ok: false, refusal: 'notFound' });
    for (const measureCodes of [['AIDANTS'], ['AIDANTS', 'AIDANTS'], ['AIDANTS', 'NOTHING']]) {
      const refused = await issueCharter(administrator, dossierId, { ...choices, measureCodes }, receive());
      expect(refused).toMatchObject({ ok: false, refusal: 'invalid', problems: { measures: expect.any(String) } });
    }
    const v1 = await issueCharter(
      administrator,
      dossierId,
      { ...choices, versionCode: 'v1', measureCodes: ['AIDANTS', 'NEC_LOCAL'] },
      receive(),
    );
    expect(v1).toMatchObject({ ok: false, problems: { measures: expect.stringContaining('n’existe pas') } });

    const results = await Promise.all([1, 2, 3].map(() => issueCharter(administrator, dossierId, choices, receive())));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok).map((result) => !result.ok && result.refusal)).toEqual([
      'charterExists',
      'charterExists',
    ]);
  });

  it('the sealed charter is told to the territory, and anyone with its code learns who is to sign what', async () => {
    const charter = await prisma().issuedDocument.findFirstOrThrow({ where: { dossierId, kind: 'charter' } });
    expect(await publicPaper(charter.code.toLowerCase())).toMatchObject({ ready: false, sha256: null });
    await composeOrderedDocument(charter.id);
    const paper = await publicPaper(charter.code);
    expect(paper).toMatchObject({
      ready: true,
      fictitious: true,
      seal: { demonstration: true, qualified: false, level: 'PAdES-B-B' },
      charter: {
        place: 'Ajaccio',
        signedOn: '2031-01-16',
        measures: ['Formation et outillage des aidants numériques', 'Instance locale de gouvernance'],
      },
    });
    const mail = await prisma().mail.findFirstOrThrow({ where: { dossierId, subject: { contains: 'charte' } } });
    expect(mail).toMatchObject({ toAddress: lead.email, text: expect.stringContaining(charter.code) });
    expect(await downloadablePaper(lead, charter.code)).not.toBeNull();
    expect(await downloadablePaper(await givenPerson(), charter.code)).toBeNull();
    expect(await publicPaper('AAAA-BBBB-CCCC')).toBeNull();
  });

  it('receipts and dossiers say nothing of their content to who holds the code', async () => {
    const receipt = await prisma().issuedDocument.findFirstOrThrow({ where: { dossierId, kind: 'receipt' } });
    expect(await publicPaper(receipt.code)).toMatchObject({ charter: null });
    expect(JSON.stringify(await publicPaper(receipt.code))).not.toContain(lead.email);
  });

  it('those of a version submitted again since say so, a charter does not', async () => {
    const [receipt, charter] = await Promise.all(
      (['receipt', 'charter'] as const).map((kind) => prisma().issuedDocument.findFirstOrThrow({ where: { dossierId, kind } })),
    );
    expect(await publicPaper(receipt?.code ?? '')).toMatchObject({ kind: 'receipt', replaced: false });
    await prisma().dossier.update({ where: { id: dossierId }, data: { submittedVersion: 2 } });
    expect(await publicPaper(receipt?.code ?? '')).toMatchObject({ replaced: true });
    expect(await publicPaper(charter?.code ?? '')).toMatchObject({ kind: 'charter', replaced: false });
  });
});
