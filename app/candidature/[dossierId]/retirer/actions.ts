'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { actingWriter, writerOf } from '#lib/auth/writer.ts';
import { receive } from '#lib/operations/reception.ts';
import { cancelWithdrawal, withdrawDossier } from '#lib/operations/withdrawal.ts';
import { keptState } from '../../lost-session.tsx';

const hub = (dossierId: string, told: Record<string, string> = {}) =>
  `/candidature/${encodeURIComponent(dossierId)}?${new URLSearchParams(told)}` as Route;

/** Withdraws the dossier; otherwise the reason typed comes back with what to correct. */
export async function withdraw(dossierId: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const { actor, lost } = await writerOf(form);
  if (lost) return keptState(form, lost);
  const typed = String(form.get('raison-retrait') ?? '');
  const result = await withdrawDossier(actor, dossierId, typed, reception);
  if (result.ok) redirect(hub(dossierId)); // the page says it
  const problems: Record<string, string> = result.problems?.reason ? { 'raison-retrait': result.problems.reason } : {};
  return { values: { 'raison-retrait': typed }, problems, sentence: result.sentence, conflict: null };
}

export async function takeBack(dossierId: string, writer: string): Promise<void> {
  const reception = receive();
  const actor = await actingWriter(writer, `/candidature/${encodeURIComponent(dossierId)}`);
  const result = await cancelWithdrawal(actor, dossierId, reception);
  redirect(hub(dossierId, result.ok ? { fait: 'retrait-annule' } : { refus: result.refusal }));
}
