import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import {
  correctedAnswers,
  correctionState,
  dueDayProblem,
  dueInstant,
  openCorrection,
  proposedDay,
  requestProblems,
  unchangedPages,
  writingAct,
} from '../../lib/domain/correction.ts';
import type { DossierFacts, Situation } from '../../lib/domain/situation.ts';

const now = new Date('2030-06-14T21:59:59.999Z'); // the last millisecond of the 14th in Paris
const dueAt = new Date('2030-06-14T22:00:00Z');
const correction = { id: 'request', sections: ['fiche-3'], dueAt };
const facts: DossierFacts = {
  status: 'submitted',
  membership: 'lead',
  recused: false,
  approver: false,
  ownReview: 'none',
  deliveredReviews: 0,
  correction,
};
const call = { id: 'call', opensAt: null, closesAt: new Date('2030-06-01T00:00:00Z'), fictitious: true };
const situation: Situation = { actor: null, now, call, dossier: facts };

describe('a request for corrections', () => {
  it('is open until the last millisecond of its day, then overdue; an answer or a withdrawal ends it', () => {
    const asked = { dueAt, answeredAt: null, withdrawnAt: null };
    expect(correctionState(asked, now)).toBe('open');
    expect(correctionState(asked, dueAt)).toBe('overdue');
    expect(correctionState({ ...asked, answeredAt: now }, dueAt)).toBe('answered');
    expect(correctionState({ ...asked, withdrawnAt: now }, now)).toBe('withdrawn');
    expect(openCorrection(situation)).toBe(correction);
    expect(openCorrection({ ...situation, now: dueAt })).toBeNull();
    expect(openCorrection({ now })).toBeNull();
  });

  it('makes writing a correction, once the deposit is closed and while the dossier is not yet judged', () => {
    expect(writingAct(situation)).toBe('correctSection');
    expect(writingAct({ ...situation, now: dueAt })).toBe('correctSection'); // and the table says it is too late
    expect(writingAct({ ...situation, call: { ...call, closesAt: dueAt } })).toBe('editDossier');
    expect(writingAct({ ...situation, dossier: { ...facts, correction: null } })).toBe('editDossier');
    expect(writingAct({ ...situation, dossier: { ...facts, status: 'admissible' } })).toBe('editDossier');
  });

  it('changes the pages it names and no other, whatever was written elsewhere and not submitted', () => {
    const submitted = { a: { q: 'déposé' }, b: { q: 'déposé' }, c: { q: 'déposé' } };
    const written = { a: { q: 'corrigé' }, b: { q: 'jamais déposé' } };
    expect(correctedAnswers(submitted, written, ['a', 'c', 'd'])).toEqual({ ...submitted, a: { q: 'corrigé' } });
  });
});

describe('the last day to correct', () => {
  it('is today at the earliest and in thirty days at the latest, on the calendar of Paris', () => {
    expect(dueDayProblem('2030-06-14', now)).toBeNull();
    expect(dueDayProblem('2030-06-13', now)).toMatch(/passée/);
    expect(dueDayProblem('2030-07-14', now)).toBeNull();
    expect(dueDayProblem('2030-07-15', now)).toMatch(/30 jours/);
    expect(dueDayProblem('2030-06-14', dueAt)).toMatch(/passée/);
    expect(dueDayProblem('2030-06-20', now, dueAt)).toBeNull();
    expect(dueDayProblem('2030-06-14', now, dueAt)).toMatch(/plus tardive/);
  });

  it('is read as the browser posts it and as one types it, and nothing else is', () => {
    for (const day of ['2030-06-20', ' 20/06/2030 ', '20.6.2030']) expect(dueDayProblem(day, now), day).toBeNull();
    for (const day of ['', '31/06/2030', '2030-13-01', 'demain', '20/06/30', '9999999-01-01'])
      expect(dueDayProblem(day, now), day).toMatch(/Écrivez une date/);
  });

  it('ends with the day in Paris, in winter, in summer, and on the nights the clocks change', () => {
    expect(dueInstant('2030-06-14')).toEqual(dueAt);
    expect(dueInstant('31/12/2030')).toEqual(new Date('2030-12-31T23:00:00Z'));
    expect(dueInstant('2030-03-30')).toEqual(new Date('2030-03-30T23:00:00Z'));
    expect(dueInstant('2030-03-31')).toEqual(new Date('2030-03-31T22:00:00Z'));
    expect(dueInstant('2030-10-26')).toEqual(new Date('2030-10-26T22:00:00Z'));
    expect(dueInstant('2030-10-27')).toEqual(new Date('2030-10-27T23:00:00Z'));
  });

  it('is proposed ten days ahead', () => {
    expect(proposedDay(now)).toBe('2030-06-24');
    expect(proposedDay(dueAt)).toBe('2030-06-25');
  });
});

describe('what is asked', () => {
  const problems = (points: { section: string; text: string }[], day = '2030-06-20') => requestProblems(tani2020, points, day, now);

  it('is at least one page of the form, each with a text of a bearable length, and a day', () => {
    expect(problems([{ section: 'fiche-3', text: 'Précisez.' }])).toEqual({});
    expect(problems([])).toEqual({ points: expect.stringMatching(/une page au moins/) });
    expect(problems([{ section: 'autre', text: 'Précisez.' }])).toEqual({ points: expect.any(String) });
    expect(problems([{ section: 'fiche-3', text: 'x'.repeat(3001) }])).toEqual({ 'fiche-3': expect.stringMatching(/3000/) });
    expect(problems([{ section: 'fiche-3', text: 'Précisez.' }], '')).toEqual({ jour: expect.stringMatching(/date/) });
  });
});

it('the pages a candidate left as they were are told: asked for, and the same in the version that answers', () => {
  const points = ['a', 'b', 'c'].map((section) => ({ section, text: 'Précisez.' }));
  const read = { a: { q: 'Un' }, b: { q: 'Deux' } };
  expect(unchangedPages(points, read, { a: { q: 'Un' }, b: { q: 'Deux, précisé' }, c: { q: 'Trois' }, d: { q: 'Ailleurs' } })).toEqual([
    'a',
  ]);
  expect(unchangedPages(points, read, read)).toEqual(['a', 'b', 'c']);
});
