import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import { publishedText, withoutPublishedTexts, wordsOf } from '../source-text.ts';

const { parts, categories, organisationKinds, calendar, presentation } = tani2020;
const body = wordsOf(presentation);
/** The items of the call's lists: what a quote must be the whole of, not a piece. */
const items = presentation.flatMap((block) => (block.kind === 'list' ? block.items : block.kind === 'paragraph' ? [block.text] : []));

const quotes = [
  ...parts.map(({ code, quote }) => ({ what: `part ${code}`, quote })),
  ...organisationKinds.map(({ code, quote }) => ({ what: `eligibility of ${code}`, quote })),
  ...categories.flatMap(({ code, quote, criteriaQuote, criteria }) => [
    { what: `seats of ${code}`, quote },
    { what: `criteria of ${code}`, quote: criteriaQuote },
    ...criteria.map((criterion) => ({ what: `criterion ${criterion.code}`, quote: criterion.text })),
  ]),
];

describe('every rule of the call carries its own words', () => {
  it.each(quotes)('$what: a whole item or paragraph of the call, word for word', ({ quote }) => {
    expect(items.filter((item) => item === quote)).toHaveLength(1);
  });

  it.skipIf(withoutPublishedTexts).each(quotes)('$what: found in the published text', ({ quote }) => {
    expect(publishedText('sources/ami-promotion-2-et-annexes')).toContain(quote);
  });

  it('the closing is quoted with the whole address and the date', () => {
    expect(calendar.closingQuote).toBe(
      'il suffit d’envoyer son dossier de candidature complet par courriel (societe.numerique@finances.gouv.fr) avant le 5 octobre 2019.',
    );
    expect(body).toContain(`Pour répondre à cet appel à manifestation d’intérêt, ${calendar.closingQuote}`);
  });
});

describe('the numbers of the call', () => {
  it('« avant le 5 octobre 2019 »: the first instant of the 5th, in Paris, is the first that is too late', () => {
    expect(new Date(calendar.closesAt).toISOString()).toBe('2019-10-04T22:00:00.000Z');
    expect(calendar.opensAt).toBeNull();
  });

  it('« Parmi les 10 lauréats » : « 7 seront… », « 3 seront… »', () => {
    expect(categories.map(({ code, seats }) => [code, seats])).toEqual([
      ['travaux-engages', 7],
      ['travaux-a-engager', 3],
    ]);
  });

  it('« au moins 2 des 5 critères », and all three of the second category', () => {
    expect(categories.map(({ minimumCriteria, criteria }) => [minimumCriteria, criteria.map(({ code }) => code)])).toEqual([
      [2, ['C1', 'C2', 'C3', 'C4', 'C5']],
      [3, ['K1', 'K2', 'K3']],
    ]);
  });

  it('« Le dossier de candidature devra être composé » of four parts, each asked on a page of the form', () => {
    expect(parts.map(({ code }) => code)).toEqual(['presentation', 'lettre', 'motivation', 'fiche']);
    expect([...new Set(tani2020.sections.map(({ part }) => part))].filter(Boolean).sort()).toEqual(parts.map(({ code }) => code).sort());
  });

  it('a deposit is refused for what the call asks of the dossier, never for the category nor the referent', () => {
    const blocking = tani2020.sections.flatMap(({ part, questions }) =>
      questions.filter((q) => q.need === 'blocking').map((q) => [part, q.code]),
    );
    expect(blocking).toEqual([
      [null, 'nom-structure'],
      [null, 'nature'],
      [null, 'siren'],
      [null, 'territoire'],
      ['presentation', 'presentation'],
      ['motivation', 'motivation'],
      ...['1-1', '1-2', '2-1', '3-1', '4-1', '4-2', '4-3', '4-4', '4-5', '5-1', '5-2', '5-3', '6-1', '6-2', '7-1'].map((code) => [
        'fiche',
        code,
      ]),
      ['lettre', 'lettre-elu'],
    ]);
  });
});
