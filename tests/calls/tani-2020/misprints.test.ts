import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import { charters } from '../../../lib/calls/tani-2020/charters.ts';
import { misprints } from '../../../lib/calls/tani-2020/misprints.ts';
import { sheetSections } from '../../../lib/calls/tani-2020/sheet.ts';
import { onScreen } from '../../../lib/domain/misprints.ts';
import { publishedText, withoutPublishedTexts, wordsOf, wordsOfCharter } from '../source-text.ts';

const sheetWords = sheetSections
  .flatMap(({ title, sourceTitle, questions }) => [sourceTitle ?? title, ...questions.map((q) => q.sourceLabel ?? q.label)])
  .join(' ');
const held = [wordsOf(tani2020.presentation), sheetWords, ...charters.map(wordsOfCharter)].join('\n');

it('the known slips are nine', () => {
  expect(misprints.map(({ shown }) => shown)).toEqual([
    'Avez-vous prévu de mettre en place/mis en place des dispositifs de mesure d’impact',
    'Nom de la structure',
    '4. Élaboration et mise en place',
    'allez-vous travailler ?',
    'bureau d’études…',
    'SCORAN…',
    'SDAASAP, SDUSN',
    'L’État, par le Programme Société Numérique de l’ANCT, s’engage à :',
    'rencontrée sur leur territoire',
  ]);
});

describe.each(misprints)('$where: « $source »', ({ source, shown }) => {
  it('stands in the texts the application holds, which keep it', () => {
    expect(held).toContain(source);
  });

  it.skipIf(withoutPublishedTexts)('stands in a published text', () => {
    const published = [
      publishedText('sources/ami-promotion-2-et-annexes'),
      publishedText('sources/charte-amiens-2020-01-16'),
      publishedText('sources/charte-2020-huit-dispositifs'),
    ];
    expect(published.some((text) => text.includes(source))).toBe(true);
  });

  it('is shown corrected, and the correction is not corrected again', () => {
    expect(shown).not.toBe(source);
    expect(onScreen(tani2020, `Avant. ${source} Après.`)).toBe(`Avant. ${shown} Après.`);
    expect(onScreen(tani2020, shown)).toBe(shown);
  });
});

it('the title of a page and the label of a question of Annexe 3 are their published words corrected', () => {
  expect(sheetSections.map((s) => onScreen(tani2020, s.sourceTitle ?? s.title))).toEqual(sheetSections.map((s) => s.title));
  const labels = sheetSections.flatMap(({ questions }) => questions);
  expect(labels.map((q) => onScreen(tani2020, q.sourceLabel ?? q.label))).toEqual(labels.map((q) => q.label));
});
