'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { authoriseLate, recordIncident } from '#lib/operations/extension.ts';
import { receive } from '#lib/operations/reception.ts';
import type { Result } from '#lib/operations/result.ts';

type CallReference = { id: string; code: string };

export async function extend(call: CallReference, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const actor = await signedInActor('/administration');
  const text = (name: string) => String(form.get(name) ?? '');
  const instant = (name: string) => ({ day: text(`${name}-jour`), time: text(`${name}-heure`) });
  const typed = { from: instant('debut'), to: instant('fin'), description: text('recit'), closing: instant('cloture') };
  return answer(await recordIncident(actor, call.id, typed, reception), form, call, 'prolonge');
}

export async function authorise(call: CallReference, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const actor = await signedInActor('/administration');
  const text = (name: string) => String(form.get(name) ?? '');
  const until = { day: text('limite-jour'), time: text('limite-heure') };
  return answer(
    await authoriseLate(actor, call.id, { structure: text('structure'), until, reason: text('motif') }, reception),
    form,
    call,
    'autorise',
  );
}

/** The field of the form for each thing that can be wrong. */
const fields: Record<string, string> = {
  fromDay: 'debut-jour',
  fromTime: 'debut-heure',
  toDay: 'fin-jour',
  toTime: 'fin-heure',
  description: 'recit',
  closingDay: 'cloture-jour',
  closingTime: 'cloture-heure',
  untilDay: 'limite-jour',
  untilTime: 'limite-heure',
  reason: 'motif',
};

/** Back to the page when it is done; otherwise every word comes back with what to correct. */
function answer(result: Result<null>, form: FormData, { code }: CallReference, done: string): SectionFormState {
  if (result.ok) redirect(`/administration/delais?${new URLSearchParams({ appel: code, fait: done })}` as Route);
  const values = Object.fromEntries([...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  const problems = Object.fromEntries(Object.entries(result.problems ?? {}).map(([what, problem]) => [fields[what] ?? what, problem]));
  return { values, problems, sentence: result.sentence, conflict: null };
}
