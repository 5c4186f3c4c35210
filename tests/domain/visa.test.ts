import { describe, expect, it } from 'vitest';
import { type Visa, visaAnswer, visaAnswerProblems, visaBlocks, visaRequestProblems, visaSentence } from '../../lib/domain/visa.ts';

const closesAt = new Date('2030-03-01T00:00:00Z');
const hoursBefore = (hours: number) => new Date(closesAt.getTime() - hours * 3_600_000);

describe('a required visa', () => {
  it('keeps from submitting until two hours before the closing, when it no longer makes anybody late', () => {
    expect(visaBlocks({ visaLacking: true, now: hoursBefore(48), closesAt })).toBe(true);
    expect(visaBlocks({ visaLacking: true, now: new Date(hoursBefore(2).getTime() - 1), closesAt })).toBe(true);
    expect(visaBlocks({ visaLacking: true, now: hoursBefore(2), closesAt })).toBe(false);
    expect(visaBlocks({ visaLacking: false, now: hoursBefore(48), closesAt })).toBe(false);
    expect(visaBlocks({ visaLacking: undefined, now: hoursBefore(48), closesAt })).toBe(true);
  });
});

describe('a request', () => {
  const good = { email: 'DGS@ville.example ', name: 'Dominique Roy', function: 'directeur général des services' };

  it('names a person, their function and an address that is not one’s own', () => {
    expect(visaRequestProblems(good, 'lead@ville.example')).toEqual({});
    expect(visaRequestProblems(good, 'dgs@ville.example')).toEqual({ courriel: expect.stringContaining('autre personne') });
    expect(Object.keys(visaRequestProblems({ email: 'x', name: '', function: 'f'.repeat(201) }, ''))).toEqual([
      'nom',
      'fonction',
      'courriel',
    ]);
  });
});

describe('an answer', () => {
  it('is yes or no, and a refusal says why', () => {
    expect(['given', 'refused', 'Given', '', 'constructor'].map(visaAnswer)).toEqual(['given', 'refused', null, null, null]);
    expect(visaAnswerProblems(null, '')).toHaveProperty('reponse');
    expect(visaAnswerProblems('refused', '')).toHaveProperty('commentaire');
    expect(visaAnswerProblems('given', 'x'.repeat(2001))).toHaveProperty('commentaire');
    expect(visaAnswerProblems('given', '')).toEqual({});
    expect(visaAnswerProblems('refused', 'Le budget manque.')).toEqual({});
  });

  it('is told with who gave it, when, and whether the dossier changed since', () => {
    const asked = new Date('2030-02-01T08:00:00Z');
    const visa: Visa = { id: '1', name: 'Dominique Roy', function: 'DGS', email: 'd@v.example', askedAt: asked, answer: null };
    expect(visaSentence(visa)).toMatch(
      /^Visa demandé à Dominique Roy, DGS, le vendredi 1er février 2030 à 9\u00a0h\u00a000 .* pas encore de réponse\.$/,
    );
    const answered = (value: 'given' | 'refused', outdated: boolean) =>
      visaSentence({ ...visa, answer: { value, comment: '', at: asked, outdated } });
    expect(answered('given', false)).toMatch(/^Visa donné par Dominique Roy, DGS, le .*Paris\)\.$/);
    expect(answered('given', true)).toMatch(/, avant vos dernières modifications\.$/);
    expect(answered('refused', false)).toMatch(/^Visa refusé par/);
  });
});
