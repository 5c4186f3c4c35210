'use client';

import { type ReactNode, startTransition, useActionState, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FieldView } from '#components/form/field-view.ts';
import { KeptFields } from '#components/form/kept-fields.tsx';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { useLeaveWarning } from '#components/form/use-leave-warning.ts';
import { choiceFields } from '#lib/domain/import/choices.ts';

type Props = {
  action: (state: SectionFormState, form: FormData) => Promise<SectionFormState>;
  /** The address of the page: what is posted without scripts comes back there. */
  page: string;
  /** Who opened the page, and the version of the kept choices it shows. */
  writer: string;
  seen: number;
  /** What names the fields, where the page cannot show them with what they hold. */
  fields: FieldView[];
  children: ReactNode;
};

const nothing: SectionFormState = { values: {}, problems: {}, sentence: null, conflict: null };

/**
 * The form in which a reading is chosen from. Nothing of it is lost: what could not be taken stays in its fields, or comes
 * back in plain ones when it was posted without scripts. With scripts, leaving it once something was changed asks to be sure.
 */
export function GuardedForm({ action, page, writer, seen, fields, children }: Props) {
  const [state, submit, pending] = useActionState(action, nothing, page);
  const [changed, setChanged] = useState(false);
  const [sentFromHere, setSentFromHere] = useState(false);
  useLeaveWarning(changed || (state.sentence !== null && !pending));
  const cameBack = state.sentence !== null && !sentFromHere;
  return (
    <form
      action={submit}
      onChange={() => setChanged(true)}
      onSubmit={(event) => {
        event.preventDefault();
        const posted = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
        flushSync(() => {
          setChanged(false);
          setSentFromHere(true);
        });
        startTransition(() => submit(posted));
      }}
      noValidate
    >
      {state.sentence && (
        <div className="fr-alert fr-alert--warning my-4" role="alert">
          <p className="fr-alert__title">{state.sentence}</p>
        </div>
      )}
      {!cameBack && (
        <>
          <input type="hidden" name="auteur" value={writer} readOnly />
          <input type="hidden" name={choiceFields.seen} value={state.version ?? seen} readOnly />
          {children}
        </>
      )}
      {cameBack && (
        <>
          <KeptFields values={{ ...state.values, ...(state.version && { [choiceFields.seen]: String(state.version) }) }} fields={fields} />
          <button type="submit" className="fr-btn mt-6" disabled={pending}>
            Envoyer de nouveau
          </button>
        </>
      )}
    </form>
  );
}
