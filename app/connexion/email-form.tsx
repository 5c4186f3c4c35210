'use client';

import { useActionState, useEffect, useRef } from 'react';
import { TextField } from '#components/form/text-field.tsx';
import type { SignInState } from './actions.ts';

type Props = { action: (state: SignInState, form: FormData) => Promise<SignInState>; returnTo: string };

/** Asks for the address the code is sent to. */
export function EmailForm({ action, returnTo }: Props) {
  const [state, submit, pending] = useActionState(action, { email: '', error: null });
  const form = useRef<HTMLFormElement>(null);
  // The address is what there is to correct: whoever uses a keyboard or listens to the page is brought to it.
  useEffect(() => {
    if (state.error) form.current?.querySelector<HTMLInputElement>('[name=courriel]')?.focus();
  }, [state]);
  return (
    <form ref={form} action={submit} noValidate>
      <input type="hidden" name="suite" value={returnTo} />
      <TextField
        name="courriel"
        type="email"
        label="Votre courriel"
        hint="Votre adresse professionnelle, par exemple prenom.nom@territoire.fr."
        autoComplete="email"
        defaultValue={state.email}
        error={state.error}
        key={state.email}
      />
      <button type="submit" className="fr-btn mt-4" disabled={pending}>
        Recevoir un code
      </button>
    </form>
  );
}
