'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { signedInActor } from '#lib/auth/actor.ts';
import { inviteTerritory } from '#lib/operations/assisted-answer.ts';
import { depositForTerritory } from '#lib/operations/assisted-deposit.ts';
import { deleteDraft } from '#lib/operations/draft.ts';
import { receive } from '#lib/operations/reception.ts';
import type { Refused } from '#lib/operations/result.ts';

const page = (dossierId: string) => `/administration/saisies/${encodeURIComponent(dossierId)}`;

export async function deposit(dossierId: string): Promise<void> {
  const reception = receive();
  const actor = await signedInActor(page(dossierId));
  tell(dossierId, await depositForTerritory(actor, dossierId, reception), 'depot');
}

export async function inviteAgain(dossierId: string, form: FormData): Promise<void> {
  const reception = receive();
  const actor = await signedInActor(page(dossierId));
  tell(dossierId, await inviteTerritory(actor, dossierId, String(form.get('courriel') ?? ''), reception), 'invitation');
}

export async function giveUp(dossierId: string): Promise<void> {
  const reception = receive();
  const actor = await signedInActor(page(dossierId));
  const result = await deleteDraft(actor, dossierId, reception);
  if (result.ok) redirect('/administration/saisies?fait=abandon');
  tell(dossierId, result, '');
}

function tell(dossierId: string, result: { ok: true } | Refused, done: string): never {
  redirect(`${page(dossierId)}?${new URLSearchParams(result.ok ? { fait: done } : { refus: result.refusal })}` as Route);
}
