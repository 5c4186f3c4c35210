import { describe, expect, it } from 'vitest';
import { optionCode, optionsOf, readAnswer } from '../../../lib/domain/import/answer-of-text.ts';
import type { Question } from '../../../lib/domain/question.ts';
import { smallCall } from '../../support/small-call.ts';

const context = { definition: smallCall, category: null };
const question = (code: string) => smallCall.sections.flatMap(({ questions }) => questions).find((one) => one.code === code) as Question;

describe('a text as an answer', () => {
  it('is the code of the label it copies', () => {
    expect(readAnswer(question('ouverture'), 'une fois par SEMAINE', context)).toEqual({ answer: 'semaine', hasProblem: false });
    expect(readAnswer(question('ouverture'), 'parfois', context)).toEqual({ answer: null, hasProblem: true });
    expect(optionsOf(question('nature'), context)).toHaveProperty('librairie');
    expect(optionCode({ a: 'Été' }, 'ete')).toBe('a');
  });

  it('has a problem when it is too long or not of its kind', () => {
    expect(readAnswer(question('resume'), 'x'.repeat(401), context)).toEqual({ answer: null, hasProblem: true });
    expect(readAnswer(question('prets'), 'beaucoup', context)).toEqual({ answer: 'beaucoup', hasProblem: true });
    expect(readAnswer(question('prets'), '4 200', context)).toEqual({ answer: '4 200', hasProblem: false });
  });
});
