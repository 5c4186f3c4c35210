import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { chosenPair, type TextPart, textParts, versionChanges } from '../../lib/domain/version-diff.ts';
import { answering, sampleAnswers, sampleLetter, without } from '../support/sample-dossier.ts';

const marked = (parts: TextPart[]) =>
  parts.map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[kind]).join('');
const side = (parts: TextPart[], kind: 'removed' | 'added') =>
  parts
    .filter((part) => part.kind === 'same' || part.kind === kind)
    .map(({ text }) => text)
    .join('');

describe('two versions of a text', () => {
  it.each([
    ['Nous formons dix agents.', 'Nous formons douze agents par an.', 'Nous formons [-dix-][+douze+] agents[+ par an+].'],
    ['un texte', 'un texte', 'un texte'],
    ['', 'écrit', '[+écrit+]'],
    ['effacé', '', '[-effacé-]'],
    ['d’abord la Corse', 'd’abord le Cantal', 'd’abord [-la Corse-][+le Cantal+]'],
  ])('« %s » then « %s »', (before, after, expected) => {
    expect(marked(textParts(before, after))).toBe(expected);
  });

  it('both come back whole from what is shown, whatever they are, in few enough pieces to be read', () => {
    const text = fc
      .array(fc.constantFrom('un', 'deux', 'trois', ' ', '\n\n', '.', '’', 'é'), { maxLength: 40 })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), text, (before, after) => {
        const parts = textParts(before, after);
        expect([side(parts, 'removed'), side(parts, 'added')]).toEqual([before, after]);
        expect(parts.filter(({ kind }, rank) => kind === parts[rank - 1]?.kind)).toEqual([]);
      }),
    );
  });
});

describe('two versions of a dossier', () => {
  const changesOf = (after: typeof sampleAnswers) =>
    versionChanges(tani2020, sampleAnswers, after).flatMap(({ code, changes }) => changes.map((change) => ({ section: code, ...change })));

  it('that say the same have every page, and no change', () => {
    const same = versionChanges(tani2020, sampleAnswers, sampleAnswers);
    expect(same.map(({ code }) => code)).toEqual(tani2020.sections.map(({ code }) => code));
    expect(same.flatMap(({ changes }) => changes)).toEqual([]);
    expect(same.flatMap(({ unchanged }) => unchanged)).toHaveLength(tani2020.sections.flatMap(({ questions }) => questions).length);
  });

  it('tell a text that changed word by word, and one that was taken away', () => {
    const [changed] = changesOf(answering(sampleAnswers, 'fiche-5', '5-1', '95 000 euros.'));
    expect(changed).toMatchObject({ section: 'fiche-5', code: '5-1', files: null });
    expect(marked(changed?.parts ?? [])).toBe('[-85-][+95+] 000 euros.');
    const [removed] = changesOf(without(sampleAnswers, 'fiche-5', '5-1'));
    expect(marked(removed?.parts ?? [])).toBe('[-85 000 euros.-]');
  });

  it('compare documents by their fingerprint, not by their name', () => {
    expect(
      changesOf(answering(sampleAnswers, 'lettre', 'lettre-elu', { ...sampleLetter, name: 'autre nom.pdf', fileId: 'other' })),
    ).toEqual([]);
    const other = { ...sampleLetter, sha256: 'd'.repeat(64), pages: 3 };
    expect(changesOf(answering(sampleAnswers, 'lettre', 'lettre-elu', other))).toMatchObject([
      { code: 'lettre-elu', parts: [], files: { before: sampleLetter, after: other } },
    ]);
    expect(changesOf(answering(sampleAnswers, 'lettre', 'lettre-elu', null))).toMatchObject([{ files: { after: null } }]);
  });
});

describe('the two versions compared', () => {
  it('are the last two unless others are asked for', () => {
    expect(chosenPair(['1', '2', '3'], undefined, undefined)).toEqual({ before: '2', after: '3' });
    expect(chosenPair(['1', '2', '3'], '1', '3')).toEqual({ before: '1', after: '3' });
    expect(chosenPair(['1', '2', '3'], '3', '1')).toEqual({ before: '3', after: '1' });
    expect(chosenPair(['1', '2', '3'], '9', ['1'])).toEqual({ before: '2', after: '3' });
    expect(chosenPair(['1', '2', '3'], '2', '2')).toEqual({ before: '2', after: '3' });
    expect(chosenPair(['1'], '1', '1')).toBeNull();
    expect(chosenPair([], undefined, undefined)).toBeNull();
  });
});
