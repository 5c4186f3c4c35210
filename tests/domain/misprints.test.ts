import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { itemOnScreen, onScreen } from '../../lib/domain/misprints.ts';
import { smallCall } from '../support/small-call.ts';

describe('on screen', () => {
  it('the known misprints of a call are corrected wherever they stand, and nothing else', () => {
    expect(onScreen(tani2020, '(SDAASAP1, SDUSN2, etc.) et SDAASAP1, SDUSN2')).toBe('(SDAASAP, SDUSN, etc.) et SDAASAP, SDUSN');
    expect(onScreen(tani2020, 'L’Etat, la Mission, SDAASAP1')).toBe('L’Etat, la Mission, SDAASAP1');
  });

  it('a call has its own misprints', () => {
    expect(onScreen(smallCall, 'pluseurs SDAASAP1, SDUSN2')).toBe('plusieurs SDAASAP1, SDUSN2');
  });

  it('an item of a list loses the sign that closed it', () => {
    expect(itemOnScreen(tani2020, 'schémas (SDAASAP1, SDUSN2, etc.) ;')).toBe('schémas (SDAASAP, SDUSN, etc.)');
    expect(itemOnScreen(tani2020, 'Déploiement du dispositif de pass numérique ;')).toBe('Déploiement du dispositif de pass numérique');
    expect(itemOnScreen(tani2020, 'sur son territoire.')).toBe('sur son territoire');
    expect(itemOnScreen(tani2020, 'a ; b. c')).toBe('a ; b. c');
  });
});
