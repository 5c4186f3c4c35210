'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { typedIn } from '#components/form/field-view.ts';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { toCorrect } from '#components/form/to-correct.ts';
import { actingWriter, writerOf } from '#lib/auth/writer.ts';
import { cancelLetter, remindOfficial, requestLetter } from '#lib/operations/letter-request.ts';
import { receive } from '#lib/operations/reception.ts';
import type { Result } from '#lib/operations/result.ts';
import { keptState } from '../../lost-session.tsx';

const page = (dossierId: string) => `/candidature/${encodeURIComponent(dossierId)}/demande-lettre` as Route;

/** Sends the request; otherwise every word comes back with what to correct. */
export async function ask(dossierId: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const { actor, lost } = await writerOf(form);
  if (lost) return keptState(form, lost);
  const field = (name: string) => String(form.get(name) ?? '');
  const official = {
    name: field('name'),
    function: field('function'),
    structure: field('structure'),
    mandate: field('mandate'),
    email: field('email'),
  };
  const result = await requestLetter(actor, dossierId, { official, text: field('text'), asker: field('asker') }, reception);
  if (result.ok) redirect(`${page(dossierId)}?fait=envoyee` as Route);
  return toCorrect(typedIn(form), result);
}

export async function sendAgain(dossierId: string, writer: string): Promise<void> {
  const reception = receive();
  const actor = await actingWriter(writer, page(dossierId));
  tell(dossierId, await remindOfficial(actor, dossierId, reception), 'renvoyee');
}

export async function takeBack(dossierId: string, writer: string): Promise<void> {
  const reception = receive();
  const actor = await actingWriter(writer, page(dossierId));
  tell(dossierId, await cancelLetter(actor, dossierId, reception), 'retiree');
}

function tell(dossierId: string, result: Result<null>, done: string): never {
  redirect(`${page(dossierId)}?${new URLSearchParams(result.ok ? { fait: done } : { refus: result.refusal })}` as Route);
}
