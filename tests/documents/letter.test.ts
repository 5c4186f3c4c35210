import { describe, expect, test } from 'vitest';
import { composeLetter } from '../../lib/documents/letter.ts';
import { pagesOf, textOf } from './pdf-text.ts';
import { letterPaper, sha256 } from './samples.ts';

describe('the support letter', () => {
  test('bears its text once, who signs it with function, structure and mandate, for whom and for which call', async () => {
    const printed = await textOf((await composeLetter(letterPaper())).pdf);
    expect(printed).toContain('Je soutiens cette candidature.');
    expect(printed.match(/Dominique Exemple/g)).toHaveLength(2); // under the letter, and among what proves it
    expect(printed).toContain('Vice-présidente, Collectivité de Corse');
    expect(printed).toContain('Conseillère à l’Assemblée');
    expect(printed).toContain('Candidature Collectivité de Corse');
    expect(printed).toContain('Territoire Corse');
  });

  test('says how it was confirmed: who, at which address, when, and the fingerprints of what was read', async () => {
    const printed = await textOf((await composeLetter(letterPaper())).pdf);
    expect(printed).toContain('Envoyée à Dominique Exemple, dominique@example.corsica');
    expect(printed).toContain('Ouverte le 21 septembre 2019 à 19 h 40 min 02 s (heure de Paris)');
    expect(printed).toContain('Texte confirmé le 21 septembre 2019 à 19 h 43 min 05 s');
    for (const text of ['text', 'shown']) expect(printed).toContain(sha256(text));
    expect(printed).toContain('ne remplace pas la signature électronique');
  });

  test('holds on one page, and keeps every word of a text that ends otherwise or is long', async () => {
    expect(await pagesOf((await composeLetter(letterPaper())).pdf)).toHaveLength(1);
    const long = `${'Une phrase de soutien, encore une. '.repeat(220)}\n\nFin de la lettre.`;
    const { pdf, sealBlock } = await composeLetter(letterPaper(long));
    expect(await textOf(pdf)).toContain('Fin de la lettre.');
    expect(sealBlock.page).toBe((await pagesOf(pdf)).length);
  });
});
