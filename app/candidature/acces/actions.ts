'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { toCorrect } from '#components/form/to-correct.ts';
import { writerOf } from '#lib/auth/writer.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { askAccess } from '#lib/operations/access-request.ts';
import { callByCode } from '#lib/queries/call.ts';
import { keptState } from '../lost-session.tsx';

/** Sends the request to the dossier's leads; otherwise every word comes back with what to do. */
export async function ask(callCode: string, structure: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const page = `/candidature/acces?${new URLSearchParams({ appel: callCode, structure })}` as Route;
  const { actor, lost } = await writerOf(form);
  if (lost) return keptState(form, lost);
  const values = { message: String(form.get('message') ?? '') };
  const call = await callByCode(callCode);
  if (!call) return { values, problems: {}, sentence: refusalSentence('notFound'), conflict: null };
  const result = await askAccess(actor, call.id, { structure, message: values.message });
  if (result.ok) redirect(page);
  return toCorrect(values, result);
}
