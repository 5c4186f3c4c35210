'use client';

import { type ChangeEvent, type FormEvent, startTransition, useActionState, useRef } from 'react';
import { useForm } from 'react-hook-form';
import type { Conflict } from './autosaver.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { ErrorSummary } from './error-summary.tsx';
import type { FieldView } from './field-view.ts';
import { QuestionField } from './question-field.tsx';
import { SaveStatus } from './save-status.tsx';
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
  /** The version now saved, when the page was saved and stays open for a correction. */
  version?: number;
};

type Props = {
  fields: FieldView[];
  values: Record<string, string>;
  version: number;
  autosaveUrl: string;
  /** A server action, or the address that receives a page with a file. */
  action: ((state: SectionFormState, form: FormData) => Promise<SectionFormState>) | string;
  initialState: SectionFormState;
  nextLabel: string;
};

/** One page of the form. Without scripts it is a plain form; with them it saves itself and keeps what is typed. */
export function SectionForm({ fields, values, version, autosaveUrl, action, initialState, nextLabel }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const conflictPanel = useRef<HTMLDivElement>(null);
  const [state, submit, pending] = useActionState(typeof action === 'string' ? stay : action, initialState);
  const shown = { ...values, ...state.values };
  const { register, getValues, setValue, watch } = useForm<Record<string, string>>({ defaultValues: shown });
  const saving = useAutosave(form, autosaveUrl, state.version ?? version, state.conflict);
  const standing = useStandingProblems(state);
  const problems = { ...standing.problems, ...saving.problems };
  const conflict = saving.conflict ?? (state.conflict && state.conflict.version >= saving.version ? state.conflict : null);
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
    const { conflict: met, version: reached } = await saving.flush();
    if (met) return requestAnimationFrame(() => conflictPanel.current?.focus());
    const fields = new FormData(element);
    fields.set('version', String(reached));
    if (typeof action === 'string') return holdsFile(element) ? file.send(action, fields) : element.submit();
    startTransition(() => submit(fields));
  }

  return (
    <form
      ref={form}
      action={typeof action === 'string' ? action : submit}
      {...(typeof action === 'string' && { method: 'post', encType: 'multipart/form-data' })}
      onSubmit={onSubmit}
      onChange={onChange}
      onBlur={() => void saving.flush()}
      noValidate
    >
      <input type="hidden" name="version" value={conflict?.version ?? saving.version} readOnly />
      <ErrorSummary
        sentence={state.sentence}
        problems={problems}
        labels={Object.fromEntries(fields.map((field) => [field.code, field.label]))}
        attempt={state}
      />
      {conflict && (
        <ConflictPanel
          ref={conflictPanel}
          conflict={conflict}
          fields={fields}
          mine={{ ...shown, ...getValues() }}
          onKeepMine={saving.conflict ? saving.overwrite : undefined}
          onTakeOther={saving.conflict ? (name, text) => setValue(name, text) : undefined}
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
        <SaveStatus state={saving.state} />
      </div>
    </form>
  );
}

async function stay(state: SectionFormState): Promise<SectionFormState> {
  return state;
}
