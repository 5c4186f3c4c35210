import { expect, it } from 'vitest';
import { phaseAt } from '../../lib/domain/phase.ts';

const call = { opensAt: new Date('2031-03-01T08:00:00Z'), closesAt: new Date('2031-04-01T10:00:00Z') };

it.each([
  ['2031-03-01T07:59:59.999Z', 'beforeOpening'],
  ['2031-03-01T08:00:00.000Z', 'deposit'],
  ['2031-04-01T09:59:59.999Z', 'deposit'],
  ['2031-04-01T10:00:00.000Z', 'closed'],
  ['2031-04-01T10:00:00.001Z', 'closed'],
])('at %s: %s', (instant, phase) => {
  expect(phaseAt(call, new Date(instant))).toBe(phase);
});

it('« avant le 5 octobre 2019 », no opening date: open from ever until that midnight in Paris', () => {
  const tani = { opensAt: null, closesAt: new Date('2019-10-05T00:00:00+02:00') };
  expect(phaseAt(tani, new Date(0))).toBe('deposit');
  expect(phaseAt(tani, new Date('2019-10-04T23:59:59.999+02:00'))).toBe('deposit');
  expect(phaseAt(tani, new Date('2019-10-05T00:00:00.000+02:00'))).toBe('closed');
});
