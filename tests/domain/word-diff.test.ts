import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords, type DiffPart } from '../../lib/domain/word-diff.ts';

const marked = (parts: DiffPart[]) => parts.map(({ text, shared }) => (shared ? text : `[${text}]`)).join('');
const whole = (parts: DiffPart[]) => parts.map(({ text }) => text).join('');
const sharedOnly = (parts: DiffPart[]) =>
  parts
    .filter(({ shared }) => shared)
    .map(({ text }) => text.replace(/\s+/g, ''))
    .join('');

describe('two texts compared word by word', () => {
  it.each([
    [
      'Nous formons dix agents.',
      'Nous formons douze agents par an.',
      'Nous formons [dix] agents.',
      'Nous formons [douze] agents[ par an].',
    ],
    ['un texte', 'un texte', 'un texte', 'un texte'],
    ['', 'écrit', '', '[écrit]'],
    ['d’abord la Corse', 'd’abord le Cantal', 'd’abord [la Corse]', 'd’abord [le Cantal]'],
    ['a b c', 'b', '[a ]b[ c]', 'b'],
  ])('« %s » and « %s »', (mine, other, mineMarked, otherMarked) => {
    const compared = compareWords(mine, other);
    expect([marked(compared.mine), marked(compared.other)]).toEqual([mineMarked, otherMarked]);
  });

  it('each text comes back whole, whatever they are, and what is shared is the same on both sides but for lone spaces', () => {
    const text = fc
      .array(fc.constantFrom('un', 'deux', 'trois', ' ', '\n', '.', '’', 'é'), { maxLength: 40 })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), text, (mine, other) => {
        const compared = compareWords(mine, other);
        expect([whole(compared.mine), whole(compared.other)]).toEqual([mine, other]);
        expect(sharedOnly(compared.mine)).toBe(sharedOnly(compared.other));
      }),
    );
  });

  it('texts too long to be compared finely still come back whole', () => {
    const mine = `Début. ${'a b '.repeat(3000)}Fin.`;
    const other = `Début. ${'c d '.repeat(3000)}Fin.`;
    const compared = compareWords(mine, other);
    expect([whole(compared.mine), whole(compared.other)]).toEqual([mine, other]);
    expect(compared.mine.map(({ shared }) => shared)).toEqual([true, false, true]);
  });
});
