import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import { criterionSuggestions } from '../../../lib/domain/import/criteria-passages.ts';

const suggested = (text: string) =>
  criterionSuggestions(tani2020, { proposals: [], tray: [{ title: '', text, sectionCode: null }] }, tani2020.categories[0] ?? null);

describe('passages that may prove a criterion', () => {
  it('are the arguments numbered like the criteria', () => {
    const letter = [
      'Du point de vue des critères de sélection :',
      ...[1, 2, 3, 4, 5].map((rank) => `${rank}. Notre argument de rang ${'abcde'[rank - 1]}.`),
    ];
    expect(suggested(letter.join('\n')).map(({ criterionCode, reason, text }) => [criterionCode, reason, text.at(-2)])).toEqual(
      ['C1', 'C2', 'C3', 'C4', 'C5'].map((code, rank) => [code, 'numbered', 'abcde'[rank]]),
    );
  });

  it('or those that share the criterion’s words, never the call’s own text', () => {
    const own = 'Nous avons distribué deux mille pass numériques et candidaté à l’appel à projets correspondant en 2019.';
    const found = suggested(
      [own, 'Le territoire compte trente communes autour d’une rivière et quatre vallées.', tani2020.categories[0]?.criteria[0]?.text].join(
        '\n',
      ),
    );
    expect(found.filter(({ criterionCode }) => criterionCode === 'C1').map(({ text }) => text)).toEqual([own]);
  });
});
