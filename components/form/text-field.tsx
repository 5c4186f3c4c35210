import type { InputHTMLAttributes } from 'react';
import { describedBy, fieldId, Labelled } from './field-parts.tsx';

type Props = InputHTMLAttributes<HTMLInputElement> & { name: string; label: string; hint?: string; error?: string | null };

/** One line of text with its label, hint and error. */
export function TextField({ label, hint, error, className, ...input }: Props) {
  const id = fieldId(input.name);
  return (
    <Labelled {...{ id, label, hint, error }}>
      <input
        type="text"
        {...input}
        id={id}
        className={`fr-input mt-2 ${className ?? ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Labelled>
  );
}
