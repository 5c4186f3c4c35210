import { expect, it } from 'vitest';
import { dossierStatuses, isDossierStatus, outcomes, statusLabels } from '../../lib/domain/dossier-status.ts';

it('a status is one of the seven, and nothing an object has of its own', () => {
  expect(dossierStatuses.map(isDossierStatus)).toEqual(Array(7).fill(true));
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
  ]);
});

it('an outcome is a final status', () => {
  expect(outcomes).toEqual(['laureate', 'reserve', 'notSelected']);
  expect(outcomes.map(isDossierStatus)).toEqual([true, true, true]);
});
