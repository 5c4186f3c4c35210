'use client';

import { type FormEvent, startTransition, useActionState, useRef, useState } from 'react';
import { ErrorSummary } from '#components/form/error-summary.tsx';
import { SaveStatus } from '#components/form/save-status.tsx';
import { TextArea } from '#components/form/text-area.tsx';
import { useAutosave } from '#components/form/use-autosave.ts';
import { CriterionGrid } from './criterion-grid.tsx';
import type { PostedFields, ReviewView } from './review-view.ts';
import { useSelectedPassage } from './use-selected-passage.ts';

export type ReviewFormState = {
  posted: PostedFields | null;
  version: number;
  sentence: string | null;
  problems: Record<string, string>;
  saved: boolean;
};

type Props = {
  view: ReviewView;
  autosaveUrl: string;
  action: (state: ReviewFormState, form: FormData) => Promise<ReviewFormState>;
};

/** The grid of one reader beside the dossier. It saves itself; « Rendre mon évaluation » closes it. */
export function ReviewForm({ view, autosaveUrl, action }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [state, submit, pending] = useActionState(action, {
    posted: null,
    version: view.version,
    sentence: null,
    problems: {},
    saved: false,
  });
  const saving = useAutosave(form, autosaveUrl, state.version);
  const passage = useSelectedPassage();
  // What was changed since the last answer is no longer shown as wrong; the next one tells.
  const [changed, setChanged] = useState<{ since: ReviewFormState; codes: string[] }>({ since: state, codes: [] });
  const corrected = changed.since === state ? changed.codes : [];
  if (view.delivered) return <p className="mb-6 font-bold">Votre évaluation est rendue.</p>;

  function onChange(event: FormEvent<HTMLFormElement>) {
    const { name = '' } = event.target as HTMLInputElement;
    setChanged({ since: state, codes: [...corrected, name.split(':')[0] ?? ''] });
    saving.markChanged();
  }

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const button = (event.nativeEvent as SubmitEvent).submitter;
    await saving.flush();
    startTransition(() => submit(new FormData(element, button)));
  }

  const standing = Object.entries({ ...saving.problems, ...state.problems }).filter(([code]) => !corrected.includes(code));
  const problems = Object.fromEntries(standing);
  const fieldProblems = Object.fromEntries(Object.entries(problems).map(([code, problem]) => [`${code}:finding`, problem]));
  return (
    <form ref={form} action={submit} onSubmit={onSubmit} onChange={onChange} onBlur={() => void saving.flush()} noValidate>
      <h2 className="fr-h5">Mon évaluation</h2>
      <p className="fr-text--sm">
        Pour citer, sélectionnez un passage du dossier puis utilisez « Citer le passage sélectionné ». Vous pouvez aussi le copier et le
        coller. Personne ne voit votre évaluation avant que vous ne la rendiez.
      </p>
      <input type="hidden" name="version" value={saving.version} readOnly />
      <ErrorSummary sentence={state.sentence} problems={fieldProblems} labels={{}} attempt={state} />
      {view.rows.map((row) => {
        const posted = state.posted?.rows.find((r) => r.criterionCode === row.code);
        return (
          <CriterionGrid
            key={row.code}
            row={{ ...row, ...posted }}
            maxAppreciation={view.maxAppreciation}
            problem={problems[row.code]}
            passage={passage}
            onChange={saving.markChanged}
          />
        );
      })}
      <TextArea
        name="comment"
        label="Avis d’ensemble (facultatif)"
        rows={3}
        defaultValue={state.posted?.comment ?? view.comment}
        error={problems.comment}
      />
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <button type="submit" name="bouton" value="rendre" className="fr-btn" disabled={pending}>
          Rendre mon évaluation
        </button>
        <button type="submit" name="bouton" value="garder" className="fr-btn fr-btn--secondary" disabled={pending}>
          Enregistrer le brouillon
        </button>
      </div>
      <SaveStatus state={saving.state} />
      {state.saved && <p role="status">Le brouillon est enregistré.</p>}
    </form>
  );
}
