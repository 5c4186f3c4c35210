'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { toCorrect } from '#components/form/to-correct.ts';
import { actingWriter, writerOf } from '#lib/auth/writer.ts';
import { memberRole } from '#lib/domain/team.ts';
import { receive } from '#lib/operations/reception.ts';
import type { Result } from '#lib/operations/result.ts';
import { answerAccessRequest, changeMember, inviteMember, leaveDossier, withdrawInvitation } from '#lib/operations/team.ts';
import { keptState } from '../../lost-session.tsx';

const page = (dossierId: string) => `/candidature/${encodeURIComponent(dossierId)}/equipe` as Route;

/** Sends an invitation; otherwise the address comes back with what to correct. */
export async function invite(dossierId: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const { actor, lost } = await writerOf(form);
  if (lost) return keptState(form, lost);
  const values = { courriel: String(form.get('courriel') ?? ''), role: String(form.get('role') ?? '') };
  const result = await inviteMember(actor, dossierId, { email: values.courriel, role: values.role }, reception);
  if (result.ok) redirect(`${page(dossierId)}?fait=invitation` as Route);
  return toCorrect(values, result);
}

export async function takeInvitationBack(dossierId: string, writer: string, invitationId: string): Promise<void> {
  const reception = receive();
  const actor = await actingWriter(writer, page(dossierId));
  tell(dossierId, await withdrawInvitation(actor, dossierId, invitationId, reception), 'invitation-retiree');
}

/** Gives the role posted by the button pressed, or removes the person. */
export async function change(dossierId: string, writer: string, userId: string, form: FormData): Promise<void> {
  const reception = receive();
  const actor = await actingWriter(writer, page(dossierId));
  const role = memberRole(String(form.get('role') ?? ''));
  tell(dossierId, await changeMember(actor, dossierId, { userId, role }, reception), role ? 'role' : 'retrait');
}

export async function leave(dossierId: string, writer: string): Promise<void> {
  const reception = receive();
  const actor = await actingWriter(writer, page(dossierId));
  const result = await leaveDossier(actor, dossierId, reception);
  if (result.ok) redirect('/candidature?fait=depart');
  tell(dossierId, result, '');
}

/** Lets the person in with the role of the button pressed, or declines. */
export async function answerRequest(dossierId: string, writer: string, requestId: string, form: FormData): Promise<void> {
  const reception = receive();
  const actor = await actingWriter(writer, page(dossierId));
  const role = memberRole(String(form.get('role') ?? ''));
  const result = await answerAccessRequest(actor, dossierId, { requestId, role }, reception);
  if (form.get('retour') === 'administration') redirect('/administration');
  tell(dossierId, result, role ? 'demande-acceptee' : 'demande-refusee');
}

function tell(dossierId: string, result: Result<null>, done: string): never {
  redirect(`${page(dossierId)}?${new URLSearchParams(result.ok ? { fait: done } : { refus: result.refusal })}` as Route);
}
