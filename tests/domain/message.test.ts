import { describe, expect, it } from 'vitest';
import { maxMessageLength, messageProblem, threadState } from '../../lib/domain/message.ts';

describe('a message', () => {
  it('has words, and no more than its limit, which is told', () => {
    expect(messageProblem('')).toMatch(/Écrivez/);
    expect(messageProblem('x')).toBeNull();
    expect(messageProblem('x'.repeat(maxMessageLength))).toBeNull();
    expect(messageProblem('x'.repeat(maxMessageLength + 1))).toMatch(/5\u00a0000 caractères/);
  });
});

describe('a conversation', () => {
  it('waits for a reader, then for an answer, then for nothing', () => {
    expect(threadState('candidate', 2)).toBe('unread');
    expect(threadState('candidate', 0)).toBe('unanswered');
    expect(threadState('mission', 0)).toBe('answered');
    expect(threadState('mission', 1)).toBe('unread');
  });
});
