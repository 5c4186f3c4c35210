'use server';

import { redirect } from 'next/navigation';
import { signedInActor } from '#lib/auth/actor.ts';
import { removeRegister } from '#lib/operations/elected-register.ts';

export async function remove(code: string): Promise<void> {
  const result = await removeRegister(await signedInActor('/administration/elus'), code);
  redirect(`/administration/elus?${new URLSearchParams(result.ok ? { fait: 'retire' } : { refus: result.refusal })}`);
}
