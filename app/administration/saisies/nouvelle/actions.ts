'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { toCorrect } from '#components/form/to-correct.ts';
import { signedInActor } from '#lib/auth/actor.ts';
import { identitySection, sectionOf } from '#lib/domain/call.ts';
import { formContext, readSection } from '#lib/domain/form.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { startAssistedDeposit } from '#lib/operations/assisted-deposit.ts';
import { receive } from '#lib/operations/reception.ts';
import { callByCode } from '#lib/queries/call.ts';

/** Starts the entry and opens its page; otherwise every word comes back with what to correct. */
export async function startEntering(callCode: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const actor = await signedInActor(`/administration/saisies/nouvelle?${new URLSearchParams({ appel: callCode })}`);
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [])),
  );
  const call = await callByCode(callCode);
  const section = call && sectionOf(call.definition, identitySection);
  if (!call || !section) return { values: typed, problems: {}, sentence: refusalSentence('notFound'), conflict: null };
  const answers = readSection(section, (name) => typed[name] ?? null, formContext(call.definition, {}));
  const result = await startAssistedDeposit(actor, call.id, answers, (name) => typed[name] ?? '', reception);
  if (result.ok) redirect(`/administration/saisies/${result.value.dossierId}` as Route);
  return toCorrect(typed, result);
}
