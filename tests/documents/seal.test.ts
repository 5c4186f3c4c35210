import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { composePaper, type Paper } from '../../lib/documents/paper.ts';
import { sealPdf } from '../../lib/documents/seal.ts';
import { loadSealIdentity } from '../../lib/documents/seal-certificate.ts';
import { checkSeal } from '../../lib/documents/seal-check.ts';
import { textOf } from './pdf-text.ts';
import { charterPaper, dossierPaper, receiptPaper } from './samples.ts';
import { intermediateFiles, newFolder, qualifiedEllipticFiles, sealIdentity } from './seals.ts';

const papers: Paper[] = [
  { kind: 'charter', data: charterPaper() },
  { kind: 'receipt', data: receiptPaper() },
  { kind: 'dossier', data: dossierPaper() },
];
const request = { reason: 'Charte signée', location: 'Amiens', sealedAt: new Date('2027-01-16T10:00:00Z') };
const identity = await sealIdentity();
const name = (text: string) => PDFName.of(text);

describe.each(papers)('sealing the $kind', async (paper) => {
  const composed = await composePaper(paper);
  const sealed = await sealPdf(composed.pdf, identity, { ...request, field: composed.sealBlock });

  test('leaves the composed bytes untouched, at the beginning', () => {
    expect(Buffer.compare(sealed.pdf.subarray(0, composed.pdf.length), composed.pdf)).toBe(0);
    expect(sealed.pdf.length - composed.pdf.length).toBeLessThan(45_000);
  });

  test('tells who, when and how, and the check agrees', async () => {
    expect(sealed.facts).toEqual({ ...identity.facts, sealedAt: '2027-01-16T10:00:00.000Z', level: 'PAdES-B-B' });
    expect(await checkSeal(sealed.pdf)).toEqual({ valid: true, facts: sealed.facts });
  });

  test('changes no word of it', async () => {
    expect(await textOf(sealed.pdf)).toBe(await textOf(composed.pdf));
  });

  test('puts the field over the seal block, printable, named, and in the structure of the document', async () => {
    const document = await PDFDocument.load(sealed.pdf);
    const page = document.getPage(composed.sealBlock.page - 1);
    const fields = document.catalog.lookup(name('AcroForm'), PDFDict).lookup(name('Fields'), PDFArray);
    const widget = fields.lookup(0, PDFDict);
    const { x, y, width, height } = composed.sealBlock;
    const rectangle = widget.lookup(name('Rect'), PDFArray).asRectangle();
    expect(rectangle.x).toBeCloseTo(x, 1);
    expect(rectangle.y).toBeCloseTo(page.getHeight() - y - height, 1);
    expect(rectangle.width).toBeCloseTo(width, 1);
    expect(widget.lookup(name('F'), PDFNumber).asNumber()).toBe(132);
    expect(widget.lookup(name('AP'), PDFDict).has(name('N'))).toBe(true);
    expect(widget.get(name('TU'))).toBeDefined();
    expect(page.node.Annots()?.asArray()).toContain(fields.get(0));
    expect(await structureElementOf(document, widget)).toBe('/Form');
  });

  test('certifies the document: no change is allowed', async () => {
    const { catalog } = await PDFDocument.load(sealed.pdf);
    const signature = catalog.lookup(name('Perms'), PDFDict).lookup(name('DocMDP'), PDFDict);
    const reference = signature.lookup(name('Reference'), PDFArray).lookup(0, PDFDict);
    expect(reference.lookup(name('TransformParams'), PDFDict).get(name('P'))?.toString()).toBe('1');
    expect(signature.get(name('SubFilter'))?.toString()).toBe('/ETSI.CAdES.detached');
  });

  test.skipIf(!isInstalled('pdfsig', '-v'))('pdfsig finds it valid and whole', () => {
    const report = execFileSync('pdfsig', [written(sealed.pdf)], { encoding: 'utf8' });
    expect(report).toContain('Signature is Valid.');
    expect(report).toContain('Total document signed');
    expect(report).toContain('Signature Type: ETSI.CAdES.detached');
  });

  test.skipIf(!isInstalled('openssl', 'version'))('openssl verifies it as CAdES against its authority', () => {
    const [start, end] = gapOf(sealed.pdf);
    const signed = Buffer.concat([sealed.pdf.subarray(0, start), sealed.pdf.subarray(end)]);
    const cms = Buffer.from(Buffer.from(sealed.pdf.subarray(start + 1, end - 1)).toString('latin1'), 'hex');
    const message = written(cms.subarray(0, 4 + cms.readUInt16BE(2)));
    const authority = written(Buffer.from(identity.certificates[1]?.toString() ?? ''));
    const files = ['-in', message, '-content', written(signed), '-CAfile', authority];
    const openssl = spawnSync('openssl', ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-purpose', 'any', ...files]);
    expect(openssl.stderr.toString()).toContain('CAdES Verification successful');
    const printed = execFileSync('openssl', ['cms', '-cmsout', '-print', '-inform', 'DER', '-in', message], { encoding: 'utf8' });
    expect(printed).toContain('signingCertificateV2');
    expect(printed).not.toContain('signingTime');
  });
});

describe('sealing', async () => {
  const { pdf, sealBlock } = await composePaper({ kind: 'charter', data: charterPaper() });
  const field = sealBlock;

  test('the same composition twice gives two valid files', async () => {
    const first = await sealPdf(pdf, identity, { ...request, field });
    const second = await sealPdf(pdf, identity, { ...request, field, sealedAt: new Date('2027-01-16T10:00:01Z') });
    expect((await checkSeal(first.pdf)).valid && (await checkSeal(second.pdf)).valid).toBe(true);
    expect(second.facts.sealedAt).not.toBe(first.facts.sealedAt);
  });

  test('a sealed document again is refused', async () => {
    const sealed = await sealPdf(pdf, identity, { ...request, field });
    await expect(sealPdf(sealed.pdf, identity, { ...request, field })).rejects.toThrow('Ce document est déjà scellé.');
  });

  test('with an elliptic key works as well', async () => {
    const elliptic = await loadSealIdentity(await qualifiedEllipticFiles());
    const sealed = await sealPdf(pdf, elliptic, { ...request, field });
    expect(await checkSeal(sealed.pdf)).toMatchObject({ valid: true, facts: { qualified: true } });
  });

  test('carries the intermediate authority, and checks that it issued the certificate', async () => {
    const identity = await loadSealIdentity(await intermediateFiles());
    const sealed = await sealPdf(pdf, identity, { ...request, field });
    const authority = identity.certificates[1]?.raw.toString('hex') ?? '';
    expect(authority).not.toBe('');
    expect(Buffer.from(sealed.pdf).includes(authority)).toBe(true);
    expect((await checkSeal(sealed.pdf)).valid).toBe(true);
    const [stranger] = (await loadSealIdentity(await intermediateFiles())).certificates;
    const mixed = { ...identity, certificates: [identity.certificates[0], stranger] as const };
    await expect(sealPdf(pdf, mixed, { ...request, field })).rejects.toThrow('Les certificats du sceau ne se suivent pas.');
  });

  test('outside the validity of the certificate is refused', async () => {
    const sealedAt = new Date('2099-01-01T00:00:00Z');
    await expect(sealPdf(pdf, identity, { ...request, field, sealedAt })).rejects.toThrow('n’était pas valable à la date indiquée');
  });
});

/** The type of the structure element the field points back to. */
async function structureElementOf(document: PDFDocument, widget: PDFDict): Promise<string | undefined> {
  const tree = document.catalog.lookup(name('StructTreeRoot'), PDFDict);
  const numbers = tree.lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray);
  const key = widget.lookup(name('StructParent'), PDFNumber).asNumber();
  const rank = numbers.asArray().findIndex((entry, place) => place % 2 === 0 && entry.toString() === String(key));
  return numbers
    .lookup(rank + 1, PDFDict)
    .get(name('S'))
    ?.toString();
}

function gapOf(pdf: Uint8Array): [number, number] {
  const ranges = [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/ByteRange \[ 0 (\d+) (\d+) \d+/g),
  ].at(-1);
  return [Number(ranges?.[1]), Number(ranges?.[2])];
}

function written(bytes: Uint8Array): string {
  const file = path.join(newFolder(), 'fichier');
  writeFileSync(file, bytes);
  return file;
}

function isInstalled(program: string, argument: string): boolean {
  return spawnSync(program, [argument]).error === undefined;
}
