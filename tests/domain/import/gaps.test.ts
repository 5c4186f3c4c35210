import { describe, expect, it } from 'vitest';
import { guessMissing } from '../../../lib/domain/import/gaps.ts';
import { humans, money, proposed, reading, talk } from './written.ts';

describe('questions said in other words', () => {
  it('are guessed between their neighbours, to be checked', () => {
    const { by } = proposed([money, 'Mille euros.', 'Moyens humains', 'Deux agents.', talk, 'Une carte.']);
    expect(by('5-2')).toMatchObject({ certainty: 'toCheck', text: 'Deux agents.', asked: 'Moyens humains' });
    expect(by('5-1')).toMatchObject({ certainty: 'toCheck', doubt: 'end' });
  });

  it('or by their place, when as many are asked as are missing', () => {
    const { by } = proposed([money, 'Mille euros.', 'Qui s’en occupe chez vous ?', 'Deux agents.', talk, 'Une carte.']);
    expect(by('5-2')).toMatchObject({ certainty: 'toCheck', doubt: 'guessed', text: 'Deux agents.' });
  });

  it('are nothing where nothing resembles them', () => {
    const { source, tokens, found, titles, form } = reading(['Une lettre sans question.', humans.slice(0, 5)]);
    expect(guessMissing(source, tokens, found, [], titles, form)).toEqual([]);
  });
});
