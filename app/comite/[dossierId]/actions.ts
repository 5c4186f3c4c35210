'use server';

import { redirect } from 'next/navigation';
import type { SettlementState } from '#components/committee/settlement-form.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { findingValues } from '#lib/domain/review.ts';
import { cleanText } from '#lib/domain/text.ts';
import { receive } from '#lib/operations/reception.ts';
import { settleFindings } from '#lib/operations/settlement.ts';

/** Records what was filled in, or gives everything back with what is missing. */
export async function settle(dossierId: string, codes: string[], _previous: SettlementState, form: FormData): Promise<SettlementState> {
  const reception = receive();
  const actor = await signedInActor(`/comite/${dossierId}`);
  const text = (name: string) => cleanText(String(form.get(name) ?? '')).trim();
  const typed = codes.map((criterionCode) => ({
    criterionCode,
    finding: findingValues.find((value) => value === text(`constat:${criterionCode}`)) ?? null,
    reason: text(`raison:${criterionCode}`),
  }));
  const filled = typed.filter(({ finding, reason }) => finding !== null || reason !== '');
  const values = Object.fromEntries(
    typed.flatMap(({ criterionCode, finding, reason }) => [
      [`constat:${criterionCode}`, finding ?? ''],
      [`raison:${criterionCode}`, reason],
    ]),
  );
  if (filled.length === 0) return { values, problems: {}, sentence: 'Choisissez au moins un constat commun et écrivez sa raison.' };
  const result = await settleFindings(actor, dossierId, filled, reception);
  if (!result.ok) return { values, problems: { ...result.problems }, sentence: result.sentence };
  redirect(`/comite/${dossierId}?${new URLSearchParams({ constats: result.value.join(',') || 'aucun' })}`);
}
