import { describe, expect, it } from 'vitest';
import { errorText } from '../../lib/infra/log.ts';

describe('what a thrown value says', () => {
  it('is its name and message, on one line of 500 signs at most', () => {
    expect(errorText(new TypeError('a\n  b'))).toBe('TypeError: a b');
    expect(errorText(new Error('x'.repeat(1000)))).toHaveLength(500);
  });

  it('is the message of an object that only looks like an error, and the value itself otherwise', () => {
    expect(errorText({ message: 'the queue is closed', queue: 'sendMail' })).toBe('the queue is closed');
    expect(errorText('stopped')).toBe('stopped');
    expect(errorText(null)).toBe('null');
  });
});
