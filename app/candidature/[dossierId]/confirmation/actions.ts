'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { toCorrect } from '#components/form/to-correct.ts';
import { actingWriter, writerOf } from '#lib/auth/writer.ts';
import { answerAssistedDeposit } from '#lib/operations/assisted-answer.ts';
import { receive } from '#lib/operations/reception.ts';
import { keptState } from '../../lost-session.tsx';

const page = (dossierId: string) => `/candidature/${encodeURIComponent(dossierId)}/confirmation` as Route;

/** Confirms. Refused: the page, or its absence, says where things stand. */
export async function confirm(dossierId: string, writer: string): Promise<void> {
  const reception = receive();
  await answerAssistedDeposit(await actingWriter(writer, page(dossierId)), dossierId, { confirms: true, reason: '' }, reception);
  redirect(page(dossierId));
}

/** Refuses with the reason typed; otherwise it comes back with what to correct. */
export async function refuse(dossierId: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const { actor, lost } = await writerOf(form);
  if (lost) return keptState(form, lost);
  const raison = String(form.get('raison') ?? '');
  const result = await answerAssistedDeposit(actor, dossierId, { confirms: false, reason: raison }, reception);
  if (result.ok) redirect(page(dossierId));
  return toCorrect({ raison }, result);
}
