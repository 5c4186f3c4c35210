import { describe, expect, test } from 'vitest';
import { composeDossier } from '../../lib/documents/dossier.ts';
import { letters, lettersOf, pagesOf, textOf } from './pdf-text.ts';
import { dossierAnswering, dossierPaper, sha256 } from './samples.ts';

const FOOT = /Dossier TANI-2020-0042, version 1 · Collectivité de Corse Page \d+ \/ \d+$/;

describe('the whole dossier', () => {
  test('carries every question and every answer', async () => {
    const paper = dossierPaper();
    const printed = await lettersOf((await composeDossier(paper)).pdf, FOOT);
    for (const question of paper.sections.flatMap((section) => section.questions)) {
      for (const words of [question.label, ...question.lines]) expect(printed).toContain(letters(words));
    }
  });

  test('says « Non renseigné » once for each question left without an answer', async () => {
    const paper = dossierPaper();
    const unanswered = paper.sections.flatMap((section) => section.questions).filter((question) => question.lines.length === 0);
    const printed = await textOf((await composeDossier(paper)).pdf);
    expect(printed.match(/Non renseigné(?!e)/g)).toHaveLength(unanswered.length);
  });

  test('opens with a cover and a table of contents that names every section', async () => {
    const paper = dossierPaper();
    const [cover, contents] = await pagesOf((await composeDossier(paper)).pdf);
    expect(cover).toContain('Dossier de candidature');
    expect(cover).toContain('Population 340 440 habitants');
    expect(cover).toContain('Reçu le 4 octobre 2019 à 23 h 58 min 12 s (heure de Paris)');
    expect(cover).toContain(sha256('snapshot'));
    expect(contents).toContain('Sommaire');
    for (const section of paper.sections) expect(contents).toContain(section.title);
  });

  test('ends with the files and their fingerprints', async () => {
    const last = (await pagesOf((await composeDossier(dossierPaper())).pdf)).at(-1);
    expect(last).toContain('Lettre de soutien du Président.pdf · 2 pages · 1,2 Mo');
    expect(last).toContain(sha256('letter'));
  });

  test('lays out the lines and the lists of an answer as they were typed', async () => {
    const printed = await textOf((await composeDossier(dossierAnswering('Trois actions :\n- un\n- deux\n\nFin.'))).pdf);
    expect(printed).toContain('Trois actions : - un - deux Fin.');
  });
});
