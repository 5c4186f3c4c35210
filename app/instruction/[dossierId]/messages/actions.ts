'use server';

import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { toCorrect } from '#components/form/to-correct.ts';
import { signedInActor } from '#lib/auth/actor.ts';
import { answerMessage, markMessagesRead } from '#lib/operations/message.ts';
import { receive } from '#lib/operations/reception.ts';

/** Sends the message; otherwise it comes back with what to correct. */
export async function answer(
  dossierId: string,
  seenId: string | null,
  _previous: SectionFormState,
  form: FormData,
): Promise<SectionFormState> {
  const reception = receive();
  const actor = await signedInActor(`/instruction/${dossierId}/messages`);
  const text = String(form.get('message') ?? '');
  const result = await answerMessage(actor, dossierId, { text, seenId }, reception);
  if (result.ok) redirect(`/instruction/${encodeURIComponent(dossierId)}/messages?fait=message`);
  return toCorrect({ message: text }, result);
}

export async function markRead(dossierId: string, seenId: string): Promise<void> {
  const reception = receive();
  await markMessagesRead(await signedInActor(`/instruction/${dossierId}/messages`), dossierId, seenId, reception);
}
