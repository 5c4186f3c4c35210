import type { InputHTMLAttributes } from 'react';
import { describedBy, FieldError, fieldId } from './field-parts.tsx';

type Props = InputHTMLAttributes<HTMLInputElement> & { name: string; label: string; hint?: string; error?: string | null };

/** One line of text with its label, hint and error. The hint stays out of the label, so that the field's name is the label alone. */
export function TextField({ label, hint, error, className, ...input }: Props) {
  const id = fieldId(input.name);
  return (
    <div className={`fr-input-group ${error ? 'fr-input-group--error' : ''}`}>
      <label className="fr-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="fr-hint-text m-0" id={`${id}-aide`}>
          {hint}
        </p>
      )}
      <input
        type="text"
        {...input}
        id={id}
        className={`fr-input mt-2 ${className ?? ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
      <FieldError id={id} error={error} />
    </div>
  );
}
