'use server';

import { redirect } from 'next/navigation';
import { signedInActor } from '#lib/auth/actor.ts';
import { receive } from '#lib/operations/reception.ts';
import { submitDossier } from '#lib/operations/submission.ts';

/** Submits the dossier; the receipt is a page with an address of its own. Refused: the check page says why. */
export async function submit(dossierId: string, version: number): Promise<void> {
  const reception = receive();
  const actor = await signedInActor(`/candidature/${dossierId}/verifier`);
  const result = await submitDossier(actor, dossierId, version, reception);
  if (result.ok) redirect(`/candidature/${dossierId}/depot`);
  redirect(`/candidature/${dossierId}/verifier?refus=${result.refusal}`);
}
