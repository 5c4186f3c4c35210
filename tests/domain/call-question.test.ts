import { describe, expect, it } from 'vitest';
import {
  maxAnswerLength,
  maxDismissalReason,
  maxQuestionLength,
  questionAnchor,
  questionFields,
  readAnswer,
  readAsked,
  readDismissal,
  searchQuestions,
} from '../../lib/domain/call-question.ts';

describe('a question asked in public', () => {
  it('is a text, with or without an address', () => {
    expect(readAsked({ question: ' Un syndicat mixte\u0000 peut-il candidater ? ', email: '' }).value).toEqual({
      question: 'Un syndicat mixte peut-il candidater ?',
      email: null,
    });
    expect(readAsked({ question: 'Quand ?', email: ' Moi@Pays.FR ' }).value).toEqual({ question: 'Quand ?', email: 'moi@pays.fr' });
  });

  it.each([
    [{ question: ' ', email: '' }, [questionFields.question]],
    [{ question: 'x'.repeat(maxQuestionLength + 1), email: 'moi' }, [questionFields.question, questionFields.email]],
    [{ question: 'Quand ?', email: `${'x'.repeat(300)}@pays.fr` }, [questionFields.email]],
  ])('otherwise says what to correct', (typed, fields) => {
    expect(Object.keys(readAsked(typed).problems ?? {})).toEqual(fields);
  });

  it('may be as long as the limit', () => {
    expect(readAsked({ question: 'x'.repeat(maxQuestionLength), email: '' }).problems).toBeNull();
  });
});

describe('what the Mission writes', () => {
  it('an answer has its question and its words, within limits', () => {
    expect(readAnswer({ question: ' Quand ? ', answer: ' Demain. ' }).value).toEqual({ question: 'Quand ?', answer: 'Demain.' });
    expect(Object.keys(readAnswer({ question: '', answer: '' }).problems ?? {})).toEqual([questionFields.question, questionFields.answer]);
    expect(Object.keys(readAnswer({ question: 'Quand ?', answer: 'x'.repeat(maxAnswerLength + 1) }).problems ?? {})).toEqual([
      questionFields.answer,
    ]);
  });

  it('a question left aside has its reason', () => {
    expect(readDismissal(' Déjà répondu. ').value).toBe('Déjà répondu.');
    expect(readDismissal(' ').problems).toHaveProperty(questionFields.reason);
    expect(readDismissal('x'.repeat(maxDismissalReason + 1)).problems).toHaveProperty(questionFields.reason);
  });
});

describe('searching', () => {
  const list = [
    { question: 'Un syndicat mixte peut-il candidater ?', answer: 'Oui, l’appel cite les structures de coopération.' },
    { question: 'La lettre peut-elle être signée électroniquement ?', answer: 'Oui.' },
  ];
  it.each([
    ['', 2],
    ['  SYNDICAT   cooperation ', 1],
    ['oui', 2],
    ['oui lettre', 1],
    ["l'appel", 1],
    ['région', 0],
  ])('« %s » finds %d', (search, found) => {
    expect(searchQuestions(list, search)).toHaveLength(found);
  });
});

it('has an anchor by its number', () => {
  expect(questionAnchor(12)).toBe('question-12');
});
