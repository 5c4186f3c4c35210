'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { clientKey, isKnownBrowser, knownBrowserCookieName } from '#lib/auth/requester.ts';
import { isSecure, sessionCookieName, sessionTokenHash } from '#lib/auth/session-cookie.ts';
import { safeReturnPath } from '#lib/domain/sign-in.ts';
import { closeSession } from '#lib/operations/session.ts';
import { requestSignIn } from '#lib/operations/sign-in.ts';

export type SignInState = { email: string; error: string | null };

/** Sends the code, then shows the page where it is typed. */
export async function askForCode(_previous: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get('courriel') ?? '');
  const suite = safeReturnPath(String(form.get('suite') ?? ''));
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const knownBrowser = isKnownBrowser(jar.get(knownBrowserCookieName())?.value, email);
  const result = await requestSignIn(email, suite, { knownBrowser, clientKey: clientKey(sent) });
  if (!result.ok) return { email, error: result.problems?.email ?? result.sentence };
  const { requestId } = result.value;
  redirect(`/connexion/code?${new URLSearchParams({ demande: requestId, courriel: result.value.email, suite })}`);
}

/** Ends the session, here and in the database. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value;
  if (token) await closeSession(sessionTokenHash(token));
  jar.set(sessionCookieName(), '', { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge: 0 });
  redirect('/');
}
