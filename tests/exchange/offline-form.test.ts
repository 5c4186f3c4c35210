import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import type { CallDefinition } from '../../lib/domain/call.ts';
import type { DossierAnswers } from '../../lib/domain/form.ts';
import { proposalsOf } from '../../lib/domain/import/proposals.ts';
import { offlineForm } from '../../lib/domain/offline-form/blocks.ts';
import { cleanText } from '../../lib/domain/text.ts';
import { readDocument } from '../../lib/exchange/document-reader.ts';
import { formDocx } from '../../lib/exchange/offline-form/docx.ts';
import { formOdt } from '../../lib/exchange/offline-form/odt.ts';
import { readDocx } from '../../lib/exchange/readers/docx.ts';
import { readOdt } from '../../lib/exchange/readers/odt.ts';
import { sampleAnswers } from '../support/sample-dossier.ts';
import { smallAnswers, smallCall } from '../support/small-call.ts';

const formats = {
  docx: { write: formDocx, read: readDocx },
  odt: { write: formOdt, read: async (content: Uint8Array) => readOdt(content) },
};
type Format = keyof typeof formats;

/** The answers that come back from the form of these answers, files aside. */
async function comingBack(definition: CallDefinition, answers: DossierAnswers, format: Format) {
  const { write, read } = formats[format];
  const lines = (await read(write(definition.title, offlineForm(definition, answers)))).map(cleanText);
  return proposalsOf(definition, { format, lines }).proposals;
}

/** What a person may type: any script, lines that look like the form's own, bullets, tabs, quotes. */
const questions = tani2020.sections.flatMap(({ title, intro, questions: asked }) => [
  title,
  ...intro,
  ...asked.flatMap(({ label, hint = label }) => [label, hint]),
]);
const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    ...questions,
    '• une puce',
    '1) un',
    '',
    '[fiche-2 · 2-1]',
    '\\[fiche-2 · 2-1]',
    '[appel · tani-2020]',
    '« Oui », dit-il',
    '👩‍🌾 & <b>',
    ']]>',
    '  deux  espaces ',
    'un\tdeux',
    '\u2028',
  ),
);
const answer = fc.array(line, { maxLength: 6 }).map((lines) => {
  const text = cleanText(lines.join('\n').toWellFormed()).replace(/[\ufffe\uffff]/g, '');
  return text
    .replace(/^(\s*\n)+/, '')
    .replace(/(\n\s*)+$/, '')
    .trim() === ''
    ? ''
    : text.replace(/^(\s*\n)+/, '').replace(/(\n\s*)+$/, '');
});

describe.each(Object.keys(formats) as Format[])('the form to fill in .%s', (format) => {
  it('brings every kind of answer back, through the reading program', async () => {
    for (const [definition, answers] of [
      [tani2020, sampleAnswers],
      [smallCall, smallAnswers],
    ] as const) {
      const read = await readDocument(formats[format].write(definition.title, offlineForm(definition, answers)), process.cwd());
      if ('refusal' in read) throw new Error(read.refusal);
      for (const proposal of proposalsOf(definition, read.document).proposals)
        expect(proposal).toMatchObject({ certainty: 'sure', answer: answers[proposal.sectionCode]?.[proposal.questionCode] });
    }
  }, 30_000);

  it('comes back empty when it left empty', async () => {
    const back = await comingBack(tani2020, {}, format);
    expect(back.every(({ certainty }) => certainty === 'absent')).toBe(true);
  });

  it('brings back any text, letter for letter, the empty lines around it aside', async () => {
    const given = fc.record({ motivation: answer, '2-1': answer, '3-1': answer, '4-1': answer, '7-1': answer });
    await fc.assert(
      fc.asyncProperty(given, async ({ motivation, ...sheet }) => {
        const answers: DossierAnswers = {
          motivation: { motivation },
          'fiche-2': { '2-1': sheet['2-1'] },
          'fiche-3': { '3-1': sheet['3-1'] },
          'fiche-4': { '4-1': sheet['4-1'] },
          'fiche-7': { '7-1': sheet['7-1'] },
        };
        const back = await comingBack(tani2020, answers, format);
        for (const [code, text] of Object.entries({ motivation, ...sheet })) {
          const proposal = back.find(({ questionCode }) => questionCode === code);
          expect([code, proposal?.answer ?? '', proposal?.certainty]).toEqual([code, text, text === '' ? 'absent' : 'sure']);
        }
      }),
      { numRuns: 25 },
    );
  }, 30_000);
});
