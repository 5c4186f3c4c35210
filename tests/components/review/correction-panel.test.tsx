import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { CorrectionHistory } from '../../../components/review/correction-panel.tsx';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import type { AskedCorrection } from '../../../lib/domain/correction.ts';

it('a request says when it was asked and withdrawn, and by which clocks', () => {
  const request: AskedCorrection = {
    id: 'x',
    version: 1,
    by: 'Camille',
    askedAt: new Date('2026-11-27T03:11:00Z'),
    dueAt: new Date('2026-12-05T23:00:00Z'),
    state: 'withdrawn',
    points: [],
    answeredVersion: null,
    unchanged: [],
    withdrawal: { reason: 'Le point est clair.', at: new Date('2026-11-28T09:00:00Z'), by: 'Agathe' },
  };
  const shown = renderToStaticMarkup(<CorrectionHistory requests={[request]} definition={tani2020} />).replaceAll('\u00a0', ' ');
  expect(shown).toContain('Demande du vendredi 27 novembre 2026 à 4 h 11 (heure de Paris), par Camille');
  expect(shown).toContain('Retirée le samedi 28 novembre 2026 à 10 h 00 (heure de Paris) par Agathe.');
});
