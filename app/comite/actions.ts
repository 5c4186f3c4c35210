'use server';

import { redirect } from 'next/navigation';
import type { MoveState } from '#components/committee/move-form.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { outcomes } from '#lib/domain/dossier-status.ts';
import { cleanText } from '#lib/domain/text.ts';
import { receive } from '#lib/operations/reception.ts';
import type { Result } from '#lib/operations/result.ts';
import { freezeSelection, moveDossier, releaseSelection, reopenSelection, type SelectionPlace } from '#lib/operations/selection.ts';

/** Moves a dossier, or gives back everything typed with what prevents it. */
export async function move(callCode: string, _previous: MoveState, form: FormData): Promise<MoveState> {
  const reception = receive();
  const actor = await signedInActor('/comite');
  const dossierId = String(form.get('dossier') ?? '');
  const place = outcomes.find((outcome) => outcome === form.get('place')) ?? null;
  const reason = reasonOf(form);
  const result = await moveDossier(actor, dossierId, { place, reason }, reception);
  if (result.ok) back(callCode, result, place ? 'deplace' : 'replace');
  return { sentence: Object.values(result.problems ?? {})[0] ?? result.sentence, place: place ?? '', reason };
}

export async function freeze(callCode: string, selection: SelectionPlace): Promise<void> {
  const reception = receive();
  back(callCode, await freezeSelection(await signedInActor('/comite'), selection, reception), 'fige');
}

export async function reopen(callCode: string, selection: SelectionPlace, form: FormData): Promise<void> {
  const reception = receive();
  back(callCode, await reopenSelection(await signedInActor('/comite'), selection, reasonOf(form), reception), 'rouvert');
}

export async function release(callCode: string, selection: SelectionPlace): Promise<void> {
  const reception = receive();
  back(callCode, await releaseSelection(await signedInActor('/comite'), selection, reception), 'publie');
}

function reasonOf(form: FormData): string {
  return cleanText(String(form.get('raison') ?? '')).trim();
}

/** Back to the board, which says what was done or refused. The address only carries names the page knows. */
function back(callCode: string, result: Result<null>, done: string): never {
  redirect(`/comite?${new URLSearchParams({ appel: callCode, ...(result.ok ? { fait: done } : { refus: result.refusal }) })}`);
}
