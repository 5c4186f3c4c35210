import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { proposeEligibility } from '../../lib/domain/eligibility.ts';
import { smallCall } from '../support/small-call.ts';

const unknown = 'La nature de la structure n’est pas indiquée dans le dossier\u00a0: elle reste à établir.';

describe('what is proposed of a structure', () => {
  it.each([
    ['intercommunalite', 'eligible'],
    ['departement', 'eligible'],
    ['region', 'ineligible'],
    ['commune', 'ineligible'],
    ['structure-de-cooperation', 'eligible'],
    ['gip', 'eligible'],
    ['autre-participation-publique', 'toJudge'],
  ])('3.1, « comprise entre l’intercommunalité (ou métropole) et le département »: %s, %s', (kind, proposal) => {
    expect(proposeEligibility(tani2020, kind).proposal).toBe(proposal);
  });

  it('comes with its reason and the words of the call', () => {
    expect(proposeEligibility(tani2020, 'gip')).toEqual({
      proposal: 'eligible',
      reason: 'L’appel cite les GIP parmi les structures à participation publique.',
      quote: "D'autres structures à participation publique (GIP...) ;",
    });
  });

  it('is left to judge when the dossier does not say what the structure is', () => {
    expect(proposeEligibility(tani2020, '')).toMatchObject({ proposal: 'toJudge', reason: unknown });
  });
});

describe('another call, other kinds', () => {
  it('decides by its own data', () => {
    expect(['bibliotheque', 'association', 'librairie'].map((kind) => proposeEligibility(smallCall, kind))).toEqual([
      { proposal: 'eligible', reason: 'Le règlement la cite.', quote: 'Toute bibliothèque ;' },
      { proposal: 'toJudge', reason: 'Selon ses statuts.', quote: 'Certaines associations ;' },
      { proposal: 'ineligible', reason: 'Elle vend.', quote: 'Hors commerce.' },
    ]);
  });

  it('knows nothing of the kinds of TANI', () => {
    expect(proposeEligibility(smallCall, 'departement')).toEqual({ proposal: 'toJudge', reason: unknown, quote: 'Toute bibliothèque ;' });
  });
});
