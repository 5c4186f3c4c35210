import { expect, it } from 'vitest';
import { criterionFieldName, criterionPositions } from '../../lib/domain/criterion-fields.ts';

it('the fields of a criterion are named after the question, the criterion and what they hold', () => {
  expect((['position', 'explanation', 'proof'] as const).map((field) => criterionFieldName('criteres', 'C1', field))).toEqual([
    'criteres:C1:position',
    'criteres:C1:explanation',
    'criteres:C1:proof',
  ]);
});

it('a candidate stands in one of four positions on a criterion', () => {
  expect(criterionPositions).toEqual({ achieved: 'acquis', started: 'engagé', planned: 'prévu', no: 'non' });
});
