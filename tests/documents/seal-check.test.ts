import { describe, expect, test } from 'vitest';
import { composePaper } from '../../lib/documents/paper.ts';
import { sealPdf } from '../../lib/documents/seal.ts';
import { checkSeal } from '../../lib/documents/seal-check.ts';
import { dossierAnswering } from './samples.ts';
import { sealIdentity } from './seals.ts';

const identity = await sealIdentity();
const sealing = { reason: 'Essai', location: 'Paris' };
const { pdf: composed, sealBlock } = await composePaper({ kind: 'dossier', data: dossierAnswering('Réponse.') });
const { pdf: sealed, facts } = await sealPdf(composed, identity, { ...sealing, field: sealBlock });
const text = Buffer.from(sealed).toString('latin1');
const gap = /\/ByteRange \[ 0 (\d+) (\d+) (\d+) +\]/.exec(text)?.slice(1, 3).map(Number) ?? [];
const [start = 0, end = 0] = gap;
const UNSEALED = { valid: false, reason: 'Ce document n’est pas scellé.' };
const MODIFIED = { valid: false, reason: 'Le document a été modifié après avoir été scellé, ou le sceau est faux.' };
const INCOMPLETE = { valid: false, reason: 'Le sceau ne couvre pas tout le fichier\u00a0: quelque chose a été ajouté ou retiré.' };

describe('the check of a seal', () => {
  test('accepts the file as it was sealed', async () => {
    expect(await checkSeal(sealed)).toEqual({ valid: true, facts });
  });

  test('refuses any file in which one byte changed, wherever it is', { timeout: 60_000 }, async () => {
    const places = [...spread(0, sealed.length, 150), ...spread(start, end, 100), ...spread(end, sealed.length, 50)];
    const accepted: number[] = [];
    for (const place of places) if ((await checkSeal(changed(place))).valid) accepted.push(place);
    expect(accepted).toEqual([]);
  });

  test('says that the document was modified when a signed byte changed', async () => {
    expect(await checkSeal(changed(text.indexOf('/Title (') + '/Title ('.length + 2))).toEqual(MODIFIED);
  });

  test('refuses another spelling of the same signature', async () => {
    const upper = text.slice(0, start) + text.slice(start, end).toUpperCase() + text.slice(end);
    expect((await checkSeal(Buffer.from(upper, 'latin1'))).valid).toBe(false);
    const padded = `${text.slice(0, end - 2)}1>${text.slice(end)}`;
    expect((await checkSeal(Buffer.from(padded, 'latin1'))).valid).toBe(false);
  });

  test('refuses what is added at the end, even one line feed', async () => {
    expect(await checkSeal(Buffer.concat([sealed, Buffer.from('\n')]))).toEqual(INCOMPLETE);
    const update = '\n1 0 obj\n<< /Type /Pages /Count 0 /Kids [] >>\nendobj\ntrailer\n<< >>\nstartxref\n0\n%%EOF';
    expect((await checkSeal(Buffer.concat([sealed, Buffer.from(update)]))).valid).toBe(false);
  });

  test('refuses a truncated file', async () => {
    expect((await checkSeal(sealed.subarray(0, -1))).valid).toBe(false);
    expect((await checkSeal(sealed.subarray(0, start + 100))).valid).toBe(false);
    expect(await checkSeal(sealed.subarray(0, composed.length))).toEqual(UNSEALED);
  });

  test('refuses the seal of another document', async () => {
    const other = await composePaper({ kind: 'dossier', data: dossierAnswering('Réponsf.') });
    const { pdf } = await sealPdf(other.pdf, identity, { ...sealing, field: other.sealBlock });
    const signature = /<3082[0-9a-f]+>/.exec(Buffer.from(pdf).toString('latin1'))?.[0] ?? '';
    const transplanted = text.slice(0, start) + signature + text.slice(end);
    expect(await checkSeal(Buffer.from(transplanted, 'latin1'))).toEqual(MODIFIED);
  });

  test('tells another’s seal by its certificate', async () => {
    const stranger = await sealIdentity();
    const { pdf } = await sealPdf(composed, stranger, { ...sealing, field: sealBlock });
    const check = await checkSeal(pdf);
    expect(check.valid && check.facts.signer).toBe(facts.signer);
    expect(check.valid && check.facts.certificateSha256).not.toBe(facts.certificateSha256);
  });

  test.each([
    ['nothing', ''],
    ['a text', 'bonjour'],
    ['the beginning of a PDF', '%PDF-1.7\n'],
    ['a PDF without pages', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF'],
  ])('answers with a reason when given %s', async (_, bytes) => {
    expect(await checkSeal(Buffer.from(bytes))).toMatchObject({ valid: false, reason: expect.stringMatching(/\.$/) });
  });

  test('says of a composed document that it is not sealed', async () => {
    expect(await checkSeal(composed)).toEqual(UNSEALED);
  });
});

/** The file with one bit of one byte changed, chosen so that a hexadecimal digit stays one. */
function changed(place: number): Uint8Array {
  const bytes = new Uint8Array(sealed);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return bytes;
}

/** So many places from one to another, evenly spread. */
function spread(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, rank) => from + Math.floor(((to - from) * rank) / count));
}
