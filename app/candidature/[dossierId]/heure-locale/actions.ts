'use server';

import { redirect } from 'next/navigation';
import { placeFieldName } from '#components/form/place-field.ts';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { toCorrect } from '#components/form/to-correct.ts';
import { writerOf } from '#lib/auth/writer.ts';
import { setPlace } from '#lib/operations/place.ts';
import { receive } from '#lib/operations/reception.ts';
import { keptState } from '../../lost-session.tsx';

/** Keeps where the territory is and goes back to the dossier. */
export async function choosePlace(dossierId: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const { actor, lost } = await writerOf(form);
  if (lost) return keptState(form, lost);
  const values = { [placeFieldName]: String(form.get(placeFieldName) ?? '') };
  const result = await setPlace(actor, dossierId, values[placeFieldName] ?? '', reception);
  if (result.ok) redirect(`/candidature/${dossierId}`);
  return toCorrect(values, result);
}
