import { PDFDocument, PDFName, type PDFRawStream } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { composePaper, type Paper } from '../../lib/documents/paper.ts';
import { compose } from '../../lib/documents/typst.ts';
import { charterPaper, dossierPaper, firstReceiptPaper, letterPaper, receiptPaper, sha256 } from './samples.ts';

const papers: Paper[] = [
  { kind: 'charter', data: charterPaper() },
  { kind: 'receipt', data: receiptPaper() },
  { kind: 'receipt', data: firstReceiptPaper() },
  { kind: 'dossier', data: dossierPaper() },
  { kind: 'letter', data: letterPaper() },
];

describe.each(papers)('the $kind', (paper) => {
  test('is an archival and tagged PDF (PDF/A-2a), in French, with a title', async () => {
    const document = await PDFDocument.load((await composePaper(paper)).pdf);
    const metadata = document.catalog.lookup(PDFName.of('Metadata')) as PDFRawStream;
    const xmp = Buffer.from(metadata.contents).toString('utf8');
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(document.catalog.get(PDFName.of('Lang'))?.toString()).toBe('(fr-FR)');
    expect(document.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
    expect(document.getTitle()).toMatch(/^(Charte|Accusé de réception|Dossier de candidature|Lettre de soutien)/);
  });

  test('passes the accessibility gate (PDF/UA-1): title, headings in order, alternative texts', async () => {
    const { pdf } = await composePaper(paper, 'ua-1');
    expect(Buffer.from(pdf).includes('pdfuaid')).toBe(true);
  });

  test('of a fictitious call passes it too', async () => {
    const fictitious = { ...paper, data: { ...paper.data, fictitious: true } } as Paper;
    await expect(composePaper(fictitious, 'ua-1')).resolves.toHaveProperty('sealBlock.page');
  });

  test('composed again from its stored JSON, is the same to the byte', async () => {
    const first = await composePaper(paper);
    const stored: Paper = JSON.parse(JSON.stringify(paper));
    const second = await composePaper(stored);
    expect(sha256(Buffer.from(second.pdf).toString('latin1'))).toBe(sha256(Buffer.from(first.pdf).toString('latin1')));
    expect(second.sealBlock).toEqual(first.sealBlock);
  });
});

test('a template that fails says why in one message', () => {
  const options = { createdAt: new Date(0), qr: '<svg/>' };
  expect(() => compose('charter-1', {}, options)).toThrow(/^Composition impossible \(charter-1\)\s: .*key "title"/);
  expect(() => compose('charter-0', {}, options)).toThrow(/^Composition impossible \(charter-0\)\s: .*charter-0\.typ/);
});
