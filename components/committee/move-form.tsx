'use client';

import { useActionState } from 'react';
import { submitAsTyped } from '#components/form/submit-as-typed.ts';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { outcomes, statusLabels } from '#lib/domain/dossier-status.ts';

/** What comes back when a move was refused: why, and everything typed. */
export type MoveState = { sentence: string | null; place: string; reason: string };
export type MoveAction = (state: MoveState, form: FormData) => Promise<MoveState>;

type Props = { dossierId: string; organisationName: string; place: string; action: MoveAction };

/** The way to give a dossier another place, with a reason. */
export function MoveForm({ dossierId, organisationName, place, action }: Props) {
  const [state, submit] = useActionState(action, { sentence: null, place, reason: '' });
  const id = `deplacer-${dossierId}`;
  return (
    <details open={state.sentence !== null}>
      <summary className="cursor-pointer">
        Déplacer<span className="fr-sr-only"> {organisationName}</span>
      </summary>
      <form
        action={submit}
        onSubmit={submitAsTyped(submit)}
        className="mt-2 mb-3 grid items-end gap-x-4 gap-y-2 md:grid-cols-[14rem_minmax(0,1fr)_auto]"
      >
        <input type="hidden" name="dossier" value={dossierId} />
        {state.sentence && (
          <p className="fr-error-text m-0 md:col-span-3" role="alert">
            {state.sentence}
          </p>
        )}
        <div>
          <label className="fr-label" htmlFor={`${id}-place`}>
            Nouvelle place
          </label>
          <select className="fr-select mt-1" id={`${id}-place`} name="place" defaultValue={state.place}>
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {statusLabels[outcome]}
              </option>
            ))}
            <option value="">Place calculée</option>
          </select>
        </div>
        <div>
          <label className="fr-label" htmlFor={`${id}-raison`}>
            Raison (envoyée au candidat si la décision s’écarte de l’ordre)
          </label>
          <textarea
            className="fr-input mt-1 [field-sizing:content]"
            id={`${id}-raison`}
            name="raison"
            rows={1}
            required
            defaultValue={state.reason}
          />
        </div>
        <SubmitButton>Déplacer</SubmitButton>
      </form>
    </details>
  );
}
