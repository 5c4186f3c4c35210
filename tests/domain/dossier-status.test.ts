import { expect, it } from 'vitest';
import { dossierStatuses, isDossierStatus, outcomes, statusForCandidate, statusLabels } from '../../lib/domain/dossier-status.ts';

it('a status is one of the eight, and nothing an object has of its own', () => {
  expect(dossierStatuses.map(isDossierStatus)).toEqual(Array(8).fill(true));
  expect(['', 'Draft', 'toString', 'submitted '].map(isDossierStatus)).toEqual([false, false, false, false]);
});

it('every status has its own French word', () => {
  expect(dossierStatuses.map((status) => statusLabels[status])).toEqual([
    'Brouillon',
    'Déposé',
    'Recevable',
    'Irrecevable',
    'Lauréat',
    'Liste complémentaire',
    'Non retenu',
    'Retiré',
  ]);
});

it('an outcome is a final status', () => {
  expect(outcomes).toEqual(['laureate', 'reserve', 'notSelected']);
  expect(outcomes.map(isDossierStatus)).toEqual([true, true, true]);
});

it('its own people read « déposé » until the closing, « en instruction » until the decision, and never « recevable »', () => {
  expect(statusForCandidate('submitted', 'deposit')).toEqual({ status: 'submitted', label: 'Déposé' });
  expect(statusForCandidate('submitted', 'closed')).toEqual({ status: 'submitted', label: 'En instruction' });
  expect(statusForCandidate('admissible', 'closed')).toEqual({ status: 'submitted', label: 'En instruction' });
  expect(statusForCandidate('draft', 'closed')).toEqual({ status: 'draft', label: 'Brouillon' });
  for (const status of ['inadmissible', 'withdrawn', ...outcomes] as const) {
    expect(statusForCandidate(status, 'closed')).toEqual({ status, label: statusLabels[status] });
  }
});
