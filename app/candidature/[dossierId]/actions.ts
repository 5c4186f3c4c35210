'use server';

import { redirect } from 'next/navigation';
import { actingWriter } from '#lib/auth/writer.ts';
import { receive } from '#lib/operations/reception.ts';
import { reuseDossier } from '#lib/operations/reuse.ts';

/** Starts this draft from the dossier of an earlier call. */
export async function reuse(dossierId: string, writer: string): Promise<void> {
  const reception = receive();
  const actor = await actingWriter(writer, `/candidature/${dossierId}`);
  const result = await reuseDossier(actor, dossierId, reception);
  redirect(result.ok ? `/candidature/${dossierId}?fait=repris` : `/candidature/${dossierId}?refus=${result.refusal}`);
}
