'use client';

import { type FormEvent, useEffect } from 'react';
import { draftsOf, forgetEverything, forgetOthers } from '#components/form/local-drafts.ts';

/**
 * « Se déconnecter », on every page of a signed-in person. What others left in this browser is erased as soon as they
 * appear; what they leave themselves is erased when they sign out, after a question when the server does not have it.
 */
export function SignOutForm({ owner }: { owner: string }) {
  useEffect(() => void forgetOthers(owner), [owner]);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    if ((await draftsOf(owner)).length > 0 && !window.confirm(QUESTION)) return;
    await forgetEverything();
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

const QUESTION =
  'Une partie de ce que vous avez écrit n’est pas encore sur le serveur. En vous déconnectant, vous l’effacez de cet ordinateur. Se déconnecter quand même ?';
