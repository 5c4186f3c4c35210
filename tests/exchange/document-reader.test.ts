import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { documentLimits } from '../../lib/domain/import/document.ts';
import { readDocument } from '../../lib/exchange/document-reader.ts';
import { formDocx } from '../../lib/exchange/offline-form/docx.ts';
import { formOdt } from '../../lib/exchange/offline-form/odt.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const read = (content: Uint8Array) => readDocument(content, process.cwd());
const linesOf = async (content: Uint8Array) => {
  const answer = await read(content);
  return 'document' in answer ? answer.document.lines : [answer.refusal];
};
const note = (text: string) => [{ kind: 'note' as const, text }];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ole = (stream: string) =>
  Uint8Array.from([...OLE, ...new Uint8Array(1016), ...Buffer.from(stream, 'utf16le'), ...new Uint8Array(512)]);

async function pdf(pages: number, text = 'Une réponse.'): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let n = 0; n < pages; n += 1) {
    const page = document.addPage([300, 400]);
    if (text) page.drawText(text, { x: 20, y: 300, size: 12 });
  }
  return document.save();
}

/** An .odt around this XML. */
function odt(content: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(content),
    ...more,
  });
}
const body = (xml: string, before = '') =>
  `${before}<office:document-content><office:body><office:text>${xml}</office:text></office:body></office:document-content>`;

describe('reading a document', () => {
  it('reads each format by its content, whatever its name', async () => {
    expect(await linesOf(formDocx('Titre', note('Élu\tdeux')))).toEqual(['Élu\tdeux']);
    expect(await linesOf(formOdt('Titre', note('  Élu  deux ')))).toEqual(['  Élu  deux ']);
    expect(await linesOf(await pdf(2))).toEqual(['Une réponse.', '\f', 'Une réponse.']);
    expect(await linesOf(bytes('\xc9lu\r\nl\x92\x9cuvre'))).toEqual(['Élu', 'l’œuvre']);
    expect(await linesOf(Uint8Array.from([0xff, 0xfe, ...Buffer.from('Élu\nœuvre', 'utf16le')]))).toEqual(['Élu', 'œuvre']);
    expect(await linesOf(new Uint8Array(Buffer.from('Élu en clair', 'utf16le')))).toEqual(['Élu en clair']);
  }, 30_000);

  it('gives lists their bullets and cells in reading order', async () => {
    const xml = body(
      '<text:list><text:list-item><text:p>un</text:p><text:p>suite</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Question</text:p></table:table-cell><table:table-cell><text:p>Réponse<text:line-break/>deux</text:p></table:table-cell></table:table-row></table:table><text:tracked-changes><text:p>effacé</text:p></text:tracked-changes>',
    );
    expect(await linesOf(odt(xml))).toEqual(['• un', 'suite', 'Question', 'Réponse', 'deux']);
  }, 30_000);

  it('refuses what is not a document, with its reason', async () => {
    const locked = await PDFDocument.load(await pdf(1));
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    const whole = formDocx('Titre', note('Un texte assez long pour être coupé en son milieu.'));
    const cases: [string, Uint8Array][] = [
      ['empty', new Uint8Array(0)],
      ['tooLarge', new Uint8Array(documentLimits.bytes + 1)],
      ['notADocument', bytes('{\\rtf1\\ansi Bonjour}')],
      ['notADocument', bytes('<!DOCTYPE html><p>Bonjour</p>')],
      ['notADocument', bytes('MZ\u0000\u0001\u0002 a program')],
      ['notADocument', zipSync({ 'xl/workbook.xml': strToU8('<x/>'), '[Content_Types].xml': strToU8('<x/>') })],
      ['notADocument', ole('Workbook')],
      ['password', ole('EncryptedPackage')],
      ['password', Uint8Array.from(await locked.save())],
      [
        'password',
        odt(body(''), { 'META-INF/manifest.xml': strToU8('<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>') }),
      ],
      ['unreadable', ole('WordDocument')],
      ['unreadable', whole.slice(0, Math.floor(whole.length / 2))],
      ['unreadable', bytes('%PDF-1.7\nnothing that follows is a document')],
      ['unreadable', odt('<office:text><text:p>')],
      ['tooManyPages', await pdf(documentLimits.pages + 1)],
      ['scanned', await pdf(1, '')],
      ['tooLong', bytes('mot '.repeat(documentLimits.characters / 4 + 1))],
    ];
    const answers = await Promise.all(cases.map(([, content]) => read(content)));
    expect(answers).toEqual(cases.map(([refusal]) => ({ refusal })));
  }, 60_000);

  it('a .docx called .pdf is the .docx it is', async () => {
    expect(await read(formDocx('Titre', note('Un texte.')))).toMatchObject({ document: { format: 'docx' } });
  }, 30_000);

  it('survives archives and XML made to harm', async () => {
    const bomb = new Uint8Array(30_000_000);
    const lied = odt(body('<text:p>Un texte</text:p>'));
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>';
    const path = odt(body('<text:p>Un texte</text:p>'), { '../../../tmp/tani-traversal': strToU8('x'), '/etc/tani': strToU8('x') });
    expect(await read(odt(body('x'), { 'content.xml': bomb }))).toEqual({ refusal: 'unreadable' });
    expect(await read(zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': bomb }))).toEqual({ refusal: 'unreadable' });
    expect(
      await read(zipSync(Object.fromEntries(Array.from({ length: 2_100 }, (_, at) => [`word/${at}.xml`, new Uint8Array(0)])))),
    ).toEqual({ refusal: 'unreadable' });
    expect(await read(odt(body('<text:p>&b;</text:p>', entities)))).toEqual({ refusal: 'unreadable' });
    expect(await read(odt(body('<a>'.repeat(5_000) + '</a>'.repeat(5_000))))).toEqual({ refusal: 'unreadable' });
    expect(await linesOf(path)).toEqual(['Un texte']);
    expect(readdirSync(tmpdir())).not.toContain('tani-traversal');
    lied.set([0xff, 0xff, 0xff, 0x7f], Buffer.from(lied).lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24);
    expect(await read(lied)).toEqual({ refusal: 'unreadable' });
  }, 60_000);
});
