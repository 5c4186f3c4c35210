import type { ReactNode, TextareaHTMLAttributes } from 'react';
import { describedBy, FieldError, fieldId } from './field-parts.tsx';

type Props = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  name: string;
  label: string;
  hint?: string;
  error?: string | null;
  /** Shown between the field and its error: a counter, for instance. */
  children?: ReactNode;
};

/** A text of several lines with its label, hint and error. It grows with what is written. */
export function TextArea({ label, hint, error, children, className, ...area }: Props) {
  const id = area.id ?? fieldId(area.name);
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
      <textarea
        {...area}
        id={id}
        className={`fr-input mt-2 max-h-[40rem] [field-sizing:content] ${className ?? ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}
