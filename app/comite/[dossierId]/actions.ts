'use server';

import { redirect } from 'next/navigation';
import { signedInActor } from '#lib/auth/actor.ts';
import { findingValues } from '#lib/domain/review.ts';
import { cleanText } from '#lib/domain/text.ts';
import { receive } from '#lib/operations/reception.ts';
import { settleFinding } from '#lib/operations/selection.ts';

export async function settle(dossierId: string, criterionCode: string, form: FormData): Promise<void> {
  const reception = receive();
  const actor = await signedInActor(`/comite/${dossierId}`);
  const finding = findingValues.find((value) => value === form.get('constat'));
  const page = `/comite/${dossierId}` as const;
  if (!finding) redirect(`${page}?refus=${encodeURIComponent('Choisissez un constat commun.')}`);
  const reason = cleanText(String(form.get('raison') ?? '')).trim();
  const result = await settleFinding(actor, dossierId, { criterionCode, finding, reason }, reception);
  redirect(result.ok ? page : `${page}?refus=${encodeURIComponent(Object.values(result.problems ?? {})[0] ?? result.sentence)}`);
}
