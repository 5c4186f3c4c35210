import { describe, expect, test } from 'vitest';
import { composeCharter } from '../../lib/documents/charter.ts';
import type { CharterBlock } from '../../lib/domain/charter-version.ts';
import { letters, lettersOf, pagesOf, textOf } from './pdf-text.ts';
import { charterPaper, charterVersion } from './samples.ts';

const FOOT = /Charte « Territoire d’Actions pour un numérique inclusif » · Réf\. TANI-2020-0042 Page \d+ \/ \d+$/;

describe('the charter', () => {
  test.each(['v1', 'v2', 'v3'])('carries every sentence of %s, word for word', async (code) => {
    const { pdf } = await composeCharter(
      charterPaper(
        code,
        charterVersion(code)
          .measures.slice(1, 3)
          .map((measure) => measure.code),
      ),
    );
    const printed = await lettersOf(pdf, FOOT);
    for (const sentence of sentencesOf(code)) expect(printed).toContain(letters(sentence));
  });

  test('keeps the misprints of the official text', async () => {
    const printed = await textOf((await composeCharter(charterPaper('v3', ['PASS', 'PIX']))).pdf);
    expect(printed).toContain('création de services numérique via');
    expect(printed).toContain("les services de l'Etat concernés");
  });

  test('marks the chosen measures with a word in the text, and lists them with their numbers', async () => {
    const printed = await textOf((await composeCharter(charterPaper('v2', ['AIDANTS', 'PASS']))).pdf);
    expect(printed).toContain('2 ✓ Choisi Mise en place de dispositifs de formation');
    expect(printed).toContain('4 ✓ Choisi Déploiement du dispositif de pass numérique');
    expect(printed.match(/✓ Choisi (?!:)/g)).toHaveLength(2);
    expect(printed).toContain('Le territoire s’engage sur les dispositifs suivants :');
    expect(printed).toContain('2. Formation et outillage des aidants numériques 4. Pass numérique');
  });

  test('holds on two pages with eight measures chosen', async () => {
    const pages = await pagesOf(
      (
        await composeCharter(
          charterPaper(
            'v3',
            charterVersion('v3').measures.map((m) => m.code),
          ),
        )
      ).pdf,
    );
    expect(pages).toHaveLength(2);
    expect(pages.join(' ').match(/✓ Choisi (?!:)/g)).toHaveLength(8);
  });

  test('says where, when, who, and how to verify', async () => {
    const printed = await textOf((await composeCharter(charterPaper())).pdf);
    expect(printed).toContain('Fait à Amiens, le 16 janvier 2020');
    expect(printed).toContain("Pour l’État Cédric O Secrétaire d'État auprès du ministre de l’Économie et des Finances");
    expect(printed).toContain('Pour le territoire : Collectivité de Corse Gilles Simeoni Président du Conseil exécutif de Corse');
    expect(printed).toContain('Interlocuteur référent : Marie Exemple, marie.exemple@example.corsica.');
    expect(letters(printed)).toContain('https://tani.example.gouv.fr/verifier/K7QF-2M9X-4TWD');
    expect(printed).toContain('Document établi le jeudi 16 janvier 2020 à 10 h 12 (heure de Paris)');
    expect(printed).toContain('Page 1 / 2');
  });

  test.each([
    [{ demonstration: true, qualified: false }, 'certificat de démonstration, non qualifié'],
    [{ demonstration: false, qualified: false }, 'certificat non qualifié'],
    [{ demonstration: false, qualified: true }, 'certificat déclaré qualifié par son émetteur'],
  ])('says what its seal is worth: %o', async (kind, words) => {
    const { pdf } = await composeCharter({ ...charterPaper(), seal: { label: 'Cachet de la Mission', ...kind } });
    expect(await textOf(pdf)).toContain(`Scellé par Cachet de la Mission ${words}`);
  });

  test('gives one signature block to each signatory, the State’s first', async () => {
    const paper = charterPaper();
    const second = { side: 'territory' as const, name: 'Nanette Exemple', title: 'Présidente de l’Assemblée de Corse' };
    const printed = await textOf((await composeCharter({ ...paper, signatories: [second, ...paper.signatories] })).pdf);
    expect(printed.indexOf('Cédric O')).toBeLessThan(printed.indexOf('Nanette Exemple'));
    expect(printed.indexOf('Nanette Exemple')).toBeLessThan(printed.indexOf('Gilles Simeoni'));
    expect(printed.match(/Pour l’État/g)).toHaveLength(1);
  });

  test('of a fictitious call says so on each page, and in its title', async () => {
    const { pdf } = await composeCharter({ ...charterPaper(), fictitious: true });
    for (const page of await pagesOf(pdf)) expect(page).toContain('Document d’essai : appel fictif, sans valeur');
    const real = await textOf((await composeCharter(charterPaper())).pdf);
    expect(real).not.toContain('Document d’essai');
  });

  test('tells where its seal block stands: inside the last page', async () => {
    const { pdf, sealBlock } = await composeCharter(charterPaper());
    expect(sealBlock.page).toBe((await pagesOf(pdf)).length);
    expect(sealBlock.x + sealBlock.width).toBeLessThan(596);
    expect(sealBlock.y + sealBlock.height).toBeLessThan(842);
    expect(sealBlock.width).toBeGreaterThan(150);
  });
});

function sentencesOf(code: string): string[] {
  const version = charterVersion(code);
  const measures = version.measures.map((measure) => measure.text);
  return [
    version.title,
    ...version.preamble,
    ...version.articles.flatMap((article) => [article.title, ...article.blocks.flatMap((block) => wordsOf(block, measures))]),
  ];
}

function wordsOf(block: CharterBlock, measures: string[]): string[] {
  if (block.kind === 'measures') return measures;
  return block.kind === 'list' ? block.items : [block.text];
}
