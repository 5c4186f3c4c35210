import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import type { CallDefinition } from '../../lib/domain/call.ts';
import type { Question } from '../../lib/domain/question.ts';
import { isEmptyDraft, reusableAnswers, withReused, yearOfCall } from '../../lib/domain/reuse.ts';
import { answering, sampleAnswers } from '../support/sample-dossier.ts';

const past = { definition: tani2020, answers: sampleAnswers };
/** The next call, as the former but for one question. */
const changing = (code: string, change: (question: Question) => Question): CallDefinition => ({
  ...tani2020,
  sections: tani2020.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => (question.code === code ? change(question) : question)),
  })),
});
const reasonOf = (next: CallDefinition, written = {}) => reusableAnswers(past, next, written).anew.map(({ reason }) => reason);

describe('starting from a dossier of an earlier call', () => {
  it('takes every answer that still fits, and never a document: the letter is to be new', () => {
    const { answers, anew } = reusableAnswers(past, tani2020, {});
    const { lettre, ...others } = sampleAnswers;
    const { 'lettre-elu': letter, ...signatory } = lettre ?? {};
    expect(letter).toBeDefined();
    expect(answers).toEqual({ ...others, lettre: signatory });
    expect(anew).toEqual([{ label: expect.stringMatching(/lettre/i), reason: expect.stringMatching(/nouveau/) }]);
  });

  it('replaces nothing that is already written', () => {
    const { answers } = reusableAnswers(past, tani2020, { structure: { 'nom-structure': 'Nouveau nom', territoire: ' ' } });
    expect(answers.structure).not.toHaveProperty('nom-structure');
    expect(answers.structure).toHaveProperty('territoire');
    expect(withReused({ a: 'écrit', b: '' }, { b: 'repris' })).toEqual({ a: 'écrit', b: 'repris' });
  });

  it('leaves a question whose code or kind is another', () => {
    const other = changing('3-1', (question) => ({ ...question, code: '3-9' }) as Question);
    expect(reusableAnswers(past, other, {}).answers).not.toHaveProperty('fiche-3');
    const number = changing('3-1', ({ code, label, need }) => ({ code, label, need, kind: 'email' }) as Question);
    expect(reusableAnswers(past, number, {}).answers).not.toHaveProperty('fiche-3');
  });

  it('finds a question that moved to another page', () => {
    const [first, ...rest] = tani2020.sections;
    const moved: CallDefinition = {
      ...tani2020,
      sections: first
        ? [{ ...first, questions: [...first.questions, ...(rest.find(({ code }) => code === 'fiche-3')?.questions ?? [])] }]
        : [],
    };
    expect(reusableAnswers(past, moved, {}).answers.structure).toMatchObject({ '3-1': sampleAnswers['fiche-3']?.['3-1'] });
  });

  it('says what has to be answered anew: a text now too long, a choice no longer proposed', () => {
    expect(reasonOf(changing('3-1', (question) => ({ ...question, maxLength: 5 }) as Question))).toContainEqual(
      expect.stringMatching(/trop long/),
    );
    const kinds = { ...tani2020, organisationKinds: tani2020.organisationKinds.filter(({ code }) => code !== 'intercommunalite') };
    expect(reasonOf(kinds)).toContainEqual(expect.stringMatching(/plus proposée/));
    const categories = { ...tani2020, categories: tani2020.categories.filter(({ code }) => code !== 'travaux-engages') };
    expect(reasonOf(categories)).toContainEqual(expect.stringMatching(/plus proposée/));
  });

  it('takes what was said of a criterion only when it has kept its code and its words', () => {
    const rewrite = (codes: string[]) => ({
      ...tani2020,
      categories: tani2020.categories.map((category) => ({
        ...category,
        criteria: category.criteria.map((criterion) =>
          codes.includes(criterion.code) ? { ...criterion, text: 'Autres mots.' } : criterion,
        ),
      })),
    });
    const kept = reusableAnswers(past, rewrite(['C2']), {}).answers.motivation?.criteres;
    expect(Object.keys(kept ?? {})).toEqual(['C1', 'C3', 'C4', 'C5']);
    const all = reusableAnswers(past, rewrite(['C1', 'C2', 'C3', 'C4', 'C5']), {});
    expect(all.answers.motivation).not.toHaveProperty('criteres');
    expect(all.anew).toContainEqual({ label: expect.any(String), reason: expect.stringMatching(/critères/) });
  });

  it('is offered to a draft that says nothing yet but who applies', () => {
    expect(isEmptyDraft(tani2020, { structure: sampleAnswers.structure ?? {}, 'fiche-3': { '3-1': ' ' } })).toBe(true);
    expect(isEmptyDraft(tani2020, answering({}, 'fiche-3', '3-1', 'Écrit'))).toBe(false);
  });

  it('is told by the year in which the call closed, in Paris', () => {
    expect(yearOfCall(new Date('2019-10-05T00:00:00+02:00'))).toBe('2019');
    expect(yearOfCall(new Date('2020-01-01T00:00:00+01:00'))).toBe('2019');
    expect(yearOfCall(new Date('2020-01-01T00:00:00.001+01:00'))).toBe('2020');
  });
});
