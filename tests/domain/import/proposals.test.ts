import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import { proposalsOf } from '../../../lib/domain/import/proposals.ts';
import { smallCall } from '../../support/small-call.ts';
import { humans, money, proposed, talk } from './written.ts';

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
const sorted = (text: string) => [...letters(text)].sort().join('');

describe('reading a document as an answer to a call', () => {
  it('finds its answers whatever the marks, and keeps the rest in the tray', () => {
    const { by, tray } = proposed([
      'Notre lettre, assez courte.',
      '5. Moyens mis en œuvre',
      `1.1 ${money}`,
      'Mille euros.',
      `1.2 ${humans}`,
      'Deux.',
      `1.3 ${talk}`,
      'Une carte.',
    ]);
    expect(['5-1', '5-2', '5-3'].map((code) => [by(code)?.certainty, by(code)?.text])).toEqual([
      ['sure', 'Mille euros.'],
      ['sure', 'Deux.'],
      ['toCheck', 'Une carte.'], // the sheet asks more questions: one of them may be in there
    ]);
    expect(tray.map(({ text }) => text)).toEqual(['Notre lettre, assez courte.']);
  });

  it('gives the text of a section whose questions are gone, to check or to share out', () => {
    const { by, tray } = proposed(['2. Contexte', 'Tout est parti des accueils.', '5. Moyens mis en œuvre', 'Mille euros et deux agents.']);
    expect(by('2-1')).toMatchObject({ certainty: 'toCheck', doubt: 'wholeSection', text: 'Tout est parti des accueils.' });
    expect(tray).toEqual([{ title: '', text: 'Mille euros et deux agents.', sectionCode: 'fiche-5' }]);
  });

  it('reads any call: its kinds of questions, its titles', () => {
    const lines = ['Les chiffres', 'Prêts par an : 4 200', 'Ouverture : Une fois par semaine', 'Courriel : accueil@example.org'];
    const { proposals } = proposalsOf(smallCall, { format: 'docx', lines });
    expect(proposals.flatMap(({ questionCode, answer }) => (answer === null ? [] : [[questionCode, answer]]))).toEqual([
      ['prets', '4 200'],
      ['ouverture', 'semaine'],
      ['courriel', 'accueil@example.org'],
    ]);
  });

  it('loses no letter of any document made of questions, titles and anything else', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...tani2020.sections.flatMap(({ title, questions }) => [title, ...questions.map(({ label }) => label)]),
        'Page 2',
        '12',
        '',
        '•',
        '\f',
      ),
      fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/[\n\r\u00ad]/g, ' ').normalize('NFC')),
    );
    const documents = fc.array(piece, { maxLength: 40 });
    fc.assert(
      fc.property(documents, fc.constantFrom('docx' as const, 'pdf' as const), (lines, format) => {
        const { proposals, tray, recognised } = proposalsOf(tani2020, { format, lines });
        const given = [...proposals.map(({ text }) => text), ...tray.map(({ text }) => text), ...recognised].join('');
        expect(sorted(given)).toBe(sorted(lines.join('')));
      }),
      { numRuns: 60 },
    );
  });

  it('ends in seconds on texts made to be slow', () => {
    const hostile = [
      ' '.repeat(15_000),
      '1 '.repeat(50_000),
      '• '.repeat(50_000),
      'quels sont les moyens '.repeat(5_000),
      '(((( '.repeat(25_000),
    ];
    const many = ['Contexte', 'a', 'mé-', humans].map((line) => Array.from({ length: 5_000 }, () => line));
    const started = performance.now();
    for (const lines of [...hostile.map((text) => [text]), ...many]) proposalsOf(tani2020, { format: 'text', lines });
    expect(performance.now() - started).toBeLessThan(15_000);
  }, 30_000);
});
