import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveForm } from '../../lib/exchange/uploaded-pdf.ts';

const MAX_BYTES = 200_000;

async function pdf(pages = 1, change: (document: PDFDocument) => unknown = () => undefined): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  for (let n = 0; n < pages; n += 1) document.addPage([300, 400]).drawText(`Page ${n + 1}`, { x: 20, y: 300 });
  await change(document);
  return Uint8Array.from(await document.save());
}

/** Sends a form as a browser would: two texts and a file. */
function sent(content: Uint8Array<ArrayBuffer>, name = 'lettre.pdf') {
  const form = new FormData();
  form.set('elu-nom', 'Dominique Lanier');
  form.set('lettre-elu', new File([content], name, { type: 'application/pdf' }));
  return receiveForm(new Request('http://localhost/', { method: 'POST', body: form }), 'lettre-elu', MAX_BYTES, process.cwd());
}

// A place of our own for temporary files: other tests use the common one at the same time.
const ours = mkdtempSync(path.join(tmpdir(), 'tani-tests-uploads-'));
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

/** Files of ours this process still holds open, removed ones included: those keep their place on the disk. */
function heldOpen(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${descriptor}`);
      return target.startsWith(ours) ? [target] : [];
    } catch {
      return []; // it was closed meanwhile
    }
  });
}
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('receiving a PDF', () => {
  it('gives its size, pages and fingerprint, the texts of the form, and leaves nothing once discarded', async () => {
    const before = leftBehind();
    const content = await pdf(2);
    const received = await sent(content, '../../Lettre de l’élu.pdf');
    expect(received.texts.get('elu-nom')).toBe('Dominique Lanier');
    expect(received.pdf).toMatchObject({
      name: 'Lettre de l’élu.pdf',
      bytes: content.length,
      pages: 2,
      signatures: [],
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    await received.discard();
    expect(leftBehind()).toBe(before);
  });

  it('a form without a file is not an error: its texts are there', async () => {
    const form = new FormData();
    form.set('elu-nom', 'Dominique Lanier');
    form.set('lettre-elu', new File([], ''));
    const received = await receiveForm(
      new Request('http://localhost/', { method: 'POST', body: form }),
      'lettre-elu',
      MAX_BYTES,
      process.cwd(),
    );
    expect(received).toMatchObject({ pdf: null, refusal: null });
    expect(received.texts.get('elu-nom')).toBe('Dominique Lanier');
  });

  it('refuses what cannot be a letter, with the reason, and keeps nothing of it', async () => {
    const before = leftBehind();
    const whole = await pdf();
    const locked = await PDFDocument.load(whole);
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    const cases: [string, Uint8Array<ArrayBuffer>][] = [
      ['empty', new Uint8Array(0)],
      ['notPdf', bytes('MZ this is a program')],
      ['notPdf', bytes('<html>%PDF-1.7</html>')],
      ['notPdf', Uint8Array.from([...bytes('PK\u0003\u0004'), ...whole])],
      ['unreadable', bytes('%PDF-1.7\nnothing that follows is a document')],
      ['unreadable', whole.slice(0, 20)],
      ['password', Uint8Array.from(await locked.save())],
      ['tooLarge', Uint8Array.from([...whole, ...new Uint8Array(MAX_BYTES)])],
      ['tooManyPages', await pdf(51)],
      ['program', await pdf(1, (document) => document.addJavaScript('calcul', 'app.alert(1)'))],
      ['attachments', await pdf(1, (document) => document.attach(bytes('MZ'), 'lettre.exe'))],
      ['unchecked', Uint8Array.from([...whole, ...bytes('PK\u0003\u0004')])],
    ];
    for (const [refusal, content] of cases) expect([refusal, await sent(content)]).toMatchObject([refusal, { pdf: null, refusal }]);
    expect(leftBehind()).toBe(before);
  });

  it('stops reading a body without end, and survives one cut short', async () => {
    const before = leftBehind();
    const head = '--x\r\nContent-Disposition: form-data; name="lettre-elu"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-';
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = given === 0 ? bytes(head) : new Uint8Array(65_536);
        given += piece.length;
        controller.enqueue(piece);
      },
    });
    const request = (body: BodyInit) =>
      new Request('http://localhost/', {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body,
        duplex: 'half',
      } as RequestInit);
    expect(await receiveForm(request(endless), 'lettre-elu', MAX_BYTES, process.cwd())).toMatchObject({ refusal: 'tooLarge' });
    expect(given).toBeLessThan(MAX_BYTES * 4);
    expect(await receiveForm(request(head), 'lettre-elu', MAX_BYTES, process.cwd())).toMatchObject({ refusal: 'interrupted' });
    expect(leftBehind()).toBe(before);
    expect(heldOpen()).toEqual([]);
  });

  it('a connection cut in the middle of a file leaves nothing, neither a name nor an open file', async () => {
    const before = leftBehind();
    const head = '--x\r\nContent-Disposition: form-data; name="lettre-elu"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-';
    const cut = () =>
      new ReadableStream<Uint8Array>({
        async start(controller) {
          controller.enqueue(bytes(head));
          controller.enqueue(new Uint8Array(65_536));
          await new Promise((resolve) => setTimeout(resolve, 20));
          controller.error(new Error('aborted'));
        },
      });
    const received = await Promise.all(
      Array.from({ length: 10 }, () =>
        receiveForm(
          new Request('http://localhost/', {
            method: 'POST',
            headers: { 'content-type': 'multipart/form-data; boundary=x' },
            body: cut(),
            duplex: 'half',
          } as RequestInit),
          'lettre-elu',
          MAX_BYTES,
          process.cwd(),
        ),
      ),
    );
    expect(received.map(({ refusal }) => refusal)).toEqual(Array(10).fill('interrupted'));
    expect(leftBehind()).toBe(before);
    expect(heldOpen()).toEqual([]);
  });

  it('refuses pages nobody could read: a thread, a field, a point', async () => {
    for (const size of [
      [10, 2_000_000],
      [1, 30_000],
      [20_000, 20_000],
      [3, 3],
    ] as [number, number][]) {
      const document = await PDFDocument.create();
      document.addPage(size);
      expect(await sent(Uint8Array.from(await document.save())), size.join(' × ')).toMatchObject({ pdf: null, refusal: 'unreadable' });
    }
  });
});
