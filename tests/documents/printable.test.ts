import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeDossier } from '../../lib/documents/dossier.ts';
import { coverages } from '../../lib/documents/fonts.ts';
import { printable, printableText } from '../../lib/documents/printable.ts';
import { textOf } from './pdf-text.ts';
import { dossierAnswering } from './samples.ts';

describe('a printable text', () => {
  test.each([
    ['keeps French whole', 'L’œuvre coûte 3 € — « oui » … ½ ² Ÿ', 'L’œuvre coûte 3 € — «\u00a0oui\u00a0» … ½ ² Ÿ'],
    ['composes accents', 'e\u0301te\u0301', 'été'],
    ['puts no-break spaces where French wants them', 'Quoi ? Ceci : cela ; fin !', 'Quoi\u00a0? Ceci\u00a0: cela\u00a0; fin\u00a0!'],
    ['drops control characters', 'a\u0000b\u0007c\u001bd\u007fe\u009f', 'abcde'],
    ['knows every kind of line end', 'a\r\nb\rc\u2028d\u2029e\u0085f\u000bg', 'a\nb\nc\nd\ne\nf\ng'],
    ['makes one space of a row of spaces', 'a\tb   c \u00a0\u2003 d', 'a b c d'],
    ['shows the bullets of Word', '\uf0b7 un \uf0a7 deux', '• un • deux'],
    ['drops what is invisible', 'a\u200bb\u200d\ufeff\u00ad\u202ec\u2060', 'abc'],
    ['draws an emoji made of several as its parts', '👩\u200d💻 ❤\ufe0f', '👩💻 ❤'],
    ['keeps Greek, Cyrillic and symbols', 'Ω Ж → ✓ ✗ ≤', 'Ω Ж → ✓ ✗ ≤'],
    ['replaces what no font draws, one for one', '你好 مر', '□□ □□'],
    ['replaces lone surrogates and private characters', 'a\ud800b\ue000', 'a\ufffdb□'],
    ['removes an accent that no font draws with its letter', '💗\u2df8 a\u0951', '💗 a'],
    ['keeps few accents on one letter', `Z${'\u0301'.repeat(50)}`, `Ź${'\u0301'.repeat(4)}`],
  ])('%s', (_, text, expected) => {
    expect(printableText(text)).toBe(expected);
  });

  test('can be broken, however long its words', () => {
    expect(printableText('x'.repeat(90))).toBe(`${'x'.repeat(30)}\u200b${'x'.repeat(30)}\u200b${'x'.repeat(30)}`);
    expect(printableText('-'.repeat(400))).toContain('\u200b');
    expect(printableText('a\u00a0'.repeat(400))).toContain('\u200b');
  });

  test('a fingerprint or an address is left in one piece', () => {
    const fingerprint = 'a'.repeat(64);
    const address = 'https://collectivite.example.fr/inclusion-numerique/strategie-territoriale/page.html?annee=2019';
    expect(printable({ fingerprint, address })).toEqual({ fingerprint, address });
  });

  test('is found at any depth, and nothing but texts is touched', () => {
    const data = { a: [{ b: 'e\u0301' }], n: 3, yes: true, none: null };
    expect(printable(data)).toEqual({ a: [{ b: 'é' }], n: 3, yes: true, none: null });
  });
});

test('the weights of a family draw the same characters, so that a text may be set in any of them', () => {
  const [regular, italic, semiBold, bold, source, sourceSemiBold] = coverages();
  for (const weight of [italic, semiBold, bold]) expect(weight).toEqual(regular);
  expect(sourceSemiBold).toEqual(source);
});

describe('every text can be composed', () => {
  test.each([
    ['markup', '#panic("x") *gras* _i_ $x^2$ @ref <lab> [crochet] \\ / // commentaire `code` = Titre'],
    ['HTML', '<script>alert(1)</script> &amp; {{7*7}}'],
    ['emoji', '👍 🎉 🚀 👩\u200d👩\u200d👧\u200d👦 👍🏽 🇫🇷 1\ufe0f\u20e3 🏴\u{e0067}\u{e0062}\u{e007f}'],
    ['Chinese, Arabic, Hebrew, Devanagari', '你好 مرحبا שלום क्षि नमस्ते'],
    ['lone surrogates', '\ud83d a \udc4d \udfff\ud800'],
    ['noncharacters and private use', '\uffff \ufdd0 \ue000 \u{10ffff} \u{fe4e5}'],
    ['direction overrides', 'exe.\u202efdp.tnemucod'],
    ['accents without a letter', '\u0301\u0301 \u0300'],
    ['only blanks', ' \u00a0\u2003\u3000\n\n\t'],
    ['100 kB without a space', 'x'.repeat(100_000)],
    ['100 kB of words in one paragraph', 'numérique inclusif '.repeat(5263)],
    ['100 kB of accents', `Z${'\u0301\u0308'.repeat(50_000)}`],
    ['100 kB of a letter and an accent that no font draws together', 'ѡ\u0313'.repeat(25_000)],
    ['100 kB of emoji and accents', '💗\u2df8'.repeat(15_000)],
    ['100 kB of hyphens', '-\u1dfd'.repeat(25_000)],
    ['100 kB of no-break spaces', '\u00a0\u200d'.repeat(25_000)],
    ['25 000 lines', 'abc\n'.repeat(25_000)],
  ])('%s', { timeout: 30_000 }, async (_, text) => {
    const { pdf } = await composeDossier(dossierAnswering(text));
    expect(pdf.length).toBeGreaterThan(10_000);
  });

  test('markup is printed as it was typed', async () => {
    const typed = '#panic("x") *gras* $x^2$ @ref <lab> [c] // fin';
    expect(await textOf((await composeDossier(dossierAnswering(typed))).pdf)).toContain(typed);
  });

  test('any text at all', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 2000 }), async (text) => {
        await composeDossier(dossierAnswering(text));
      }),
      { numRuns: 60 },
    );
  });
});
