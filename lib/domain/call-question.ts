import { isWholeAddress, normaliseEmail } from './sign-in.ts';
import { cleanText, foldText, tooLongSentence } from './text.ts';

export const maxQuestionLength = 2000;
export const maxAnswerLength = 10_000;
export const maxDismissalReason = 1000;
/** From one network address and about one call, within an hour; and how many may wait for an answer at once. */
export const questionLimits = { perClient: 5, perCall: 60, waiting: 500 } as const;

/** Names of the fields of the forms. */
export const questionFields = { question: 'question', email: 'courriel', answer: 'reponse', reason: 'raison' } as const;

type Checked<T> = { value: T; problems: null } | { value: null; problems: Record<string, string> };

/** What anybody asks: a text, and the address to be told of the answer at when they want to. */
export function readAsked(typed: { question: string; email: string }): Checked<{ question: string; email: string | null }> {
  const question = cleanText(typed.question).trim();
  const email = normaliseEmail(cleanText(typed.email));
  const problems: Record<string, string> = {};
  const wrong = textProblem(question, maxQuestionLength, 'Écrivez votre question.');
  if (wrong) problems[questionFields.question] = wrong;
  if (email !== '' && !isWholeAddress(email))
    problems[questionFields.email] = 'Écrivez une adresse de courriel complète, ou laissez ce champ vide.';
  return Object.keys(problems).length > 0 ? { value: null, problems } : { value: { question, email: email || null }, problems: null };
}

/** What the Mission publishes: the question as all will read it, and its answer. */
export function readAnswer(typed: { question: string; answer: string }): Checked<{ question: string; answer: string }> {
  const value = { question: cleanText(typed.question).trim(), answer: cleanText(typed.answer).trim() };
  const wrongQuestion = textProblem(value.question, maxQuestionLength, 'Écrivez la question telle que tous la liront.');
  const wrongAnswer = textProblem(value.answer, maxAnswerLength, 'Écrivez la réponse.');
  const problems = {
    ...(wrongQuestion && { [questionFields.question]: wrongQuestion }),
    ...(wrongAnswer && { [questionFields.answer]: wrongAnswer }),
  };
  return Object.keys(problems).length > 0 ? { value: null, problems } : { value, problems: null };
}

/** Why a question is not published, told to whoever asked it. */
export function readDismissal(typed: string): Checked<string> {
  const value = cleanText(typed).trim();
  const wrong = textProblem(
    value,
    maxDismissalReason,
    'Dites pourquoi\u00a0: la personne qui a posé la question le lira, si elle a laissé son adresse.',
  );
  return wrong ? { value: null, problems: { [questionFields.reason]: wrong } } : { value, problems: null };
}

/** Published questions that hold every word of a search, whatever their accents and capitals, in their order. */
export function searchQuestions<T extends { question: string; answer: string }>(questions: readonly T[], search: string): T[] {
  const words = foldText(search).split(' ').filter(Boolean);
  return questions.filter(({ question, answer }) => {
    const text = foldText(`${question} ${answer}`);
    return words.every((word) => text.includes(word));
  });
}

/** Where a published question is read, on the page of its call. */
export function questionAnchor(number: number): string {
  return `question-${number}`;
}

function textProblem(text: string, maxLength: number, whenEmpty: string): string | null {
  if (text === '') return whenEmpty;
  return text.length > maxLength ? tooLongSentence(maxLength) : null;
}
