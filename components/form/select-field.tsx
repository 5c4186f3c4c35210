import type { SelectHTMLAttributes } from 'react';
import { describedBy, fieldId, Labelled } from './field-parts.tsx';

type Props = SelectHTMLAttributes<HTMLSelectElement> & {
  name: string;
  label: string;
  hint?: string;
  error?: string | null;
  options: { value: string; label: string }[];
  /** What the field is folded under until something is chosen: for what few people need. */
  summary?: string;
};

/** A choice among many, in one line. */
export function SelectField({ label, hint, error, options, summary, ...select }: Props) {
  const id = fieldId(select.name);
  const field = (
    <Labelled {...{ id, label, hint, error }}>
      <select {...select} id={id} className="fr-select mt-2 max-w-[36rem]" aria-describedby={describedBy(id, hint, error)}>
        {options.map(({ value, label: shown }) => (
          <option key={value} value={value}>
            {shown}
          </option>
        ))}
      </select>
    </Labelled>
  );
  if (!summary) return field;
  return (
    <details className="fr-input-group" open={Boolean(select.defaultValue) || Boolean(error)}>
      <summary className="fr-text--sm mb-2 cursor-pointer">{summary}</summary>
      <div className="border-l-4 border-(--border-default-grey) pl-4">{field}</div>
    </details>
  );
}
