import { describe, expect, it } from 'vitest';
import { doubtOf, doubtSentence, doubts } from '../../../lib/domain/import/doubts.ts';
import { humans, money, proposed, reading, talk } from './written.ts';

describe('what makes an answer doubtful', () => {
  it('is said in French', () => {
    expect(new Set(doubts.map(doubtSentence)).size).toBe(doubts.length);
  });

  it('is a missing question that could hide inside', () => {
    const { by } = proposed([money, 'Mille euros.', 'Deux agents.', talk, 'Une carte.', '6. Retours d’expériences']);
    expect(by('5-1')).toMatchObject({ certainty: 'toCheck', doubt: 'end' });
  });

  it('is a title of the author’s before the next question, or something after the last one', () => {
    const { by } = proposed([money, 'Mille euros.', 'Notre équipe', humans, 'Deux.', talk, 'Une carte.', 'Pièces du dossier', 'Un plan.']);
    expect(by('5-1')?.doubt).toBe('end');
    expect(by('5-3')?.certainty).toBe('toCheck');
  });

  it('is nothing when the question and both ends are plain', () => {
    expect(proposed([money, 'Mille euros.', humans, 'Deux.', talk, 'Une carte.']).by('5-2')).toMatchObject({
      certainty: 'sure',
      doubt: null,
    });
    const { source, form } = reading(['Un texte.']);
    expect(doubtOf(source, [{ mark: { kind: 'beginning', start: 0, end: 0 }, end: 9 }], 0, form.targets, [])).toBe('wholeSection');
  });
});
