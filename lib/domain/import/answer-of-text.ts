import { isGiven } from '../form.ts';
import type { FormContext } from '../kind.ts';
import type { Question } from '../question.ts';
import { type Answer, kindOf } from '../question-kinds.ts';
import { cleanText, foldText } from '../text.ts';

/** What a text is as an answer: null when the question cannot hold it; a problem is for the person to correct. */
export type ReadAnswer = { answer: Answer | null; hasProblem: boolean };

/** Reads a text found in a document as the answer to this question: the label of a choice becomes its code. */
export function readAnswer(question: Question, text: string, context: FormContext): ReadAnswer {
  const options = optionsOf(question, context);
  const typed = options ? optionCode(options, text) : cleanText(text);
  if (typed === null || !kindOf(question).draftShape(question).safeParse(typed).success) return { answer: null, hasProblem: true };
  const isWrong = isGiven(question, typed, context) && kindOf(question).problem(typed, question, context) !== null;
  return { answer: typed, hasProblem: isWrong || (question.kind === 'shortText' && typed.includes('\n')) };
}

/** The answers proposed to this question, label by code; null when it is answered freely. */
export function optionsOf(question: Question, { definition }: FormContext): Readonly<Record<string, string>> | null {
  const labels = (items: readonly { code: string; label: string }[]) => Object.fromEntries(items.map(({ code, label }) => [code, label]));
  if (question.kind === 'choice') return question.options;
  if (question.kind === 'organisationKind') return labels(definition.organisationKinds);
  return question.kind === 'category' ? labels(definition.categories) : null;
}

/** The code of the proposed answer a text is, whatever its capitals and accents; null when it is none. */
export function optionCode(options: Readonly<Record<string, string>>, text: string): string | null {
  const wanted = foldText(text);
  return Object.entries(options).find(([code, label]) => foldText(label) === wanted || code === wanted)?.[0] ?? null;
}
