import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName, documentExtension, isUploadRefusal, uploadRefusalSentence, uploadRefusals } from '../../lib/domain/upload.ts';

describe('the name of a received file', () => {
  it.each([
    ['lettre.pdf', 'lettre.pdf'],
    ['C:\\Users\\maire\\Lettre signée.pdf', 'Lettre signée.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['facture.pdf.exe', 'facture.pdf.exe.pdf'],
    ['lettre.HTML', 'lettre.HTML.pdf'],
    ['LETTRE.PDF', 'LETTRE.pdf'],
    ['CON', '_CON.pdf'],
    ['.bashrc', '_.bashrc.pdf'],
    ['a\u0000b\r\nc\u202egnp.pdf', 'abcgnp.pdf'],
    ['<"lettre">|?*:.pdf', 'lettre.pdf'],
    ['  e\u0301lu.pdf ', 'élu.pdf'],
    ['', 'document.pdf'],
    ['/', 'document.pdf'],
    ['\u200b\u200f', 'document.pdf'],
  ])('« %s » is shown as « %s »', (name, shown) => {
    expect(cleanFileName(name)).toBe(shown);
  });

  it('has at most 150 characters: 149 stay, one more shortens it and keeps it a PDF', () => {
    expect(cleanFileName(`${'a'.repeat(145)}.pdf`)).toBe(`${'a'.repeat(145)}.pdf`);
    expect(cleanFileName(`${'a'.repeat(146)}.pdf`)).toBe(`${'a'.repeat(144)}….pdf`);
  });

  it.each([
    ['Dossier 2019.doc', 'docx', 'Dossier 2019.docx'],
    ['dossier.pdf', 'odt', 'dossier.odt'],
    ['dossier.docx.exe', 'docx', 'dossier.docx.exe.docx'],
    ['dossier\u202ecod.docx', 'docx', 'dossiercod.docx'],
    ['..\\..\\dossier.txt', 'text', 'dossier.txt'],
    [`${'a'.repeat(150)}.docx`, 'docx', `${'a'.repeat(143)}….docx`],
  ] as const)('« %s », which is a %s, is shown as « %s »', (name, format, shown) => {
    expect(cleanFileName(name, documentExtension(format))).toBe(shown);
  });

  it('is never cut in the middle of a character, which the database would refuse', () => {
    expect(cleanFileName(`${'a'.repeat(143)}${'😀'.repeat(10)}.pdf`).isWellFormed()).toBe(true);
  });

  it('never holds a path, a control character or a sign a file system or a header refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const clean = cleanFileName(name);
        expect(clean).not.toMatch(/[/\\"<>|:*?\p{Cc}\p{Cf}]/u);
        expect(clean.length).toBeGreaterThan(0);
        expect(clean.length).toBeLessThanOrEqual(150);
      }),
    );
  });
});

describe('a file that is not taken', () => {
  it('is explained by a sentence of its own, with the way out', () => {
    const sentences = uploadRefusals.map((refusal) => uploadRefusalSentence(refusal, 20_000_000));
    expect(new Set(sentences).size).toBe(11);
    expect(sentences.filter((sentence) => !/^[A-ZÀ-Ý].{20,}\.$/.test(sentence) || sentence.includes('{'))).toEqual([]);
  });

  it('is told the limit it passed', () => {
    expect(uploadRefusalSentence('tooLarge', 20_000_000)).toMatch(/^Ce fichier dépasse 20\u00a0Mo\. /);
    expect(uploadRefusalSentence('tooManyPages', 1)).toBe('Ce PDF compte plus de 50 pages. N’envoyez que la lettre de soutien.');
  });

  it('is known in an address by the name of its refusal only', () => {
    expect(uploadRefusals.map(isUploadRefusal)).toEqual(Array(11).fill(true));
    expect(['', 'toString', 'TooLarge', null, undefined, 3].map(isUploadRefusal)).toEqual(Array(6).fill(false));
  });
});
