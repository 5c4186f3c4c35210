import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentLimits } from '../../lib/domain/import/document.ts';
import { formDocx } from '../../lib/exchange/offline-form/docx.ts';
import { documentField, openDocument, receiveDocument } from '../../lib/exchange/uploaded-document.ts';

// A place of our own for temporary files: other tests use the common one at the same time.
const ours = mkdtempSync(path.join(tmpdir(), 'tani-tests-documents-'));
const theirs = process.env.TMPDIR;
beforeAll(() => {
  process.env.TMPDIR = ours;
});
afterAll(() => {
  if (theirs === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = theirs;
  rmSync(ours, { recursive: true, force: true });
});
const leftBehind = () => readdirSync(ours).length;
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const docx = (text: string) => Uint8Array.from(formDocx('Titre', [{ kind: 'note', text }]));

/** Sends a document as a browser would; gives what was read of it, and removes it. */
async function sent(content: Uint8Array<ArrayBuffer>, name: string) {
  const form = new FormData();
  form.set(documentField, new File([content], name));
  const received = await receiveDocument(new Request('http://localhost/', { method: 'POST', body: form }));
  try {
    return 'refusal' in received ? { refusal: received.refusal } : await openDocument(received.waiting, process.cwd());
  } finally {
    await received.discard();
  }
}

async function pdf(pages: number, text = 'Une réponse.'): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  for (let n = 0; n < pages; n += 1) {
    const page = document.addPage([300, 400]);
    if (text) page.drawText(text, { x: 20, y: 300 });
  }
  return Uint8Array.from(await document.save());
}

describe('receiving a document to take up', () => {
  it('names it by what it is, and says which PDF may serve as a piece', async () => {
    expect(await sent(docx('Un texte'), '../../Dossier\u202efdp.pdf')).toMatchObject({
      name: 'Dossierfdp.docx',
      pages: 0,
      text: { format: 'docx', lines: ['Un texte'] },
      mediaType: expect.stringContaining('wordprocessingml'),
    });
    expect(await sent(await pdf(2), 'a.pdf')).toMatchObject({ name: 'a.pdf', pages: 2, mediaType: 'application/pdf' });
    expect(await sent(await pdf(51), 'a.pdf')).toMatchObject({ pages: 0 });
    expect(await sent(bytes('Du texte'), 'a')).toMatchObject({ name: 'a.txt', mediaType: 'text/plain' });
    expect(leftBehind()).toBe(0);
  });

  it('refuses what harms or says nothing, with its reason, and keeps nothing of it', async () => {
    const bomb = new Uint8Array(30_000_000);
    const word = { '[Content_Types].xml': strToU8('<x/>') };
    const nested = zipSync({ ...word, 'word/document.xml': zipSync({ 'again.zip': zipSync({ bomb }) }) });
    const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefgh'.replace(/./g, (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&h;</w:t></w:r></w:p></w:body></w:document>`;
    const locked = await PDFDocument.load(await pdf(1));
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    const cases: [string, Uint8Array<ArrayBuffer>][] = [
      ['empty', new Uint8Array(0)],
      ['tooLarge', new Uint8Array(documentLimits.bytes + 1)],
      ['unreadable', Uint8Array.from(zipSync({ ...word, 'word/document.xml': bomb }))],
      ['unreadable', Uint8Array.from(nested)],
      ['unreadable', Uint8Array.from(zipSync({ ...word, 'word/document.xml': strToU8(entities) }))],
      ['notADocument', Uint8Array.from([...bytes('<html><script>'), ...docx('Un texte')])],
      ['notADocument', bytes('MZ\u0000\u0001\u0002 a program')],
      ['password', Uint8Array.from(await locked.save())],
      ['scanned', await pdf(1, '')],
      ['tooManyPages', await pdf(documentLimits.pages + 1)],
    ];
    for (const [refusal, content] of cases) expect([refusal, await sent(content, 'dossier.docx')]).toEqual([refusal, { refusal }]);
    expect(leftBehind()).toBe(0);
  }, 90_000);

  it('an archive that names files elsewhere writes none of them', async () => {
    const traversing = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(
        '<office:document-content><office:body><office:text><text:p>Un texte</text:p></office:text></office:body></office:document-content>',
      ),
      '../../traversal': strToU8('x'),
      '/tmp/tani-absolute': strToU8('x'),
    });
    expect(await sent(Uint8Array.from(traversing), 'dossier.odt')).toMatchObject({ text: { lines: ['Un texte'] } });
    expect(readdirSync(path.join(ours, '..'))).not.toContain('traversal');
    expect(readdirSync(tmpdir())).not.toContain('tani-absolute');
    expect(leftBehind()).toBe(0);
  });

  it('a body without end, one whose length lies and one cut short leave nothing', async () => {
    const head = `--x\r\nContent-Disposition: form-data; name="${documentField}"; filename="a.docx"\r\n\r\nPK`;
    const request = (body: BodyInit, headers = {}) =>
      new Request('http://localhost/', {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x', ...headers },
        body,
        duplex: 'half',
      } as RequestInit);
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = given === 0 ? bytes(head) : new Uint8Array(1_000_000);
        given += piece.length;
        controller.enqueue(piece);
      },
    });
    expect(await receiveDocument(request(endless, { 'content-length': '12' }))).toMatchObject({ refusal: 'tooLarge' });
    expect(given).toBeLessThan(documentLimits.bytes * 4);
    const cut = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(bytes(head));
        controller.enqueue(new Uint8Array(65_536));
        await new Promise((resolve) => setTimeout(resolve, 20));
        controller.error(new Error('aborted'));
      },
    });
    expect(await receiveDocument(request(cut))).toMatchObject({ refusal: 'interrupted' });
    expect(await receiveDocument(request(head))).toMatchObject({ refusal: 'interrupted' });
    expect(await receiveDocument(request('--x--\r\n'))).toMatchObject({ refusal: expect.stringMatching(/missing|interrupted/) });
    expect(leftBehind()).toBe(0);
  }, 30_000);
});
