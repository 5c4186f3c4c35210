import { describe, expect, it } from 'vitest';
import { spanOf } from '../../../lib/domain/import/spans.ts';
import { humans, reading } from './written.ts';

describe('where a question stands', () => {
  const spanIn = (lines: string[], code: string) => {
    const { source, tokens, found, codeOf } = reading(lines);
    const best = found.filter(({ target }) => codeOf(target) === code).sort((a, b) => b.score - a.score)[0];
    if (!best) throw new Error('not found');
    const span = spanOf(source, tokens, best);
    return { ...span, text: source.body.slice(span.start, span.end) };
  };

  it('takes its bullet and its closing marks, on other lines too', () => {
    expect(spanIn(['Avant.', '•', humans, 'Deux.'], '5-2').text).toBe(`•\n${humans}`);
    expect(
      spanIn(['Cette politique s’inscrit-elle dans un document de cadrage plus large (SDAASAP, SDUSN,', 'SCORAN …) ?', 'Oui.'], '4-5').text,
    ).toMatch(/\?$/);
  });

  it('goes as far as its question mark, and says that it did', () => {
    expect(spanIn(['Quels sont les moyens humains du bureau ? Deux.'], '5-2')).toMatchObject({
      text: 'Quels sont les moyens humains du bureau ?',
    });
  });

  it('says when it begins inside a sentence', () => {
    expect(spanIn([`Nous avons lu ${humans} Deux.`], '5-2').isInside).toBe(true);
    expect(spanIn([`Deux agents. ${humans} Deux.`], '5-2').isInside).toBe(false);
  });
});
