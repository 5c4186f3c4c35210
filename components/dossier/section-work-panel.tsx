'use client';

import { useActionState } from 'react';
import { fieldId } from '#components/form/field-parts.tsx';
import { submitAsTyped } from '#components/form/submit-as-typed.ts';
import { SubmitButton } from '#components/form/submit-button.tsx';

/** What the team did of a page, in words ready to be read. */
export type SectionWorkView = { assigneeId: string; assigned: string | null; finished: string | null; refusal: string | null };
type Action = (state: SectionWorkView, form: FormData) => Promise<SectionWorkView>;
type Props = {
  initial: SectionWorkView;
  saved: string | null;
  /** Those to whom the page can be given; none when the reader is alone. */
  members: { userId: string; name: string }[];
  act: Action;
};

/**
 * To whom the page is given, and whether it is finished. What changes is shown here and nothing else of the page is
 * drawn again: somebody may be writing in its form.
 */
export function SectionWorkPanel({ initial, saved, members, act }: Props) {
  const [state, submit] = useActionState(act, initial);
  // Alone, there is nobody to tell that a page is finished: the hub says what is missing.
  const isAlone = members.length < 2 && !state.assigned && !state.finished && !state.refusal;
  if (isAlone) return saved && <p className="fr-text--sm mt-10">{saved}</p>;
  return (
    <section aria-labelledby="equipe" className="mt-10 border-t border-(--border-default-grey) pt-4">
      <h2 className="fr-h6 mb-2" id="equipe">
        Le travail sur cette page
      </h2>
      {saved && <p className="fr-text--sm mb-2">{saved}</p>}
      <div role="status">
        {state.assigned && <p className="mb-2">{state.assigned}</p>}
        {state.finished && <p className="mb-2">{state.finished}</p>}
      </div>
      {state.refusal && (
        <p className="fr-error-text" role="alert">
          {state.refusal}
        </p>
      )}
      <form action={submit} onSubmit={submitAsTyped(submit)} className="mb-4">
        <input type="hidden" name="acte" value={state.finished ? 'rouvrir' : 'terminer'} />
        <SubmitButton secondary small>
          {state.finished ? 'Rouvrir cette page' : 'Marquer cette page comme terminée'}
        </SubmitButton>
        {!state.finished && <p className="fr-hint-text m-0 mt-1">Un repère pour votre équipe&nbsp;: la page reste modifiable.</p>}
      </form>
      {members.length > 1 && (
        <form action={submit} onSubmit={submitAsTyped(submit)}>
          <input type="hidden" name="acte" value="confier" />
          <label className="fr-label" htmlFor={fieldId('membre')}>
            Confier cette page à
          </label>
          <div className="mt-2 flex flex-wrap items-center gap-3">
            <select
              key={state.assigneeId}
              className="fr-select m-0 w-auto max-w-full"
              id={fieldId('membre')}
              name="membre"
              defaultValue={state.assigneeId}
            >
              <option value="">Personne en particulier</option>
              {members.map(({ userId, name }) => (
                <option key={userId} value={userId}>
                  {name}
                </option>
              ))}
            </select>
            <SubmitButton secondary small>
              Confier
            </SubmitButton>
          </div>
        </form>
      )}
    </section>
  );
}
