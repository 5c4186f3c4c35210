import { describe, expect, it } from 'vitest';
import { place } from '../../../lib/domain/import/placement.ts';
import { isEmpty, segmentsOf } from '../../../lib/domain/import/segments.ts';
import { money, reading, talk } from './written.ts';

describe('cutting a document', () => {
  it('leaves no character out and none twice', () => {
    const { source, tokens, found, titles, form } = reading([
      'Une lettre.',
      '5. Moyens mis en œuvre',
      `• ${money}`,
      'Mille.',
      `• ${talk}`,
      'Une carte.',
      'Annexe 4',
      'Un plan.',
    ]);
    const segments = segmentsOf(source, tokens, place(source, tokens, found, titles, form), titles, form);
    const pieces = segments.flatMap(({ mark, end }) => [source.body.slice(mark.start, mark.end), source.body.slice(mark.end, end)]);
    expect(pieces.join('')).toBe(source.body);
    expect(segments.map(({ mark }) => mark.kind)).toEqual(['beginning', 'title', 'question', 'question', 'title']);
    expect(isEmpty(source, 0, source.body.length)).toBe(false);
  });
});
