import { describe, expect, it } from 'vitest';
import { render } from '../../../lib/domain/import/rendering.ts';
import { sourceOf } from '../../../lib/domain/import/source.ts';

const rendered = (lines: string[], format: 'docx' | 'pdf' = 'pdf') => {
  const source = sourceOf({ format, lines });
  return render(source, 0, source.body.length);
};
const filling = Array.from({ length: 6 }, (_, at) => [
  '',
  `Un paragraphe qui remplit à peu près toute la ligne, comme il faut n° ${'abcdef'[at]}.`,
]).flat();

describe('the text of an answer', () => {
  it('joins what the paper broke, hyphens included, but keeps those of the language', () => {
    const { text } = rendered([
      'Nous voulons que la médiation numérique soit une vraie mission de ser-',
      'vice public, et que chacun puisse trouver près de chez lui un rendez-',
      'vous, un conseil ou une aide.',
      ...filling,
    ]);
    expect(text.split('\n')[0]).toBe(
      'Nous voulons que la médiation numérique soit une vraie mission de service public, et que chacun puisse trouver près de chez lui un rendez-vous, un conseil ou une aide.',
    );
  });

  it('keeps lists and paragraphs, and says when a line is doubtful', () => {
    expect(rendered(['Trois choses :', '• une ;', '• deux.', '', 'Fin.'], 'docx')).toEqual({
      text: 'Trois choses :\n• une ;\n• deux.\n\nFin.',
      hasDoubt: false,
    });
    expect(rendered(['Un.', '', '5', '', 'Deux.'], 'docx')).toEqual({ text: 'Un.\n\nDeux.', hasDoubt: true });
    expect(rendered(['', ' '], 'docx').text).toBe('');
  });
});
