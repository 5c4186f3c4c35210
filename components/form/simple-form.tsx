'use client';

import { type ChangeEvent, type ReactNode, useActionState } from 'react';
import { useForm } from 'react-hook-form';
import { ErrorSummary } from './error-summary.tsx';
import type { FieldView } from './field-view.ts';
import { QuestionField } from './question-field.tsx';
import { ReviewStep } from './review-step.tsx';
import type { SectionFormState } from './section-form.tsx';
import { submitAsTyped } from './submit-as-typed.ts';
import { useStandingProblems } from './use-standing-problems.ts';

type Props = {
  fields: FieldView[];
  /** What the fields start from. */
  values?: Record<string, string>;
  action: (state: SectionFormState, form: FormData) => Promise<SectionFormState>;
  submitLabel: string;
  /** The button of the second step, for what is read again before it is done. */
  confirmLabel?: string;
  /** Beside another form that matters more. */
  secondary?: boolean;
  /** Sent with the form, without being shown. */
  carried?: Record<string, string>;
  /** Between the fields and the button. */
  children?: ReactNode;
  /** The address of the page: what is posted without scripts finds its form there, even when another page answers it. */
  page?: string;
};

/** The same fields without automatic saving: for what does not exist yet. Every word comes back when something is to be corrected. */
export function SimpleForm({
  fields,
  values = {},
  action,
  submitLabel,
  confirmLabel = submitLabel,
  secondary,
  carried = {},
  children,
  page,
}: Props) {
  const [state, submit, pending] = useActionState(action, { values, problems: {}, sentence: null, conflict: null }, page);
  const standing = useStandingProblems(state);
  const { register, watch } = useForm<Record<string, string>>({ defaultValues: state.values });
  if (state.review) return <ReviewStep review={state.review} values={state.values} submit={submit} label={confirmLabel} />;
  return (
    <form
      action={submit}
      onSubmit={submitAsTyped(submit)}
      onChange={({ target }: ChangeEvent<HTMLFormElement>) => standing.changed(target.name)}
      noValidate
    >
      <ErrorSummary
        sentence={state.sentence}
        problems={state.problems}
        link={state.link}
        labels={Object.fromEntries(fields.map((f) => [f.code, f.label]))}
        attempt={state}
      />
      {fields.map((field) => (
        <QuestionField
          key={field.code}
          field={field}
          values={state.values}
          problems={standing.problems}
          register={(name) => register(name)}
          lengthOf={(name) => (watch(name) ?? '').length}
        />
      ))}
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      {children}
      <button type="submit" className={`fr-btn mt-6 ${secondary ? 'fr-btn--secondary' : ''}`} disabled={pending}>
        {submitLabel}
      </button>
    </form>
  );
}
