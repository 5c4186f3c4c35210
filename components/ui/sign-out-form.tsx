'use client';

import { type FormEvent, useEffect } from 'react';

/**
 * « Se déconnecter », on every page of a signed-in person. What others left in this browser is erased as soon as they
 * appear; what they leave themselves is erased when they sign out, after a question when the server does not have it.
 */
export function SignOutForm({ owner }: { owner: string }) {
  useEffect(() => void kept().then(({ forgetOthers }) => forgetOthers(owner), nothing), [owner]);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const drafts = await kept().catch(nothing);
    if (drafts && (await drafts.draftsOf(owner)).length > 0 && !window.confirm(QUESTION)) return;
    await drafts?.forgetEverything();
    form.submit();
  }

  return (
    <form method="post" action="/api/deconnexion" onSubmit={onSubmit}>
      <button type="submit" className="fr-btn fr-btn--sm fr-btn--tertiary">
        Se déconnecter
      </button>
    </form>
  );
}

/** Fetched once the page is there: nobody waits for it, and whoever is not signed in does not receive it. */
const kept = () => import('#components/form/local-drafts.ts');
/** Without it the answer to the sign-out still has the browser erase everything. */
const nothing = () => null;
const QUESTION =
  'Une partie de ce que vous avez écrit n’est pas encore sur le serveur. En vous déconnectant, vous l’effacez de cet ordinateur. Se déconnecter quand même\u00a0?';
