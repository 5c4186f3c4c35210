'use server';

import { redirect } from 'next/navigation';
import { signedInActor } from '#lib/auth/actor.ts';
import { outcomes } from '#lib/domain/dossier-status.ts';
import { cleanText } from '#lib/domain/text.ts';
import { receive } from '#lib/operations/reception.ts';
import type { Result } from '#lib/operations/result.ts';
import { freezeSelection, moveDossier, releaseSelection, reopenSelection, type SelectionPlace } from '#lib/operations/selection.ts';

export async function move(callCode: string, form: FormData): Promise<void> {
  const reception = receive();
  const actor = await signedInActor('/comite');
  const dossierId = String(form.get('dossier') ?? '');
  const place = outcomes.find((outcome) => outcome === form.get('place')) ?? null;
  back(callCode, await moveDossier(actor, dossierId, { place, reason: reasonOf(form) }, reception));
}

export async function freeze(callCode: string, selection: SelectionPlace): Promise<void> {
  const reception = receive();
  back(callCode, await freezeSelection(await signedInActor('/comite'), selection, reception));
}

export async function reopen(callCode: string, selection: SelectionPlace, form: FormData): Promise<void> {
  const reception = receive();
  back(callCode, await reopenSelection(await signedInActor('/comite'), selection, reasonOf(form), reception));
}

export async function release(callCode: string, selection: SelectionPlace): Promise<void> {
  const reception = receive();
  back(callCode, await releaseSelection(await signedInActor('/comite'), selection, reception));
}

function reasonOf(form: FormData): string {
  return cleanText(String(form.get('raison') ?? '')).trim();
}

/** Back to the board; a refusal is told there, with the detail the operation gave. */
function back(callCode: string, result: Result<null>): never {
  const query = new URLSearchParams({ appel: callCode });
  if (!result.ok) {
    query.set('refus', result.refusal);
    query.set('detail', Object.values(result.problems ?? {})[0] ?? result.sentence);
  }
  redirect(`/comite?${query}`);
}
