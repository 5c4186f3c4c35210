'use server';

import { redirect } from 'next/navigation';
import { type DepositState, depositorField } from '#components/dossier/depositor-field.ts';
import { actingWriter } from '#lib/auth/writer.ts';
import { nameAccount } from '#lib/operations/account.ts';
import { submitCorrection } from '#lib/operations/correction.ts';
import { receive } from '#lib/operations/reception.ts';
import { submitDossier } from '#lib/operations/submission.ts';

/** Submits the dossier; the receipt is a page with an address of its own. Refused: the check page says why. */
export async function submit(
  dossierId: string,
  writer: string,
  version: number,
  _previous: DepositState,
  form: FormData,
): Promise<DepositState> {
  return deposit(submitDossier, { dossierId, writer, version }, form);
}

/** Submits what the Mission asked to correct, in the same way. */
export async function submitCorrections(
  dossierId: string,
  writer: string,
  version: number,
  _previous: DepositState,
  form: FormData,
): Promise<DepositState> {
  return deposit(submitCorrection, { dossierId, writer, version }, form);
}

type Asked = { dossierId: string; writer: string; version: number };

async function deposit(act: typeof submitDossier, { dossierId, writer, version }: Asked, form: FormData): Promise<DepositState> {
  const reception = receive();
  let actor = await actingWriter(writer, `/candidature/${dossierId}/verifier`);
  if (!actor.name.trim()) {
    const typed = String(form.get(depositorField) ?? '');
    const named = await nameAccount(actor, typed);
    if (!named.ok) return { name: typed, problem: named.problems?.name ?? named.sentence };
    actor = named.value;
  }
  const result = await act(actor, dossierId, version, reception);
  if (result.ok) redirect(`/candidature/${dossierId}/depot`);
  redirect(`/candidature/${dossierId}/verifier?refus=${result.refusal}`);
}
