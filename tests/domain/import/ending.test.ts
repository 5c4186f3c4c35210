import { describe, expect, it } from 'vitest';
import { withoutEnding } from '../../../lib/domain/import/ending.ts';

describe('taking away a known ending', () => {
  it('takes it once, broken elsewhere or not', () => {
    expect(withoutEnding(['a', 'b c', 'b c'], ['b c'])).toEqual({ kept: ['a', 'b c'], isExact: true });
    expect(withoutEnding(['a', 'b', 'c'], ['b c'])).toEqual({ kept: ['a'], isExact: true });
    expect(withoutEnding(['a'], [])).toEqual({ kept: ['a'], isExact: true });
  });

  it('takes nothing when it is not there', () => {
    expect(withoutEnding(['a', 'x'], ['b c'])).toEqual({ kept: ['a', 'x'], isExact: false });
    expect(withoutEnding([], ['b'])).toEqual({ kept: [], isExact: false });
  });
});
