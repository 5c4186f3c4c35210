'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { toCorrect } from '#components/form/to-correct.ts';
import { writerOf } from '#lib/auth/writer.ts';
import { receive } from '#lib/operations/reception.ts';
import { answerVisa } from '#lib/operations/visa.ts';
import { keptState } from '../../lost-session.tsx';

/** Records the answer for the dossier as it was shown; otherwise it comes back with what to correct. */
export async function answer(dossierId: string, sha256: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const page = `/candidature/visa/${encodeURIComponent(dossierId)}` as Route;
  const { actor, lost } = await writerOf(form);
  if (lost) return keptState(form, lost);
  const values = { reponse: String(form.get('reponse') ?? ''), commentaire: String(form.get('commentaire') ?? '') };
  const typed = { answer: values.reponse, comment: values.commentaire, sha256: String(sha256) };
  const result = await answerVisa(actor, dossierId, typed, reception);
  if (result.ok) redirect(`${page}?fait=reponse` as Route);
  return toCorrect(values, result);
}
