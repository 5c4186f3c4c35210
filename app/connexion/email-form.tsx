'use client';

import { useActionState } from 'react';
import { TextField } from '#components/form/text-field.tsx';
import type { SignInState } from './actions.ts';

type Props = { action: (state: SignInState, form: FormData) => Promise<SignInState>; returnTo: string };

/** Asks for the address the code is sent to. */
export function EmailForm({ action, returnTo }: Props) {
  const [state, submit, pending] = useActionState(action, { email: '', error: null });
  return (
    <form action={submit} noValidate>
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
