'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { toCorrect } from '#components/form/to-correct.ts';
import { actingWriter, writerOf } from '#lib/auth/writer.ts';
import { receive } from '#lib/operations/reception.ts';
import type { Result } from '#lib/operations/result.ts';
import { askVisa, requireVisa, withdrawVisa } from '#lib/operations/visa.ts';
import { keptState } from '../../lost-session.tsx';

const page = (dossierId: string) => `/candidature/${encodeURIComponent(dossierId)}/visa` as Route;

/** Sends the request; otherwise what was typed comes back with what to correct. */
export async function ask(dossierId: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const { actor, lost } = await writerOf(form);
  if (lost) return keptState(form, lost);
  const text = (name: string) => String(form.get(name) ?? '');
  const values = { nom: text('nom'), fonction: text('fonction'), courriel: text('courriel') };
  const typed = { name: values.nom, function: values.fonction, email: values.courriel };
  const result = await askVisa(actor, dossierId, typed, reception);
  if (result.ok) redirect(`${page(dossierId)}?fait=demande` as Route);
  return toCorrect(values, result);
}

export async function withdraw(dossierId: string, writer: string): Promise<void> {
  const reception = receive();
  tell(dossierId, await withdrawVisa(await actingWriter(writer, page(dossierId)), dossierId, reception), 'retrait');
}

export async function require(dossierId: string, writer: string, required: boolean): Promise<void> {
  const reception = receive();
  const result = await requireVisa(await actingWriter(writer, page(dossierId)), dossierId, required, reception);
  tell(dossierId, result, required ? 'obligatoire' : 'facultatif');
}

function tell(dossierId: string, result: Result<null>, done: string): never {
  redirect(`${page(dossierId)}?${new URLSearchParams(result.ok ? { fait: done } : { refus: result.refusal })}` as Route);
}
