'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '#components/form/error-summary.tsx';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { TextField } from '#components/form/text-field.tsx';
import { type DepositState, depositorField } from './depositor-field.ts';

type Props = {
  action: (state: DepositState, form: FormData) => Promise<DepositState>;
  /** The account does not say yet who this person is: asked once, beside the button. */
  asksName: boolean;
  /** What the deposit will do. */
  sentence: string;
  label?: string;
};

/** The button that submits the dossier. A plain form without scripts; the name typed comes back when it has to be corrected. */
export function DepositForm({ action, asksName, sentence, label = 'Déposer le dossier de candidature' }: Props) {
  const [state, submit] = useActionState(action, { name: '', problem: null });
  const problems: Record<string, string> = state.problem ? { [depositorField]: state.problem } : {};
  return (
    <form action={submit} className="max-w-[48rem] border-t border-(--border-default-grey) pt-6" noValidate>
      <p>{sentence}</p>
      <ErrorSummary sentence={state.problem && 'Le dossier n’a pas été déposé'} problems={problems} labels={{}} />
      {asksName && (
        <TextField
          key={state.name}
          name={depositorField}
          label="Votre prénom et votre nom"
          hint="L’accusé de réception dit qui a déposé le dossier. Ils vous sont demandés une seule fois."
          autoComplete="name"
          className="max-w-[36rem]"
          defaultValue={state.name}
          error={state.problem}
        />
      )}
      <p className="mt-6 mb-0">
        <SubmitButton>{label}</SubmitButton>
      </p>
    </form>
  );
}
