import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanText,
  fileSize,
  foldText,
  frenchNumber,
  lowerFirst,
  paragraphs,
  plural,
  tooLongSentence,
  withFrenchSpaces,
} from '../../lib/domain/text.ts';

const anyText = fc.string({ unit: 'binary' });

describe('a text as it is stored', () => {
  it('has line feeds only, one form per accented letter, and round bullets', () => {
    expect(cleanText('un\r\ndeux\rtrois\n')).toBe('un\ndeux\ntrois\n');
    expect(cleanText('e\u0301te\u0301')).toBe('été');
    expect(cleanText('\uf0b7 a \uf0a7 b \uf0d8 c \uf076 d')).toBe('• a • b • c • d');
  });

  it('has no control character but tabs and line feeds', () => {
    expect(cleanText('\u0000a\u0007b\u000bc\u001bd\u007fe\ufefff\tg\n')).toBe('abcdef\tg\n');
    expect(
      [...Array(0xa0).keys()].map((code) => cleanText(String.fromCharCode(code))).filter((text) => /[^\P{Cc}\t\n]/u.test(text)),
    ).toEqual([]);
  });

  it('keeps every script, emoji joined or not, and every kind of space', () => {
    const kept = 'Corse Ÿ 日本語 عربي 👩‍👩‍👧 🇫🇷 «\u00a085\u202f700\u00a0» à\u00a0ce jour';
    expect(cleanText(kept)).toBe(kept);
  });

  it('is already clean once cleaned', () => {
    fc.assert(fc.property(anyText, (text) => cleanText(cleanText(text)) === cleanText(text)));
  });

  it('loses nothing a person can see', () => {
    const visible = fc.stringMatching(/^[\p{L}\p{N}\p{P}\p{Zs}\n]*$/u);
    fc.assert(fc.property(visible, (text) => cleanText(text) === text.normalize('NFC')));
  });
});

describe('the paragraphs of a text', () => {
  it('are separated by empty lines, the line breaks inside them stay', () => {
    expect(paragraphs('un\ndeux\n\ntrois\n \t\n\n\nquatre\n')).toEqual(['un\ndeux', 'trois', 'quatre']);
  });

  it.each(['', '  \n\n \n'])('of nothing are none', (text) => {
    expect(paragraphs(text)).toEqual([]);
  });

  it('together hold every word, in order', () => {
    const words = (text: string) => text.split(/\s+/).filter(Boolean);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n') }), (text) => {
        expect(paragraphs(text).flatMap(words)).toEqual(words(text));
      }),
    );
  });
});

describe('a text folded for searching', () => {
  it('has no capital, accent, ligature nor curly apostrophe, and plain spaces', () => {
    expect(foldText('  L’Œuvre\u00a0d’ÉTÉ\n\tça ‘et’ cæsar ')).toBe("l'oeuvre d'ete ca 'et' caesar");
  });

  it('does not depend on capitals, accents or spaces', () => {
    const french = fc.stringMatching(/^[a-zàâçéèêëîïôùûüÿœæ' ]*$/);
    fc.assert(
      fc.property(french, (text) => {
        expect(foldText(text.toUpperCase().normalize('NFD').replaceAll(' ', ' \u00a0\n'))).toBe(foldText(text));
      }),
    );
  });

  it('is already folded once folded', () => {
    fc.assert(fc.property(anyText, (text) => foldText(foldText(text)) === foldText(text)));
  });
});

describe('French typography', () => {
  it('keeps « ? ! : ; » with the word before them and the word inside its guillemets', () => {
    expect(withFrenchSpaces('Qui\u00a0? «\u00a0Nous\u00a0»\u00a0: oui\u00a0! Ou non\u00a0;')).toBe(
      'Qui\u00a0? «\u00a0Nous\u00a0»\u00a0: oui\u00a0! Ou non\u00a0;',
    );
  });

  it('changes no word', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '?', ':', '«', '»', ';', '!') });
    fc.assert(fc.property(text, (typed) => withFrenchSpaces(typed).replaceAll('\u00a0', ' ') === typed));
  });

  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1\u00a0000'],
    [85_700, '85\u00a0700'],
    [1_234_567, '1\u00a0234\u00a0567'],
  ])('%i is written in threes', (value, written) => {
    expect(frenchNumber(value)).toBe(written);
  });

  it('a label goes on from another with a small letter, accents included', () => {
    expect(['Écrire.', 'dossier', 'A', ''].map(lowerFirst)).toEqual(['écrire.', 'dossier', 'a', '']);
  });

  it('zero and one are singular, two is plural', () => {
    expect([0, 1, 2, 1200].map((count) => plural(count, 'manque', 'manques'))).toEqual([
      '0\u00a0manque',
      '1\u00a0manque',
      '2\u00a0manques',
      '1\u00a0200\u00a0manques',
    ]);
  });

  it.each([
    [999, '999\u00a0octets'],
    [1000, '1\u00a0ko'],
    [1500, '1,5\u00a0ko'],
    [1_000_000, '1\u00a0Mo'],
    [1_234_567, '1,2\u00a0Mo'],
    [20_000_000, '20\u00a0Mo'],
  ])('%i bytes: %s', (bytes, written) => {
    expect(fileSize(bytes)).toBe(written);
  });

  it('the last kilobyte before a megabyte is not « 1000 ko »', () => {
    expect(fileSize(999_999)).toBe('1\u00a0Mo');
  });

  it('a text that is too long is told by its limit, and kept', () => {
    expect(tooLongSentence(120_000)).toBe('Ce texte dépasse 120\u00a0000 caractères. Raccourcissez-le\u00a0: rien n’a été effacé.');
  });
});
