'use client';

import { type FormEvent, startTransition, useActionState, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Conflict } from '#components/form/autosaver.ts';
import { ConflictPanel } from '#components/form/conflict-panel.tsx';
import { ErrorSummary } from '#components/form/error-summary.tsx';
import { FoundNotice } from '#components/form/found-notice.tsx';
import { fieldsOf, fillForm } from '#components/form/posted-fields.ts';
import { SaveStatus } from '#components/form/save-status.tsx';
import { SessionPanel } from '#components/form/session-panel.tsx';
import { TextArea } from '#components/form/text-area.tsx';
import { useAutosave } from '#components/form/use-autosave.ts';
import { CriterionGrid } from './criterion-grid.tsx';
import { comparedReviewField, type PostedFields, type ReviewView, readPostedReview, typedReview } from './review-view.ts';
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
  /** Who writes, as the session knows them. */
  writer: { userId: string; email: string };
  action: (state: ReviewFormState, form: FormData) => Promise<ReviewFormState>;
};

/** The grid of one reader beside the dossier. It saves itself; « Rendre mon évaluation » closes it. */
export function ReviewForm({ view, autosaveUrl, writer, action }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [state, submit, pending] = useActionState(action, {
    posted: null,
    version: view.version,
    sentence: null,
    problems: {},
    saved: false,
  });
  // What was found in the browser: a grid may hold more passages than the saved one, so it is made anew.
  const [found, setFound] = useState<PostedFields | null>(null);
  const saving = useAutosave({
    form,
    url: autosaveUrl,
    owner: writer.userId,
    version: state.version,
    putBack: (fields) => flushSync(() => setFound(readPostedReview(fields))),
  });
  const status = useRef<HTMLDivElement>(null);
  const [met, setMet] = useState<{ conflict: Conflict; mine: Record<string, string> } | null>(null);
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
    const { conflict, state: saved } = await saving.flush();
    const refused = saved.kind === 'failed' && saved.why === 'refused';
    if (conflict || (saved.kind === 'failed' && !refused)) return status.current?.focus();
    startTransition(() => submit(new FormData(element, button)));
  }

  const posted = state.posted ?? found;
  const conflict = saving.conflict;
  if (conflict && met?.conflict !== conflict) setMet({ conflict, mine: typedReview(fieldsOf(form.current) ?? new URLSearchParams()) });
  const standing = Object.entries({ ...saving.problems, ...state.problems }).filter(([code]) => !corrected.includes(code));
  const problems = Object.fromEntries(standing);
  const fieldProblems = Object.fromEntries(Object.entries(problems).map(([code, problem]) => [`${code}:finding`, problem]));
  return (
    <>
      {saving.state.kind === 'failed' && saving.state.why === 'session' && (
        <SessionPanel email={writer.email} owner={writer.userId} onBack={() => void saving.resume()} />
      )}
      <form ref={form} action={submit} onSubmit={onSubmit} onChange={onChange} onBlur={() => void saving.flush()} noValidate>
        <h2 className="fr-h5">Mon évaluation</h2>
        <p className="fr-text--sm">
          Pour citer, sélectionnez un passage du dossier puis utilisez «&nbsp;Citer le passage sélectionné&nbsp;». Vous pouvez aussi le
          copier et le coller. Personne ne voit votre évaluation avant que vous ne la rendiez.
        </p>
        <input type="hidden" name="version" value={saving.version} readOnly />
        <input type="hidden" name="auteur" value={writer.userId} readOnly />
        <FoundNotice at={saving.found} />
        {conflict && (
          <ConflictPanel
            conflict={conflict}
            about={comparedReviewField}
            mine={met?.mine ?? {}}
            onSave={saving.overwrite}
            onChoose={(name, text) => form.current && fillForm(form.current, new URLSearchParams([[name, text]]))}
          />
        )}
        <ErrorSummary sentence={state.sentence} problems={fieldProblems} labels={{}} attempt={state} />
        {view.rows.map((row) => {
          const typed = posted?.rows.find((r) => r.criterionCode === row.code);
          return (
            <CriterionGrid
              key={found ? `${row.code}-found` : row.code}
              row={{ ...row, ...typed }}
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
          key={found ? 'found' : 'saved'}
          defaultValue={posted?.comment ?? view.comment}
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
        <SaveStatus ref={status} saving={saving} />
        {state.saved && <p role="status">Le brouillon est enregistré.</p>}
      </form>
    </>
  );
}
