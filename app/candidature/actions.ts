'use server';

import { redirect } from 'next/navigation';
import { actingWriter } from '#lib/auth/writer.ts';
import { answerInvitation } from '#lib/operations/team.ts';

/** Joins the dossier one is invited to, or declines, according to the button pressed. */
export async function answerMyInvitation(writer: string, invitationId: string, form: FormData): Promise<void> {
  const actor = await actingWriter(writer, '/candidature');
  const accepts = form.get('reponse') === 'rejoindre';
  const result = await answerInvitation(actor, invitationId, accepts);
  if (!result.ok) redirect('/candidature?fait=invitation-perimee');
  redirect(accepts ? `/candidature/${result.value.dossierId}` : '/candidature?fait=invitation-refusee');
}
