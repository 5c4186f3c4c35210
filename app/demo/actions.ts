'use server';

import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { isSecure, sessionCookieName } from '#lib/auth/session-cookie.ts';
import { sessionHours } from '#lib/domain/sign-in.ts';
import { enterAsPersona } from '#lib/operations/persona.ts';

/** Enters as an invented person, and goes where that person works. */
export async function enter(email: string): Promise<void> {
  const entered = typeof email === 'string' ? await enterAsPersona(email) : null; // an action can be posted by hand
  if (!entered) notFound();
  const jar = await cookies();
  jar.set(sessionCookieName(), entered.token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    path: '/',
    maxAge: sessionHours * 3600,
  });
  redirect(entered.home);
}
