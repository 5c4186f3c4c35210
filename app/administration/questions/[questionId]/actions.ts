'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { toCorrect } from '#components/form/to-correct.ts';
import { signedInActor } from '#lib/auth/actor.ts';
import { questionFields } from '#lib/domain/call-question.ts';
import { answerQuestion, dismissQuestion } from '#lib/operations/call-question.ts';
import { receive } from '#lib/operations/reception.ts';

const list = (callCode: string, done: string) =>
  `/administration/questions?${new URLSearchParams({ appel: callCode, fait: done })}` as Route;

/** Publishes the question and its answer, or their correction; otherwise every word comes back. */
export async function publish(
  callCode: string,
  questionId: string,
  _previous: SectionFormState,
  form: FormData,
): Promise<SectionFormState> {
  const reception = receive();
  const actor = await signedInActor(`/administration/questions/${questionId}`);
  const question = String(form.get(questionFields.question) ?? '');
  const answer = String(form.get(questionFields.answer) ?? '');
  const result = await answerQuestion(actor, questionId, { question, answer }, reception);
  if (result.ok) redirect(list(callCode, 'publication'));
  const values = { [questionFields.question]: question, [questionFields.answer]: answer };
  return toCorrect(values, result);
}

/** Leaves the question aside; otherwise the reason comes back. */
export async function dismiss(
  callCode: string,
  questionId: string,
  _previous: SectionFormState,
  form: FormData,
): Promise<SectionFormState> {
  const reception = receive();
  const actor = await signedInActor(`/administration/questions/${questionId}`);
  const reason = String(form.get(questionFields.reason) ?? '');
  const result = await dismissQuestion(actor, questionId, reason, reception);
  if (result.ok) redirect(list(callCode, 'ecart'));
  return toCorrect({ [questionFields.reason]: reason }, result);
}
