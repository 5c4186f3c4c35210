import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { PdfSignature } from '../../lib/domain/signature.ts';
import { vettedDocument } from '../../lib/exchange/pdf-contents.ts';
import { signaturesOf } from '../../lib/exchange/pdf-signatures.ts';
import { outsideSigner, signedElsewhere } from '../support/signed-elsewhere.ts';

const authority = await outsideSigner('Autorite de certification');
const mayor = await outsideSigner('Dominique Lanier', { name: 'Autorite de certification', signer: authority });
const clock = await outsideSigner('Horodatage', { name: 'Autorite de certification', signer: authority });
const himself = await outsideSigner('Jean Seul');

const document = await PDFDocument.create();
document.addPage([300, 400]).drawText('Lettre de soutien', { x: 20, y: 300 });
const letter = await document.save({ useObjectStreams: false });
const signed = await signedElsewhere(letter, mayor);

async function examined(pdf: Uint8Array): Promise<PdfSignature[]> {
  const vetted = await vettedDocument(pdf);
  if ('refusal' in vetted) throw new Error(vetted.refusal);
  return signaturesOf(pdf, vetted.document);
}
const verdicts = async (pdf: Uint8Array) => (await examined(pdf)).map(({ verdict }) => verdict);
const changed = (pdf: Uint8Array, words: string, other: string) => {
  const copy = Buffer.from(pdf);
  copy.write(other, copy.indexOf(words), 'latin1');
  return copy;
};

describe('a letter signed with a tool of the town hall', () => {
  it('a letter that nobody signed has none', async () => {
    expect(await examined(letter)).toEqual([]);
  });

  it('who, when, by whom vouched for, and that nothing changed', async () => {
    expect(await examined(signed)).toEqual([
      {
        verdict: 'whole',
        timestamp: false,
        signer: 'Dominique Lanier',
        issuer: 'Autorite de certification',
        claimedAt: '2026-03-04T10:30:00.000Z',
        selfIssued: false,
      },
    ]);
    expect(await examined(await signedElsewhere(letter, himself))).toMatchObject([{ verdict: 'whole', selfIssued: true }]);
    expect(await verdicts(await signedElsewhere(letter, mayor, { subFilter: 'ETSI.CAdES.detached' }))).toEqual(['whole']);
  });

  it('a byte changed after the signature', async () => {
    const media = '/MediaBox [ 0 0 300 400 ]';
    expect(await verdicts(changed(signed, media, '/MediaBox [ 0 0 300 401 ]'))).toEqual(['altered']);
  });

  it('a page added after the signature', async () => {
    const later = await PDFDocument.load(signed, { forIncrementalUpdate: true, updateMetadata: false });
    later.addPage([300, 400]).drawText('Et un million.', { x: 20, y: 300 });
    expect(await verdicts(await later.save({ useObjectStreams: false }))).toEqual(['extended']);
    expect(await verdicts(Buffer.concat([signed, Buffer.from('\n')]))).toEqual(['whole']);
  });

  it('a second signature, then a proof of date, each covering what comes before', async () => {
    const both = await signedElsewhere(signed, himself);
    expect(await verdicts(both)).toEqual(['earlier', 'whole']);
    const proven = await signedElsewhere(both, clock, { timestamp: true });
    expect(await examined(proven)).toMatchObject([{ verdict: 'earlier' }, { verdict: 'earlier' }, { verdict: 'whole', timestamp: true }]);
    expect(await verdicts(changed(proven, '/MediaBox [ 0 0 300 400 ]', '/MediaBox [ 0 0 300 401 ]'))).toEqual([
      'altered',
      'altered',
      'altered',
    ]);
  });

  it('the signature of another letter, pasted on this one', async () => {
    const otherDocument = await PDFDocument.create();
    otherDocument.addPage([300, 400]).drawText('Lettre de loutien', { x: 20, y: 300 });
    const other = await signedElsewhere(await otherDocument.save({ useObjectStreams: false }), mayor);
    const message = /<3082[0-9a-f]+>/.exec(Buffer.from(other).toString('latin1'))?.[0] ?? '';
    expect(message.length).toBeGreaterThan(1000);
    const own = /<3082[0-9a-f]+>/.exec(Buffer.from(signed).toString('latin1'))?.[0] ?? '';
    expect(await verdicts(changed(signed, own, message))).toEqual(['altered']);
  });

  it('a signature that leaves out more than itself does not cover the page', async () => {
    const range = /\/ByteRange \[ 0 (\d+) (\d+) (\d+) *\]/.exec(Buffer.from(signed).toString('latin1'));
    const whole = range?.[0] ?? '';
    const shortened = `/ByteRange [ 0 100 ${range?.[2]} ${range?.[3]}`.padEnd(whole.length - 1);
    expect(await verdicts(changed(signed, whole, `${shortened}]`))).toEqual(['altered']);
  });

  it('what cannot be read is said, and stops nothing', async () => {
    expect(await verdicts(await signedElsewhere(letter, mayor, { subFilter: 'adbe.x509.rsa_sha1' }))).toEqual(['unreadable']);
    const broken = changed(signed, '<3082', '<ffff');
    expect(await verdicts(broken)).toEqual(['unreadable']);
  });
});
