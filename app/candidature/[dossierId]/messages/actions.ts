'use server';

import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { toCorrect } from '#components/form/to-correct.ts';
import { signedInActor } from '#lib/auth/actor.ts';
import { writerOf } from '#lib/auth/writer.ts';
import { markMessagesRead, writeMessage } from '#lib/operations/message.ts';
import { receive } from '#lib/operations/reception.ts';
import { keptState } from '../../lost-session.tsx';

/** Sends the message; otherwise it comes back with what to correct. */
export async function write(
  dossierId: string,
  seenId: string | null,
  _previous: SectionFormState,
  form: FormData,
): Promise<SectionFormState> {
  const reception = receive();
  const { actor, lost } = await writerOf(form);
  if (lost) return keptState(form, lost);
  const text = String(form.get('message') ?? '');
  const result = await writeMessage(actor, dossierId, { text, seenId }, reception);
  if (result.ok) redirect(`/candidature/${encodeURIComponent(dossierId)}/messages?fait=message`);
  return toCorrect({ message: text }, result);
}

export async function markRead(dossierId: string, seenId: string): Promise<void> {
  const reception = receive();
  await markMessagesRead(await signedInActor(`/candidature/${dossierId}/messages`), dossierId, seenId, reception);
}
