'use server';

import { redirect } from 'next/navigation';
import { signedInActor } from '#lib/auth/actor.ts';
import { closeDeposit } from '#lib/operations/call.ts';
import { receive } from '#lib/operations/reception.ts';
import type { Result } from '#lib/operations/result.ts';
import { grantRole, revokeRole } from '#lib/operations/role.ts';

export async function closeNow(callId: string): Promise<void> {
  const reception = receive();
  tell(await closeDeposit(await signedInActor('/administration'), callId, reception), 'cloture');
}

export async function giveRole(form: FormData): Promise<void> {
  const actor = await signedInActor('/administration');
  const text = (name: string) => String(form.get(name) ?? '');
  tell(await grantRole(actor, { email: text('courriel'), role: text('role'), callId: text('appel') || null }), 'role-donne');
}

export async function takeRoleBack(grantId: string): Promise<void> {
  tell(await revokeRole(await signedInActor('/administration'), grantId), 'role-retire');
}

/** Back to the page, which has its own sentence for what was done or refused. */
function tell(result: Result<null>, done: string): never {
  redirect(`/administration?${new URLSearchParams(result.ok ? { fait: done } : { refus: result.refusal })}`);
}
