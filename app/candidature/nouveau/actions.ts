'use server';

import { redirect } from 'next/navigation';
import { fieldValues, typedIn } from '#components/form/field-view.ts';
import { placeFieldName } from '#components/form/place-field.ts';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { writerOf } from '#lib/auth/writer.ts';
import { identitySection, sectionOf } from '#lib/domain/call.ts';
import { formContext, readSection } from '#lib/domain/form.ts';
import { identityOf } from '#lib/domain/identity.ts';
import { identifierKey } from '#lib/domain/organisation-identifier.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { createDossier } from '#lib/operations/dossier.ts';
import { receive } from '#lib/operations/reception.ts';
import { callByCode } from '#lib/queries/call.ts';
import { keptState } from '../lost-session.tsx';

/** Creates the dossier and opens its first page; otherwise every word comes back with what to correct. */
export async function startDossier(
  callCode: string,
  registryKey: string | null,
  _previous: SectionFormState,
  form: FormData,
): Promise<SectionFormState> {
  const reception = receive();
  const { actor, lost } = await writerOf(form);
  if (lost) return keptState(form, lost);
  const call = await callByCode(callCode);
  const section = call && sectionOf(call.definition, identitySection);
  const typed = typedIn(form);
  if (!call || !section) return { values: typed, problems: {}, sentence: refusalSentence('notFound'), conflict: null };

  const answers = readSection(section, (name) => typed[name] ?? null, formContext(call.definition, {}));
  const result = await createDossier(actor, call.id, answers, reception, { registryKey, placeCode: typed[placeFieldName] });
  if (result.ok) redirect(`/candidature/${result.value.dossierId}`);
  const own = 'own' in result && result.own;
  const { identifier } = identityOf({ [identitySection]: answers });
  return {
    values: { ...fieldValues(section, answers), [placeFieldName]: typed[placeFieldName] ?? '' },
    problems: { ...result.problems },
    sentence: result.sentence,
    conflict: null,
    ...(own && { link: { href: `/candidature/${own}`, label: 'Ouvrir ce dossier' } }),
    ...(result.refusal === 'alreadyExists' && {
      link: {
        href: `/candidature/acces?${new URLSearchParams({ appel: callCode, structure: identifierKey(identifier) })}`,
        label: 'Demander à le rejoindre',
      },
    }),
  };
}
