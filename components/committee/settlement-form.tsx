'use client';

import { type ReactNode, useActionState } from 'react';
import { ErrorSummary } from '#components/form/error-summary.tsx';
import { RadioGroup } from '#components/form/radio-group.tsx';
import { submitAsTyped } from '#components/form/submit-as-typed.ts';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { TextArea } from '#components/form/text-area.tsx';
import { findingLabels } from '#lib/domain/finding-labels.ts';

/** What comes back when something is missing: everything typed, and what to complete. */
export type SettlementState = { values: Record<string, string>; problems: Record<string, string>; sentence: string | null };

type Props = {
  criteria: { code: string; comparison: ReactNode; mayBeSettled: boolean; finding: string; reason: string }[];
  action: (state: SettlementState, form: FormData) => Promise<SettlementState>;
};

const findings = Object.entries(findingLabels).map(([value, label]) => ({ value, label }));

/** Every criterion of a dossier, and one form for all those that readers see differently: nothing typed is lost. */
export function SettlementForm({ criteria, action }: Props) {
  const [state, submit] = useActionState(action, { values: {}, problems: {}, sentence: null });
  return (
    <form action={submit} onSubmit={submitAsTyped(submit)} noValidate>
      <ErrorSummary sentence={state.sentence} problems={state.problems} labels={{}} attempt={state} />
      {criteria.map(({ code, comparison, mayBeSettled, finding, reason }) => (
        <div key={code} className="mb-8">
          {comparison}
          {mayBeSettled && (
            <div className="mt-3 max-w-[40rem]">
              <RadioGroup
                name={`constat:${code}`}
                legend={`Constat commun sur ${code}`}
                options={findings}
                defaultValue={state.values[`constat:${code}`] ?? finding}
                error={state.problems[`constat:${code}`]}
                inline
                small
              />
              <TextArea
                name={`raison:${code}`}
                label={`Raison retenue par le comité (${code})`}
                rows={2}
                defaultValue={state.values[`raison:${code}`] ?? reason}
                error={state.problems[`raison:${code}`]}
              />
            </div>
          )}
        </div>
      ))}
      <SubmitButton>Enregistrer les constats communs</SubmitButton>
      <p className="fr-hint-text mt-2">
        Seuls les constats que vous avez choisis sont enregistrés&nbsp;; les autres critères restent à départager.
      </p>
    </form>
  );
}
