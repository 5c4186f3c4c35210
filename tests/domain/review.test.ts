import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { findingLabels } from '../../lib/domain/finding-labels.ts';
import {
  type CriterionReview,
  evidence,
  findingValues,
  locateQuote,
  type Passage,
  reviewCount,
  reviewGaps,
} from '../../lib/domain/review.ts';
import { foldText } from '../../lib/domain/text.ts';
import { categoryAt, smallCall } from '../support/small-call.ts';

const engaged = categoryAt(tani2020, 0);
const small = categoryAt(smallCall, 0);
const proof = { quote: 'deux agents', sectionCode: 'fiche-5', questionCode: '5-2' };

function row(criterionCode: string, change: Partial<CriterionReview> = {}): CriterionReview {
  return { criterionCode, finding: 'met', comment: 'Prouvé.', evidence: [proof], appreciation: null, ...change };
}

it('a finding is one of three, said in French', () => {
  expect(findingValues.map((value) => findingLabels[value])).toEqual(['Rempli', 'Partiel', 'Non rempli']);
});

it.each([
  [0, '0 sur 2'],
  [2, '2 sur 2'],
  [3, '3 (2 attendues)'],
])('%i reviews of two expected: « %s »', (delivered, words) => {
  expect(reviewCount(delivered, 2)).toBe(words);
});

describe('a review may be delivered', () => {
  const complete = engaged.criteria.map(({ code }) => row(code));
  const gap = (change: Partial<CriterionReview>) => reviewGaps(engaged, [row('C1', change), ...complete.slice(1)]);

  it('with a finding, a comment and its proof on every criterion of the category', () => {
    expect(reviewGaps(engaged, complete)).toEqual({});
    expect(
      reviewGaps(
        small,
        small.criteria.map(({ code }) => row(code)),
      ),
    ).toEqual({});
  });

  it('not before: each criterion says what it lacks', () => {
    expect(reviewGaps(engaged, complete.slice(0, 4))).toEqual({ C5: 'Choisissez un constat sur «\u00a0Réseau d’acteurs\u00a0».' });
    expect(Object.keys(reviewGaps(small, complete))).toEqual(['R1', 'R2', 'R3', 'R4']);
    expect(gap({ finding: null })).toEqual({ C1: 'Choisissez un constat sur «\u00a0Pass numériques\u00a0».' });
    expect(gap({ comment: ' \n' })).toEqual({ C1: 'Expliquez votre constat sur «\u00a0Pass numériques\u00a0» en une phrase au moins.' });
  });

  it('« rempli » is proved by a passage of the dossier; partial and unmet need none, one cannot quote what is missing', () => {
    expect(gap({ evidence: [] })).toEqual({ C1: 'Citez le passage du dossier qui prouve «\u00a0Pass numériques\u00a0».' });
    expect(gap({ evidence: [], finding: 'partial' })).toEqual({});
    expect(gap({ evidence: [], finding: 'unmet' })).toEqual({});
  });

  it('a passage that is not in the dossier is refused whatever the finding, even beside a right one', () => {
    const sentence = 'Un passage cité pour «\u00a0Pass numériques\u00a0» n’est pas dans le dossier. Copiez-le tel quel, sans le résumer.';
    const notFound = { quote: 'trois agents', sectionCode: '', questionCode: '' };
    for (const finding of ['met', 'partial', 'unmet'] as const)
      expect(gap({ finding, evidence: [proof, notFound] })).toEqual({ C1: sentence });
  });

  it('an appreciation is never required', () => {
    expect(gap({ appreciation: null })).toEqual({});
    expect(gap({ appreciation: 0 })).toEqual({});
  });
});

describe('a quoted passage', () => {
  const passages: Passage[] = [
    { sectionCode: 'motivation', questionCode: 'motivation', text: 'Un service spécifique est\ndédié au développement des usages.' },
    { sectionCode: 'fiche-5', questionCode: '5-2', text: 'Deux personnes,  dédiées au développement des usages.' },
  ];

  it('is found where it stands, whatever its capitals, accents, apostrophes, spaces and line ends', () => {
    expect(locateQuote(' UN SERVICE SPECIFIQUE\u00a0est dedie ', passages)).toEqual({
      quote: 'UN SERVICE SPECIFIQUE\u00a0est dedie',
      sectionCode: 'motivation',
      questionCode: 'motivation',
    });
    expect(locateQuote('deux personnes, dédiées', passages)?.questionCode).toBe('5-2');
  });

  it('said twice is placed where it is said first', () => {
    expect(locateQuote('au développement des usages', passages)?.questionCode).toBe('motivation');
  });

  it.each(['', ' \n', 'trois personnes', 'un service dédié', 'usages. Deux personnes'])('« %s » is not in the dossier', (quote) => {
    expect(locateQuote(quote, passages)).toBeNull();
  });

  const word = fc.stringMatching(/^[a-zàâçéèêëîïôùûüœ’'-]{0,8}[a-zéàçœ]$/);
  const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });

  it('is found for any run of whole words of any answer', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), fc.nat(), (answers, pick, start, length) => {
        const words = answers[pick % answers.length] ?? [];
        const begins = start % words.length;
        const run = words.slice(begins, begins + 1 + (length % words.length));
        const quote = run.join(' \n\u00a0').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
        const found = locateQuote(
          quote,
          answers.map((answer, rank) => ({ sectionCode: 's', questionCode: String(rank), text: answer.join('\n') })),
        );
        expect(found?.quote).toBe(quote.trim());
        expect(foldText((answers[Number(found?.questionCode)] ?? []).join(' '))).toContain(foldText(quote));
      }),
    );
  });

  it('is never found when one of its words is in no answer', () => {
    fc.assert(
      fc.property(texts, (answers) => {
        const all = answers.map((answer, rank) => ({ sectionCode: 's', questionCode: String(rank), text: answer.join(' ') }));
        expect(locateQuote(`${answers[0]?.join(' ')} 42`, all)).toBeNull();
      }),
    );
  });

  it('is stored with its words; an empty one is no evidence', () => {
    expect(evidence.safeParse(proof).success).toBe(true);
    expect(evidence.safeParse({ ...proof, quote: '' }).success).toBe(false);
  });
});
