import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { type CallDefinition, callDefinition, categoryOf, organisationKindOf, sectionOf } from '../../lib/domain/call.ts';
import { categoryAt, smallCall } from '../support/small-call.ts';

const calls = [tani2020, smallCall];

describe.each(calls)('the definition of $code', (definition) => {
  it('is what a call must be, to the last field', () => {
    expect(callDefinition.parse(definition)).toEqual(definition);
  });

  it('is plain data: writing it as JSON and reading it back changes nothing', () => {
    expect(JSON.parse(JSON.stringify(definition))).toEqual(JSON.parse(JSON.stringify(callDefinition.parse(definition))));
  });

  it('is found again by its codes', () => {
    for (const category of definition.categories) expect(categoryOf(definition, category.code)).toBe(category);
    for (const section of definition.sections) expect(sectionOf(definition, section.code)).toBe(section);
    for (const kind of definition.organisationKinds) expect(organisationKindOf(definition, kind.code)).toBe(kind);
  });

  it('gives nothing for a code it does not have, nor for no code', () => {
    expect([
      categoryOf(definition, 'inconnu'),
      categoryOf(definition, ''),
      categoryOf(definition, null),
      categoryOf(definition, undefined),
    ]).toEqual([null, null, null, null]);
    expect([sectionOf(definition, 'inconnu'), organisationKindOf(definition, 'inconnu'), organisationKindOf(definition, null)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('a definition is refused', () => {
  const [first, second] = [categoryAt(smallCall, 0), categoryAt(smallCall, 1)];
  const charter = smallCall.charters[0] as CallDefinition['charters'][number];
  const refused = (change: Partial<CallDefinition>) =>
    callDefinition.safeParse({ ...smallCall, ...change }).error?.issues.map((issue) => issue.message) ?? [];

  it('when a category asks for more criteria than it has: four of four stand, five do not', () => {
    expect(refused({ categories: [{ ...first, minimumCriteria: 4 }, second] })).toEqual([]);
    expect(refused({ categories: [{ ...first, minimumCriteria: 5 }, second] })).toEqual(['a category asks for more criteria than it has']);
  });

  it('when a charter asks for more measures than it has: three of three stand, four do not', () => {
    expect(refused({ charters: [{ ...charter, minimumMeasures: 3 }] })).toEqual([]);
    const greedy = { ...charter, code: 'pacte-2', minimumMeasures: 4 };
    expect(refused({ charters: [charter, greedy] })).toEqual(['a charter asks for more measures than it has']);
  });

  it('when two questions share a code, even on two pages', () => {
    const [page, ...others] = smallCall.sections;
    const twice = { ...(page as CallDefinition['sections'][number]), code: 'bis' };
    expect(refused({ sections: [...smallCall.sections, twice] })).toEqual(['questions share the code voie']);
    expect(refused({ sections: others })).toEqual([]);
  });

  it('when two things of one kind share a code', () => {
    const kind = smallCall.organisationKinds[0] as CallDefinition['organisationKinds'][number];
    expect(refused({ organisationKinds: [...smallCall.organisationKinds, kind] })).toEqual([
      'kinds of organisation share the code bibliotheque',
    ]);
    expect(refused({ categories: [first, second, first] })).toEqual(['categories share the code reseaux']);
    const repeated = { ...second, criteria: [...second.criteria, ...second.criteria.slice(0, 1)] };
    expect(refused({ categories: [first, repeated] })).toEqual(['criteria of pionniers share the code P1']);
    expect(refused({ charters: [charter, charter] })).toEqual([`charters share the code ${charter.code}`]);
    const measures = [...charter.measures, ...charter.measures.slice(0, 1)];
    expect(refused({ charters: [{ ...charter, measures }] })).toEqual([
      `measures of ${charter.code} share the code ${charter.measures[0]?.code}`,
    ]);
  });

  it('when its form does not ask who applies: a name, a kind and a SIREN', () => {
    const without = (code: string) =>
      smallCall.sections.map((section) => ({ ...section, questions: section.questions.filter((question) => question.code !== code) }));
    for (const code of ['nom-structure', 'nature', 'siren']) {
      expect(refused({ sections: without(code) }), code).toEqual(['the form does not ask who applies']);
    }
  });

  it('when an answer is proposed from a question the form does not ask', () => {
    const without = smallCall.sections.map((section) => ({
      ...section,
      questions: section.questions.filter((question) => question.code !== 'territoire'),
    }));
    expect(refused({ sections: without })).toEqual(['an answer is proposed from an unknown question']);
  });

  it('when it closes before it opens, or as it opens', () => {
    const { closesAt } = smallCall.calendar;
    for (const opensAt of [closesAt, '2099-01-01T00:00:00Z']) {
      expect(refused({ calendar: { ...smallCall.calendar, opensAt } })).toEqual(['the call closes before it opens']);
    }
    expect(refused({ calendar: { ...smallCall.calendar, opensAt: null } })).toEqual([]);
  });

  it('when a page belongs to a part the call does not have', () => {
    const sections = smallCall.sections.map((section, rank) => (rank === 2 ? { ...section, part: 'annexe' } : section));
    expect(refused({ sections })).toEqual(['a section belongs to an unknown part']);
  });

  it('when its closing does not say its offset from UTC', () => {
    const closesAt = '2031-04-01T12:00:00';
    expect(refused({ calendar: { ...smallCall.calendar, closesAt } })).toHaveLength(1);
    expect(refused({ calendar: { ...smallCall.calendar, closesAt: `${closesAt}+02:00` } })).toEqual([]);
  });

  it('when an instant of its calendar is in the hour when clocks change', () => {
    const late = { ...smallCall.calendar, closesAt: '2031-12-01T12:00:00+01:00' };
    const aboutClocks = (calendar: object) =>
      refused({ calendar: { ...late, ...calendar } }).filter((error) => error.includes('clocks change'));
    for (const at of ['2031-03-30T01:00:00Z', '2031-10-26T02:30:00+02:00', '2031-10-26T02:30:00+01:00']) {
      expect(aboutClocks({ opensAt: at })).toHaveLength(1);
      expect(aboutClocks({ closesAt: at })).toHaveLength(1);
      expect(aboutClocks({ letterUntil: at })).toHaveLength(1);
    }
    expect(aboutClocks({ closesAt: '2031-10-26T03:30:00+01:00' })).toEqual([]);
  });

  it('when a category has no seat', () => {
    expect(refused({ categories: [{ ...first, seats: 0 }, second] })).toHaveLength(1);
  });
});
