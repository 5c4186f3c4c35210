'use server';

import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { toCorrect } from '#components/form/to-correct.ts';
import { currentActor } from '#lib/auth/actor.ts';
import { clientKey } from '#lib/auth/requester.ts';
import { questionFields } from '#lib/domain/call-question.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { askQuestion } from '#lib/operations/call-question.ts';
import { receive } from '#lib/operations/reception.ts';
import { callByCode } from '#lib/queries/call.ts';

/** Sends a question to the Mission; otherwise every word comes back with what to correct. */
export async function ask(callCode: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const question = String(form.get(questionFields.question) ?? '');
  const email = String(form.get(questionFields.email) ?? '');
  const values = { [questionFields.question]: question, [questionFields.email]: email };
  const call = await callByCode(callCode);
  if (!call) return { values, problems: {}, sentence: refusalSentence('notFound'), conflict: null };
  const [actor, sent] = await Promise.all([currentActor(), headers()]);
  const result = await askQuestion(actor, call.id, { question, email }, clientKey(sent), reception);
  if (result.ok) redirect(`/appel/${call.definition.code}/questions?fait=question` as Route);
  return toCorrect(values, result);
}
