import { expect, it } from 'vitest';
import { comparedField } from '../../../components/form/compared-field.ts';
import type { FieldView } from '../../../components/form/field-view.ts';

const fields: FieldView[] = [
  { code: 'recit', label: 'Votre récit', control: 'paragraphs', rows: 4 },
  { code: 'nom', label: 'Nom', control: 'line', type: 'text', narrow: false },
  { code: 'nature', label: 'Nature', control: 'choice', options: [{ value: 'departement', label: 'Département' }] },
  { code: 'siren', label: 'SIREN', control: 'identifier' },
  { code: 'criteres', label: 'Les critères', control: 'criteria', rows: [], categoryPage: null },
];

it.each([
  ['recit', 'Votre récit', 'paragraphs'],
  ['nom', 'Nom', 'line'],
  ['nature', 'Nature', 'choice'],
  ['criteres:C1:explanation', 'Les critères – C1', 'paragraphs'],
  ['criteres:C1:proof', 'Les critères – C1, où le vérifier', 'line'],
  ['criteres:C1:position', 'Les critères – C1, où vous en êtes', 'choice'],
  ['siren:registre', 'SIREN, registre', 'choice'],
  ['siren:autre', 'Son RIDET ou son numéro TAHITI', 'line'],
  ['inconnu', 'inconnu', 'line'],
])('%s is told as « %s »', (name, label, kind) => {
  expect(comparedField(fields, name)).toMatchObject({ label, kind });
});

it('a choice is told by its words', () => {
  expect(comparedField(fields, 'nature').options).toEqual([{ value: 'departement', label: 'Département' }]);
  expect(comparedField(fields, 'criteres:C1:position').options).toContainEqual({ value: 'started', label: 'engagé' });
});
