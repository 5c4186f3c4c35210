import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { attachFile, receiveSectionForm } from '../../lib/operations/file.ts';
import { makePageImages } from '../../lib/operations/page-images.ts';
import { receive } from '../../lib/operations/reception.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { downloadableFile, pageImage } from '../../lib/queries/document.ts';
import { currentAnswers } from '../../lib/queries/dossier-answers.ts';
import { pieceView } from '../../lib/queries/piece.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, givenDossier, givenOpenCall, givenPdf, givenPerson, letterPlace, must } from '../support/given.ts';

setUpDatabase();

describe('attaching the letter', () => {
  let lead: Actor;
  let call: string;
  let dossierId: string;
  beforeAll(async () => {
    lead = await givenPerson();
    call = await givenOpenCall();
    dossierId = await givenDossier(lead, call);
  });

  it('stores the file piece by piece and gives it back byte for byte', async () => {
    const pdf = await givenPdf('Une lettre');
    const answer = await must(attachFile(lead, dossierId, letterPlace, pdf, receive()));
    expect((await currentAnswers(dossierId)).lettre?.['lettre-elu']).toEqual(answer);
    const download = await downloadableFile(lead, answer.fileId);
    const pieces = [];
    for await (const piece of download?.pieces ?? []) pieces.push(piece);
    expect(Buffer.concat(pieces).length).toBe(pdf.bytes);
    expect(download).toMatchObject({ name: 'lettre.pdf', bytes: pdf.bytes });
  });

  it('a replaced draft file is removed; a submitted one stays', async () => {
    const first = await must(attachFile(lead, dossierId, letterPlace, await givenPdf('Première'), receive()));
    const second = await must(attachFile(lead, dossierId, letterPlace, await givenPdf('Deuxième'), receive()));
    expect(await prisma().storedFile.findUnique({ where: { id: first.fileId } })).toBeNull();
    expect(await prisma().fileChunk.count({ where: { fileId: first.fileId } })).toBe(0);
    await must(submitDossier(lead, dossierId, 1, receive()));
    await must(attachFile(lead, dossierId, letterPlace, await givenPdf('Troisième'), receive()));
    expect(await prisma().storedFile.findUnique({ where: { id: second.fileId } })).not.toBeNull();
  });

  it('never replaces a document that was not on the page, and keeps nothing of the one it refuses', async () => {
    const own = await givenDossier(lead, await givenOpenCall());
    const attach = async (seen: string) => attachFile(lead, own, letterPlace, await givenPdf(`Vu ${seen}`), receive(), { seen });
    const first = await must(attach(''));
    const simultaneous = await Promise.all([attach(first.fileId), attach(first.fileId), attach('')]);
    expect(simultaneous.filter(({ ok }) => ok)).toHaveLength(1);
    expect(simultaneous.filter(({ ok }) => !ok)).toMatchObject([{ refusal: 'documentReplaced' }, { refusal: 'documentReplaced' }]);
    expect(await prisma().storedFile.count({ where: { dossierId: own } })).toBe(1);
  });

  it('its pages become pictures, for those who may read the dossier and nobody else', async () => {
    const { fileId } = await must(attachFile(lead, dossierId, letterPlace, await givenPdf('Images'), receive()));
    await makePageImages(fileId);
    await makePageImages(fileId);
    expect(await prisma().pageImage.count({ where: { fileId } })).toBe(1);
    expect(Buffer.from((await pageImage(lead, fileId, 1)) ?? []).toString('latin1', 8, 12)).toBe('WEBP');
    for (const stranger of [null, await givenPerson(), await givenPerson('reviewer')]) {
      expect(await pageImage(stranger, fileId, 1)).toBeNull();
      expect(await downloadableFile(stranger, fileId)).toBeNull();
    }
    expect(await pageImage(lead, fileId, 2)).toBeNull();
    expect(await downloadableFile(lead, 'not-a-uuid')).toBeNull();
  });

  it('keeps what was found of its signatures, and tells of another dossier that holds it to those who may read both', async () => {
    const signature = {
      verdict: 'altered',
      timestamp: false,
      signer: 'Élu',
      issuer: 'Autorité',
      claimedAt: null,
      selfIssued: false,
    } as const;
    const letter = { ...(await givenPdf('La même lettre')), signatures: [signature] };
    const answer = await must(attachFile(lead, dossierId, letterPlace, letter, receive()));
    expect(await pieceView(lead, dossierId, answer)).toEqual({ pictures: [], signatures: [signature], otherUses: [] });
    const otherLead = await givenPerson();
    const otherCall = await givenOpenCall();
    const other = await givenDossier(otherLead, otherCall);
    await must(attachFile(otherLead, other, letterPlace, letter, receive()));
    await must(submitDossier(otherLead, other, 1, receive()));

    const reviewer = await givenPerson('reviewer');
    const usesFor = async (actor: Actor) => (await pieceView(actor, dossierId, answer)).otherUses;
    expect(await usesFor(lead)).toEqual([]);
    expect(await usesFor(reviewer)).toEqual([]); // still sealed
    expect(await usesFor(otherLead)).toMatchObject([{ href: `/candidature/${other}` }]);
    await close(otherCall);
    expect(await usesFor(lead)).toEqual([]);
    expect(await usesFor(reviewer)).toMatchObject([{ href: `/instruction/${other}` }]);
  });

  it('nothing of the body is read for a stranger or after the closing', async () => {
    const untouched = () =>
      new Request('http://localhost/', {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: new ReadableStream({ pull: () => Promise.reject(new Error('the body must not be read')) }),
        duplex: 'half',
      } as RequestInit);
    const refused = { ok: false, refusal: 'notFound' };
    expect(await receiveSectionForm(await givenPerson(), dossierId, 'lettre', untouched(), receive())).toMatchObject(refused);
    expect(await receiveSectionForm(lead, dossierId, 'fiche-2', untouched(), receive())).toMatchObject(refused);
    await close(call);
    expect(await receiveSectionForm(lead, dossierId, 'lettre', untouched(), receive())).toMatchObject({ refusal: 'depositClosed' });
    expect(await attachFile(lead, dossierId, letterPlace, await givenPdf(), receive())).toMatchObject({ refusal: 'depositClosed' });
  });
});
