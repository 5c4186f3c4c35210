import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedTray } from '../../../lib/domain/import/tray.ts';

const passage = fc.record({
  title: fc.string(),
  text: fc.string({ minLength: 1 }),
  sectionCode: fc.constantFrom(null, 'fiche-1', 'fiche-2'),
});

describe('a tray somebody can go through', () => {
  it('is left as it is up to the limit, and joins the shortest neighbours beyond', () => {
    const tray = ['aaaa', 'b', 'c', 'dddd'].map((text) => ({ title: text, text, sectionCode: 'fiche-1' }));
    expect(boundedTray(tray, 4)).toEqual(tray);
    expect(boundedTray(tray, 3).map(({ title, text }) => [title, text])).toEqual([
      ['aaaa', 'aaaa'],
      ['b', 'b\n\nc'],
      ['dddd', 'dddd'],
    ]);
    expect(
      boundedTray(
        [
          { title: '', text: 'x', sectionCode: 'fiche-1' },
          { title: '', text: 'y', sectionCode: 'fiche-2' },
        ],
        1,
      ),
    ).toEqual([{ title: '', text: 'x\n\ny', sectionCode: null }]);
  });

  it('goes as fast through a hundred thousand passages', () => {
    const tray = Array.from({ length: 100_000 }, (_, n) => ({ title: '', text: String(n), sectionCode: null }));
    const bounded = boundedTray(tray);
    expect(bounded).toHaveLength(60);
    expect(bounded.map(({ text }) => text).join('\n\n')).toBe(tray.map(({ text }) => text).join('\n\n'));
  });

  it('never loses a text, whatever its size', () => {
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 80 }), fc.integer({ min: 1, max: 10 }), (tray, most) => {
        const bounded = boundedTray(tray, most);
        expect(bounded.length).toBeLessThanOrEqual(Math.max(most, 0));
        expect(bounded.map(({ text }) => text).join('\n\n')).toBe(tray.map(({ text }) => text).join('\n\n'));
      }),
    );
  });
});
