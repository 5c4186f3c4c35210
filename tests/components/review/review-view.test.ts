import { describe, expect, it } from 'vitest';
import { readPostedReview, reviewFieldName, reviewView } from '../../../components/review/review-view.ts';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import { sampleAnswers } from '../../support/sample-dossier.ts';
import { categoryAt, smallAnswers, smallCall } from '../../support/small-call.ts';

const own = {
  version: 3,
  delivered: false,
  comment: 'Dossier sérieux.',
  rows: [
    {
      criterionCode: 'C2',
      finding: 'partial' as const,
      comment: 'En cours.',
      evidence: [
        { quote: 'en phase de rédaction', sectionCode: 'motivation', questionCode: 'motivation' },
        { quote: 'pas encore trouvé', sectionCode: '', questionCode: '' },
      ],
      appreciation: 0,
    },
    { criterionCode: 'K1', finding: 'met' as const, comment: 'Autre catégorie.', evidence: [], appreciation: 4 },
  ],
};
const untouched = { finding: '', comment: '', quotes: [], appreciation: '' };

describe('the grid of a reader', () => {
  it('has one row per criterion of the category, with what was written and nothing for the rest', () => {
    const view = reviewView(tani2020, categoryAt(tani2020, 0), own, sampleAnswers);
    expect(view).toMatchObject({ version: 3, delivered: false, comment: 'Dossier sérieux.', maxAppreciation: 4 });
    expect(view.rows.map(({ code, finding, comment, quotes, appreciation }) => ({ code, finding, comment, quotes, appreciation }))).toEqual(
      [
        { code: 'C1', ...untouched },
        { code: 'C2', finding: 'partial', comment: 'En cours.', quotes: ['en phase de rédaction', 'pas encore trouvé'], appreciation: '0' },
        { code: 'C3', ...untouched },
        { code: 'C4', ...untouched },
        { code: 'C5', ...untouched },
      ],
    );
  });

  it('shows the words of the criterion corrected, with its note', () => {
    const [, second] = reviewView(tani2020, categoryAt(tani2020, 0), own, sampleAnswers).rows;
    expect(second?.text).toBe(
      'Avoir intégré dans leurs schémas territoriaux (SDAASAP, SDUSN, etc.) la thématique des usages numériques et de l’inclusion numérique',
    );
    expect(second?.note).toMatch(/^SDAASAP \(ou SDAASP\)/);
  });

  it('says where the candidate stands on each criterion, where they said it', () => {
    const answers = { any: { conditions: { R1: { position: 'achieved' as const, explanation: '', proof: '' } } } };
    const [section] = smallCall.sections.filter((one) => one.questions.some(({ kind }) => kind === 'criteria'));
    const view = reviewView(smallCall, categoryAt(smallCall, 0), { ...own, rows: [] }, { [section?.code ?? '']: answers.any });
    expect(view.rows.map(({ position }) => position)).toEqual(['acquis', '', '', '']);
  });

  it('follows the call: other criteria, another scale', () => {
    const view = reviewView(smallCall, categoryAt(smallCall, 1), { ...own, rows: [], delivered: true }, smallAnswers);
    expect(view).toMatchObject({ delivered: true, maxAppreciation: 10 });
    expect(view.rows.map(({ code, label, text, note }) => ({ code, label, text, note }))).toEqual([
      { code: 'P1', label: 'Local', text: 'Avoir un local', note: undefined },
      { code: 'P2', label: 'Budget', text: 'Avoir un budget', note: undefined },
    ]);
  });
});

describe('a posted grid', () => {
  const posted = new URLSearchParams([
    ['version', '3'],
    ['comment', 'Dossier\r\nsérieux.'],
    ['C2:finding', 'partial'],
    ['C2:comment', 'En cours.\u0000'],
    ['C2:quote', ' en phase de rédaction\r\n'],
    ['C2:quote', ' '],
    ['C2:quote', 'une charge\u0301e'],
    ['C2:appreciation', '0'],
    ['C5:comment', ''],
  ]);

  it('is read by the names of its fields: the criteria, their quotes in order, without the empty ones', () => {
    expect(readPostedReview(posted)).toEqual({
      baseVersion: 3,
      comment: 'Dossier\nsérieux.',
      rows: [
        {
          criterionCode: 'C2',
          finding: 'partial',
          comment: 'En cours.',
          quotes: ['en phase de rédaction', 'une chargée'],
          appreciation: '0',
        },
        { criterionCode: 'C5', finding: '', comment: '', quotes: [], appreciation: '' },
      ],
    });
  });

  it('is read the same from a form', () => {
    const form = new FormData();
    for (const [name, value] of posted) form.append(name, value);
    expect(readPostedReview(form)).toEqual(readPostedReview(posted));
  });

  it('with nothing in it holds nothing', () => {
    expect(readPostedReview(new URLSearchParams())).toEqual({ baseVersion: 0, comment: '', rows: [] });
  });

  it('is what the grid showed, sent back untouched', () => {
    const view = reviewView(tani2020, categoryAt(tani2020, 0), own, sampleAnswers);
    const fields = new URLSearchParams([
      ['version', String(view.version)],
      ['comment', view.comment],
    ]);
    for (const { code, finding, comment, quotes, appreciation } of view.rows) {
      fields.append(reviewFieldName(code, 'finding'), finding);
      fields.append(reviewFieldName(code, 'comment'), comment);
      for (const quote of quotes) fields.append(reviewFieldName(code, 'quote'), quote);
      fields.append(reviewFieldName(code, 'appreciation'), appreciation);
    }
    expect(readPostedReview(fields)).toEqual({
      baseVersion: 3,
      comment: view.comment,
      rows: view.rows.map(({ code, finding, comment, quotes, appreciation }) => ({
        criterionCode: code,
        finding,
        comment,
        quotes,
        appreciation,
      })),
    });
  });
});

it('the fields of a criterion are named after it', () => {
  expect((['finding', 'comment', 'quote', 'appreciation'] as const).map((field) => reviewFieldName('C1', field))).toEqual([
    'C1:finding',
    'C1:comment',
    'C1:quote',
    'C1:appreciation',
  ]);
});
