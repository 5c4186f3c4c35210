'use client';

import { type ChangeEvent, type FormEvent, startTransition, useActionState, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Conflict } from './autosaver.ts';
import { comparedField } from './compared-field.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { ErrorSummary } from './error-summary.tsx';
import type { FieldView } from './field-view.ts';
import { FoundNotice } from './found-notice.tsx';
import { fillForm } from './posted-fields.ts';
import { QuestionField } from './question-field.tsx';
import type { Review } from './review.ts';
import { SaveStatus } from './save-status.tsx';
import { SessionPanel } from './session-panel.tsx';
import { useAutosave } from './use-autosave.ts';
import { holdsFile, isFileInput, useFileSending } from './use-file-sending.ts';
import { useStandingProblems } from './use-standing-problems.ts';

/** What comes back after a save that did not go on to the next page: every word typed, and what to do. */
export type SectionFormState = {
  values: Record<string, string>;
  problems: Record<string, string>;
  sentence: string | null;
  /** The way out, when there is one elsewhere than in the fields. */
  link?: { href: string; label: string };
  conflict: Conflict | null;
  /** Nothing is done yet: what would be, to be read again first. */
  review?: Review;
  /** The version now saved, when the page was saved and stays open for a correction. */
  version?: number;
};

type Props = {
  fields: FieldView[];
  values: Record<string, string>;
  version: number;
  autosaveUrl: string;
  /** Who writes, as the session knows them. */
  writer: { userId: string; email: string };
  /** A server action, or the address that receives a page with a file. */
  action: ((state: SectionFormState, form: FormData) => Promise<SectionFormState>) | string;
  /** The address of the page: where a form posted without scripts comes back. */
  page: string;
  initialState: SectionFormState;
  nextLabel: string;
};

/** One page of the form. Without scripts it is a plain form; with them it saves itself and keeps what is typed. */
export function SectionForm({ fields, values, version, autosaveUrl, writer, action, page, initialState, nextLabel }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const conflictPanel = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const lastField = useRef<HTMLElement>(null);
  const [state, submit, pending] = useActionState(typeof action === 'string' ? stay : action, initialState, page);
  const shown = { ...values, ...state.values };
  const { register, getValues, watch } = useForm<Record<string, string>>({ defaultValues: shown });
  const saving = useAutosave({
    form,
    url: autosaveUrl,
    owner: writer.userId,
    version: state.version ?? version,
    conflict: state.conflict,
  });
  const standing = useStandingProblems(state);
  const problems = { ...standing.problems, ...saving.problems };
  const conflict = saving.conflict ?? (state.conflict && state.conflict.version >= saving.version ? state.conflict : null);
  // My text as it was when both met: whatever is chosen after, it can be taken again.
  const [met, setMet] = useState<{ conflict: Conflict; mine: Record<string, string> } | null>(null);
  if (conflict && met?.conflict !== conflict) setMet({ conflict, mine: { ...shown, ...getValues() } });
  watch(); // the counters follow every keystroke
  const file = useFileSending(form);

  function onChange({ target }: ChangeEvent<HTMLFormElement>) {
    standing.changed(target.name);
    if (isFileInput(target)) file.look();
    else saving.markChanged();
  }

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const { conflict: other, version: reached, state: saved } = await saving.flush();
    if (other) return requestAnimationFrame(() => conflictPanel.current?.focus());
    // Going on would leave what is not saved behind.
    if (saved.kind === 'failed' && saved.why !== 'refused') return status.current?.focus();
    const fields = new FormData(element);
    fields.set('version', String(reached));
    if (typeof action === 'string') return holdsFile(element) ? file.send(action, fields) : element.submit();
    startTransition(() => submit(fields));
  }

  return (
    <>
      {saving.state.kind === 'failed' && saving.state.why === 'session' && (
        <SessionPanel
          email={writer.email}
          owner={writer.userId}
          onBack={() => void saving.resume().then(() => lastField.current?.focus())}
        />
      )}
      <form
        ref={form}
        action={typeof action === 'string' ? action : submit}
        {...(typeof action === 'string' && { method: 'post', encType: 'multipart/form-data' })}
        onSubmit={onSubmit}
        onChange={onChange}
        onBlur={({ target }) => {
          lastField.current = target;
          void saving.flush();
        }}
        noValidate
      >
        <input type="hidden" name="version" value={conflict?.version ?? saving.version} readOnly />
        <input type="hidden" name="auteur" value={writer.userId} readOnly />
        <ErrorSummary
          sentence={state.sentence}
          problems={problems}
          labels={Object.fromEntries(fields.map((field) => [field.code, field.label]))}
          link={state.link}
          attempt={state}
        />
        <FoundNotice at={saving.found} />
        {conflict && (
          <ConflictPanel
            ref={conflictPanel}
            conflict={conflict}
            about={(name) => comparedField(fields, name)}
            mine={met?.conflict === conflict ? met.mine : shown}
            before={values}
            onSave={saving.conflict ? saving.overwrite : undefined}
            onChoose={
              saving.conflict ? (name, text) => form.current && fillForm(form.current, new URLSearchParams([[name, text]])) : undefined
            }
          />
        )}
        {fields.map((field) => (
          <QuestionField
            key={field.code}
            field={field}
            values={shown}
            problems={problems}
            fileState={file.state}
            register={(name) => register(name)}
            lengthOf={(name) => (getValues(name) ?? shown[name] ?? '').length}
          />
        ))}
        <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-(--border-default-grey) pt-4">
          <button type="submit" className="fr-btn" disabled={pending || typeof file.state === 'object'}>
            {nextLabel}
          </button>
          <SaveStatus ref={status} saving={saving} />
        </div>
      </form>
    </>
  );
}

async function stay(state: SectionFormState): Promise<SectionFormState> {
  return state;
}
