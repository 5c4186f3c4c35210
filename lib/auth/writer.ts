import { redirect } from 'next/navigation';
import type { Actor } from '../domain/actor.ts';
import { currentActor, signedInActor } from './actor.ts';

const SESSION =
  'Votre session a pris fin\u00a0: rien n’est enregistré. Tout ce que vous avez écrit est là. Reconnectez-vous dans un autre onglet, puis envoyez de nouveau.';

/** Why what was written is not taken: nobody is signed in any more, or it is somebody else. */
export type NotTheWriter = { why: 'session' | 'person'; sentence: string };

/**
 * Who wrote a page, and in whose name it would be saved: null when they are the same. A page says who it was opened for;
 * what was written on it is never saved for whoever signed in since.
 * @param writer as the page says; a page that says nothing is taken at its session's word.
 */
export function notTheWriter(actor: Actor | null, writer: unknown): NotTheWriter | null {
  if (actor === null) return { why: 'session', sentence: SESSION };
  if (typeof writer !== 'string' || writer === '' || writer === actor.userId) return null;
  return {
    why: 'person',
    sentence: `Vous êtes maintenant connecté avec l’adresse ${actor.email}, et cette page a été ouverte avec une autre\u00a0: rien n’a été enregistré. Gardez cette page ouverte, ou copiez votre texte.`,
  };
}

/**
 * The person a page was opened for, for a button that has nothing but itself to lose. Whoever else is signed in since is
 * told so elsewhere, and nothing is done in their name.
 * @param writer who the page was opened for, as it said when it was shown.
 */
export async function actingWriter(writer: string, page: string): Promise<Actor> {
  const actor = await signedInActor(page);
  if (actor.userId !== writer) redirect('/candidature?fait=autre-personne');
  return actor;
}

/** Whom this posted form is saved for; otherwise why it is not, to be told with every word typed. */
export async function writerOf(form: FormData): Promise<{ actor: Actor; lost: null } | { actor: null; lost: NotTheWriter }> {
  const actor = await currentActor();
  const lost = notTheWriter(actor, form.get('auteur'));
  return actor && !lost ? { actor, lost: null } : { actor: null, lost: lost ?? { why: 'session', sentence: SESSION } };
}
