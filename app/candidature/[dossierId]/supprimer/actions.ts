'use server';

import { redirect } from 'next/navigation';
import { actingWriter } from '#lib/auth/writer.ts';
import { deleteDraft } from '#lib/operations/draft.ts';
import { receive } from '#lib/operations/reception.ts';

/** Deletes the draft. Refused: the page of the dossier, or its absence, says where things stand. */
export async function remove(dossierId: string, writer: string): Promise<void> {
  const reception = receive();
  const actor = await actingWriter(writer, `/candidature/${dossierId}/supprimer`);
  const result = await deleteDraft(actor, dossierId, reception);
  redirect(result.ok ? '/candidature?fait=supprime' : `/candidature/${dossierId}`);
}
