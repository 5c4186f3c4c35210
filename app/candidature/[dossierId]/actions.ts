'use server';

import { redirect } from 'next/navigation';
import { signedInActor } from '#lib/auth/actor.ts';
import { receive } from '#lib/operations/reception.ts';
import { reuseDossier } from '#lib/operations/reuse.ts';

/** Starts this draft from the dossier of an earlier call. */
export async function reuse(dossierId: string): Promise<void> {
  const reception = receive();
  const actor = await signedInActor(`/candidature/${dossierId}`);
  const result = await reuseDossier(actor, dossierId, reception);
  redirect(result.ok ? `/candidature/${dossierId}?fait=repris` : `/candidature/${dossierId}?refus=${result.refusal}`);
}
