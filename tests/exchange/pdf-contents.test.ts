import { existsSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { vettedDocument } from '../../lib/exchange/pdf-contents.ts';

async function letter(change: (document: PDFDocument) => unknown = () => undefined, options = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([300, 400]).drawText('Lettre de soutien', { x: 20, y: 300 });
  await change(document);
  return document.save(options);
}

const action = (document: PDFDocument, entries: Record<string, unknown>) => document.context.obj(entries as never);
const inCatalog = (key: string, entries: Record<string, unknown>) => (document: PDFDocument) =>
  document.catalog.set(PDFName.of(key), action(document, entries));
const onPage = (entries: Record<string, unknown>) => (document: PDFDocument) => {
  const annotation = document.context.register(action(document, { Type: 'Annot', Rect: [0, 0, 10, 10], ...entries }));
  document.getPage(0).node.set(PDFName.of('Annots'), document.context.obj([annotation]));
};
const script = { Type: 'Action', S: 'JavaScript', JS: PDFString.of('app.alert(1)') };
const bytes = (text: string) => Buffer.from(text, 'latin1');
const verdict = async (pdf: Uint8Array) => {
  const vetted = await vettedDocument(pdf);
  return 'refusal' in vetted ? vetted.refusal : 'taken';
};
/** As a text file: what no well-behaved program writes. */
const written = (objects: string[]) =>
  bytes(
    `%PDF-1.7\n${objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\nstartxref\n0\n%%EOF\n`,
  );

describe('a PDF that is more than pages', () => {
  it.each<[string, string, (document: PDFDocument) => unknown]>([
    ['a program run at opening', 'program', inCatalog('OpenAction', script)],
    ['a program among the names of the document', 'program', (document) => document.addJavaScript('calcul', 'app.alert(1)')],
    ['a program run when a page is turned', 'program', (d) => d.getPage(0).node.set(PDFName.of('AA'), action(d, { O: script }))],
    ['a program behind another action', 'program', inCatalog('OpenAction', { S: 'GoTo', Next: [script] })],
    ['a command of the computer', 'program', onPage({ Subtype: 'Link', A: { S: 'Launch', F: PDFString.of('cmd.exe') } })],
    ['a form sent elsewhere', 'program', onPage({ Subtype: 'Widget', A: { S: 'SubmitForm', F: PDFString.of('http://localhost') } })],
    ['a file of the computer opened', 'program', onPage({ Subtype: 'Link', A: { S: 'GoToR', F: PDFString.of('//host/share') } })],
    ['a form of XML', 'program', inCatalog('AcroForm', { Fields: [], XFA: PDFHexString.of('00') })],
    ['a video', 'program', onPage({ Subtype: 'RichMedia' })],
    ['an attached file', 'attachments', (document) => document.attach(bytes('MZ'), 'lettre.exe')],
    ['a file pinned on a page', 'attachments', onPage({ Subtype: 'FileAttachment' })],
    ['a file inside another one opened', 'attachments', onPage({ Subtype: 'Link', A: { S: 'GoToE' } })],
  ])('%s: refused', async (_what, refusal, change) => {
    expect(await verdict(await letter(change))).toBe(refusal);
    expect(await verdict(await letter(change, { useObjectStreams: false }))).toBe(refusal);
  });

  it('a program that nothing refers to any more, or whose name is disguised, is found', async () => {
    const orphan = await letter((document) => document.context.register(action(document, script)));
    expect(await verdict(orphan)).toBe('program');
    const pages = [
      '<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R >>',
    ];
    expect(await verdict(written([...pages, '<< /#53 /J#61vaScript /#4a#53 (app.alert\\(1\\)) >>']))).toBe('program');
    expect(await verdict(written([...pages, '<< /S /GoTo /D [3 0 R /Fit] >>']))).toBe('taken');
  });

  it('a name or a file told by an object of its own, or under a number used twice, is found', async () => {
    const pages = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R >>'];
    expect(await verdict(written([...pages, '<< /S 5 0 R /F (cmd.exe) >>', '/Launch']))).toBe('program');
    expect(await verdict(written([...pages, '<< /Subtype 5 0 R >>', '6 0 R', '/FileAttachment']))).toBe('attachments');
    expect(await verdict(written([...pages, '<< /Type /Filespec /F (a.exe) /EF 5 0 R >>', '<< /F 3 0 R >>']))).toBe('attachments');
    // Readers go where the table of the file says, which may be the first of the two.
    const twice = (first: string, second: string) =>
      written([...pages, first])
        .toString('latin1')
        .replace('trailer', `4 0 obj\n${second}\nendobj\ntrailer`);
    const [launch, jump] = ['<< /S /Launch /F (cmd.exe) >>', '<< /S /GoTo /D [3 0 R /Fit] >>'];
    expect(await verdict(bytes(twice(launch, jump)))).toBe('program');
    expect(await verdict(bytes(twice(jump, launch)))).toBe('program');
    expect(await verdict(bytes(twice(jump, jump)))).toBe('taken');
    expect(await verdict(written([...pages, '<< /S 5 0 R >>', '5 0 R']))).toBe('taken');
  });

  it('a program under a lock without password is found too', async () => {
    const document = await PDFDocument.load(await letter((d) => d.addJavaScript('calcul', 'app.alert(1)')));
    document.encrypt({ userPassword: '', ownerPassword: 'secret' });
    expect(await verdict(await document.save())).toBe('program');
  });

  it.each([true, false])('pages under a lock without password are taken (objects together: %s)', async (useObjectStreams) => {
    const document = await PDFDocument.load(await letter());
    document.encrypt({ userPassword: '', ownerPassword: 'secret' });
    expect(await verdict(await document.save({ useObjectStreams }))).toBe('taken');
  });

  it('a file that is also an archive, or goes on after its end, is refused', async () => {
    const pdf = await letter();
    const archive = Buffer.from(zipSync({ 'lettre.exe': strToU8('MZ') }));
    expect(await verdict(Buffer.concat([pdf, archive]))).toBe('unchecked');
    const comment = bytes('\n%%EOF\n');
    archive.writeUInt16LE(comment.length, archive.length - 2);
    expect(await verdict(Buffer.concat([pdf, archive, comment]))).toBe('unchecked');
    expect(await verdict(Buffer.concat([pdf, bytes('<script>alert(1)</script>')]))).toBe('unchecked');
    expect(await verdict(Buffer.concat([pdf, bytes('\r\n\0\0')]))).toBe('taken');
  });
});

describe('a PDF that is only pages is taken', () => {
  it.each<[string, (document: PDFDocument) => unknown]>([
    ['plain', () => undefined],
    ['with a link to a site', onPage({ Subtype: 'Link', A: { S: 'URI', URI: PDFString.of('https://www.collectivite.corsica') } })],
    [
      'opened at its first page, as word processors write it',
      (d) => d.catalog.set(PDFName.of('OpenAction'), d.context.obj([d.getPage(0).ref, 'XYZ', null, null, 0])),
    ],
    ['with a field filled and no program', (d) => d.getForm().createTextField('nom').setText('Dominique Lanier')],
  ])('%s', async (_what, change) => {
    expect(await verdict(await letter(change))).toBe('taken');
  });

  const real = '../shared/dossiers/corse.pdf';
  it.skipIf(!existsSync(real))('the real dossier (needs ../shared)', async () => {
    expect(await verdict(readFileSync(real))).toBe('taken');
  });
});
