'use client';

import { useActionState } from 'react';
import type { FieldView } from './field-view.ts';
import { KeptFields } from './kept-fields.tsx';
import type { SectionFormState } from './section-form.tsx';
import { submitAsTyped } from './submit-as-typed.ts';

type Props = {
  /** Where the form was sent, and is sent again. */
  action: (state: SectionFormState, form: FormData) => Promise<SectionFormState>;
  page: string;
  /** What is public of the fields: nothing of the dossier is shown to whoever is not signed in. */
  fields: FieldView[];
};

const nothing: SectionFormState = { values: {}, problems: {}, sentence: null, conflict: null };

/** What was posted once the session was over, given back whole, to be sent again after signing in elsewhere. */
export function KeptAnswers({ action, page, fields }: Props) {
  const [state, submit, pending] = useActionState(action, nothing, page);
  return (
    <>
      <div className="fr-alert fr-alert--warning mb-6" role="alert">
        <p className="fr-alert__title">{state.sentence ?? 'Rien n’a été enregistré.'}</p>
        <p className="m-0">
          <a href="/connexion?suite=/candidature" target="_blank" rel="noreferrer">
            Se reconnecter (nouvel onglet)
          </a>
        </p>
      </div>
      <form action={submit} onSubmit={submitAsTyped(submit)} noValidate>
        <KeptFields values={state.values} fields={fields} />
        <button type="submit" className="fr-btn mt-6" disabled={pending}>
          Envoyer de nouveau
        </button>
      </form>
    </>
  );
}
