import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import { headBlocks, offlineForm, preamble } from '../../../lib/domain/offline-form/blocks.ts';
import { offlineFields } from '../../../lib/domain/offline-form/fields.ts';

describe('the form to fill without a network', () => {
  it('asks each question in its exact words, with its advice, its mark and room to answer', () => {
    const blocks = offlineForm(tani2020, {});
    const at = blocks.findIndex(({ text }) => text === '[fiche-5 · 5-2]');
    expect(blocks.slice(at - 2, at + 2).map(({ kind, text }) => [kind, text.replace(/\s/g, ' ')])).toEqual([
      ['question', 'Quels sont les moyens humains mobilisés/mobilisables ?'],
      ['hint', 'Longueur conseillée : 1 500 caractères.'],
      ['anchor', '[fiche-5 · 5-2]'],
      ['answer', ''],
    ]);
  });

  it('says its call at its head, and the title of a section once', () => {
    expect(headBlocks(tani2020).at(-1)?.text).toBe('[appel · tani-2020]');
    const [first, second] = offlineFields(tani2020, []).filter(({ section }) => section.code === 'fiche-5');
    expect(first && preamble(first, null).map(({ kind }) => kind)).toContain('section');
    expect(first && second && preamble(second, first).map(({ kind }) => kind)).not.toContain('section');
  });
});
