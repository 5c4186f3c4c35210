'use server';

import { redirect } from 'next/navigation';
import { signedInActor } from '#lib/auth/actor.ts';
import { closeDeposit } from '#lib/operations/call.ts';
import { receive } from '#lib/operations/reception.ts';
import type { Result } from '#lib/operations/result.ts';
import { grantRole, revokeRole } from '#lib/operations/role.ts';

export async function closeNow(callId: string): Promise<void> {
  const reception = receive();
  tell(await closeDeposit(await signedInActor('/administration'), callId, reception), 'Le dépôt est clos : l’instruction peut commencer.');
}

export async function giveRole(form: FormData): Promise<void> {
  const actor = await signedInActor('/administration');
  const text = (name: string) => String(form.get(name) ?? '');
  tell(await grantRole(actor, { email: text('courriel'), role: text('role'), callId: text('appel') || null }), 'Le rôle est donné.');
}

export async function takeRoleBack(grantId: string): Promise<void> {
  tell(await revokeRole(await signedInActor('/administration'), grantId), 'Le rôle est retiré.');
}

function tell(result: Result<null>, done: string): never {
  const message = result.ok ? done : (Object.values(result.problems ?? {})[0] ?? result.sentence);
  redirect(`/administration?${new URLSearchParams({ message })}`);
}
