import { describe, expect, it } from 'vitest';
import { anchoredProposals } from '../../../lib/domain/import/anchored.ts';
import { offlineForm } from '../../../lib/domain/offline-form/blocks.ts';
import { smallAnswers, smallCall } from '../../support/small-call.ts';

const lines = offlineForm(smallCall, smallAnswers).map(({ text }) => text);
const read = (given: readonly string[], format: 'docx' | 'pdf' = 'docx') => {
  const result = anchoredProposals(smallCall, { format, lines: given }, null);
  if (!result) throw new Error('not a form');
  return { ...result, by: (code: string) => result.proposals.find(({ questionCode }) => questionCode === code) };
};

describe('reading back the form filled without a network', () => {
  it('gives every answer, sure, and leaves nothing over', () => {
    const { proposals, tray } = read(lines);
    expect(proposals.every(({ certainty }) => certainty === 'sure')).toBe(true);
    for (const { sectionCode, questionCode, answer } of proposals) expect(answer).toEqual(smallAnswers[sectionCode]?.[questionCode]);
    expect(tray).toEqual([]);
  });

  it('doubts what surrounds a line that was changed, or a form of another call', () => {
    const at = lines.indexOf('Qui êtes-vous ?');
    expect(read([...lines.slice(0, at), 'Nouveau titre', ...lines.slice(at + 1)]).by('resume')).toMatchObject({
      certainty: 'toCheck',
      doubt: 'changedForm',
    });
    expect(read(lines.filter((line) => !line.startsWith('[appel'))).proposals.some(({ certainty }) => certainty === 'sure')).toBe(false);
    expect(read(lines.filter((line) => line !== '[structure · siren]')).by('nature')?.certainty).toBe('toCheck');
  });

  it('puts what was written before the form in the tray', () => {
    expect(read(['Bonjour, voici notre dossier.', ...lines]).tray.map(({ text }) => text)).toEqual(['Bonjour, voici notre dossier.']);
  });

  it('keeps a choice that is none of those proposed, to be checked', () => {
    expect(read(lines.map((line) => (line === 'Une fois par semaine' ? 'Parfois' : line))).by('ouverture')).toMatchObject({
      certainty: 'toCheck',
      text: 'Parfois',
      answer: null,
    });
  });

  it('is not made for a document without marks', () => {
    expect(anchoredProposals(smallCall, { format: 'docx', lines: ['Quelle voie ?', 'Réseaux'] }, null)).toBeNull();
  });
});
