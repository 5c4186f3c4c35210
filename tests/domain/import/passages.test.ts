import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../../lib/domain/import/passages.ts';
import { reading } from './written.ts';

describe('what answers no question', () => {
  it('is parted at the author’s titles, the paper’s own lines apart', () => {
    const { source } = reading([
      'Un début assez long pour être un paragraphe de la lettre.',
      'Nos motivations',
      'Nous voulons apprendre des autres territoires, et partager.',
      '\f',
      '2',
    ]);
    const { tray, recognised } = passagesOf(
      source,
      [{ mark: { kind: 'beginning', start: 0, end: 0 }, end: source.body.length }],
      new Set(),
    );
    expect(tray.map(({ title }) => title)).toEqual(['', 'Nos motivations']);
    expect(tray[1]?.text).toMatch(/^Nos motivations\n/);
    expect(recognised).toEqual([]);
  });
});
