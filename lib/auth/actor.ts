import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Actor } from '../domain/actor.ts';
import { actorBySession } from '../queries/actor.ts';
import { sessionCookieName, sessionTokenHash } from './session-cookie.ts';

/** Who is asking, read once per request; null when nobody is signed in. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token ? actorBySession(sessionTokenHash(token)) : null;
});

/**
 * True when a form posted without scripts is being answered: its words come back in the page it is answered with, so
 * nobody may be sent elsewhere.
 */
export async function isPlainPost(): Promise<boolean> {
  const sent = await headers();
  return !sent.has('next-action') && (sent.get('content-type') ?? '').startsWith('multipart/form-data');
}

/** Who is asking; whoever is not signed in is sent to sign in and comes back to `path`. */
export async function signedInActor(path: string): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(`/connexion?suite=${encodeURIComponent(path)}`);
  return actor;
}
