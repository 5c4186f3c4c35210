'use server';

import { redirect } from 'next/navigation';
import { signedInActor } from '#lib/auth/actor.ts';
import { answerInvitation } from '#lib/operations/team.ts';

/** Joins the dossier one is invited to, or declines, according to the button pressed. */
export async function answerMyInvitation(invitationId: string, form: FormData): Promise<void> {
  const actor = await signedInActor('/candidature');
  const accepts = form.get('reponse') === 'rejoindre';
  const result = await answerInvitation(actor, invitationId, accepts);
  if (!result.ok) redirect('/candidature?fait=invitation-perimee');
  redirect(accepts ? `/candidature/${result.value.dossierId}` : '/candidature?fait=invitation-refusee');
}
