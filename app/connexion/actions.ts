'use server';

import { redirect } from 'next/navigation';
import { requesterOf } from '#lib/auth/requester.ts';
import { safeReturnPath } from '#lib/domain/sign-in.ts';
import { requestSignIn } from '#lib/operations/sign-in.ts';

export type SignInState = { email: string; error: string | null };

/** Sends the code, then shows the page where it is typed. */
export async function askForCode(_previous: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get('courriel') ?? '');
  const suite = safeReturnPath(String(form.get('suite') ?? ''));
  const result = await requestSignIn(email, suite, await requesterOf(email));
  if (!result.ok) return { email, error: result.problems?.email ?? result.sentence };
  const { requestId } = result.value;
  redirect(`/connexion/code?${new URLSearchParams({ demande: requestId, courriel: result.value.email, suite })}`);
}
