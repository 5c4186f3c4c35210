import { describe, expect, it } from 'vitest';
import { humans, reading } from './written.ts';

describe('the words of a document', () => {
  it('say where a question may begin and end', () => {
    const { tokens } = reading([`• ${humans} Deux agents.`, 'Autre ligne']);
    expect(tokens[0]).toMatchObject({ isFirstOfLine: true, begins: true, ends: null });
    expect(tokens.filter(({ ends }) => ends === 'question')).toHaveLength(1);
    expect(tokens.at(-1)).toMatchObject({ ends: 'paragraph', closes: true });
  });

  it('forgive one letter', () => {
    const { tokens } = reading(['comunication xylophone']);
    expect(tokens.map(({ id }) => id >= 0)).toEqual([true, false]);
  });
});
