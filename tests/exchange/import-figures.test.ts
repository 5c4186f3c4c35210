import { describe, expect, it } from 'vitest';
import { type Figure, fileFigures, formatFigures, tableOf, textFigures, withoutCorse } from '../import-figures/figures.ts';

const summary = ({ dossier, variant, fewest, exact, wrongAndSure }: Figure) => ({ dossier, variant, fewest, exact, wrongAndSure });

describe('the answers of a dossier come back', () => {
  it.skipIf(withoutCorse)(
    'all fifteen, word for word, from the real dossier in every format',
    async () => {
      const figures = await formatFigures();
      expect(figures).toHaveLength(5);
      for (const figure of figures) expect(summary(figure)).toMatchObject({ fewest: 15, exact: 15, wrongAndSure: 0 });
    },
    30_000,
  );

  it('all fifteen, word for word, from every kind of file: tables and columns too', async () => {
    for (const figure of await fileFigures()) expect(summary(figure)).toMatchObject({ fewest: 15, exact: 15, wrongAndSure: 0 });
  }, 60_000);

  it('at least fourteen wherever they are asked, and never a wrong one said to be sure', () => {
    const figures = textFigures();
    expect(figures.length).toBeGreaterThanOrEqual(30);
    for (const figure of figures) {
      expect([figure.variant, figure.wrongAndSure, figure.details.filter((detail) => / sure /.test(detail))]).toEqual([
        figure.variant,
        0,
        [],
      ]);
      if (figure.asksAll) expect([figure.variant, figure.fewest >= 14]).toEqual([figure.variant, true]);
    }
    expect(tableOf(figures).split('\n')).toHaveLength(figures.length + 1);
  }, 60_000);
});
