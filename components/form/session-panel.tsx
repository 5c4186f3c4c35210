'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { TextField } from './text-field.tsx';

type Props = { email: string; owner: string; onBack: () => void };
type Step = { requestId: string; busy: boolean; said: string; error: string | null };

/**
 * Signs in again without leaving the page: it does not take the focus from whoever is writing, and what they write stays
 * under their hands. Somebody else who signs in here sends nothing of it.
 */
export function SessionPanel({ email, owner, onBack }: Props) {
  const [{ requestId, busy, said, error }, setStep] = useState<Step>({ requestId: '', busy: false, said: '', error: null });
  const code = useRef<HTMLFormElement>(null);
  const set = (change: Partial<Step>) => setStep((step) => ({ ...step, ...change }));
  useEffect(() => {
    if (requestId) code.current?.querySelector('input')?.focus();
  }, [requestId]);

  async function ask() {
    set({ busy: true, said: '', error: null });
    const answer = await post('/api/session', { courriel: email });
    const { requestId: asked, sentence }: { requestId?: string; sentence?: string } = (await answer?.json().catch(() => null)) ?? {};
    if (asked) set({ busy: false, requestId: asked, said: 'Un courriel vient de partir. Il contient un code à six chiffres.' });
    else set({ busy: false, said: sentence ?? UNREACHABLE });
  }

  async function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('code') ?? '');
    set({ busy: true, said: '', error: null });
    await post('/api/auth/callback/email', { demande: requestId, courriel: email, code: typed, suite: '/' });
    const who = await fetch('/api/session').then(
      (answer) => answer.json() as Promise<{ person: string | null }>,
      () => null,
    );
    if (who === null) set({ busy: false, said: UNREACHABLE });
    else if (who.person === owner) onBack();
    else if (who.person)
      set({ busy: false, said: 'Une autre personne est connectée dans ce navigateur\u00a0: rien n’a été envoyé en son nom.' });
    else set({ busy: false, error: 'Ce code n’est pas le bon, ou il ne peut plus servir. Vérifiez-le, ou demandez-en un autre.' });
  }

  return (
    <section
      aria-labelledby="session-finie"
      className="session-panel sticky top-0 z-10 mb-6 max-h-[60vh] overflow-y-auto border-2 border-(--border-plain-warning) bg-(--background-default-grey) p-4"
    >
      <h2 className="fr-h6 mb-1" id="session-finie">
        Votre session a pris fin
      </h2>
      <p className="mb-2">
        Vous pouvez continuer à écrire, sans fermer cette page. Pour que votre texte soit enregistré, reconnectez-vous ici, avec un code
        envoyé à <strong className="break-all">{email}</strong>.
      </p>
      <p role="status" className="m-0">
        {said}
      </p>
      {requestId && (
        <form ref={code} onSubmit={enter} noValidate>
          <TextField
            name="code"
            label="Code à six chiffres"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            className="max-w-[10rem]"
            error={error}
          />
          <button type="submit" className="fr-btn fr-btn--sm mt-2" disabled={busy}>
            Me reconnecter
          </button>
        </form>
      )}
      <button
        type="button"
        className={requestId ? 'fr-btn fr-btn--sm fr-btn--tertiary mt-2' : 'fr-btn fr-btn--sm mt-2'}
        disabled={busy}
        onClick={() => void ask()}
      >
        {requestId ? 'Recevoir un autre code' : 'Recevoir un code'}
      </button>
    </section>
  );
}

const UNREACHABLE = 'Le serveur ne répond pas pour le moment. Réessayez dans un instant.';

/** The answer to a posted form, without following where it leads; null when the server could not be reached. */
function post(address: string, fields: Record<string, string>): Promise<Response | null> {
  return fetch(address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' }).catch(() => null);
}
