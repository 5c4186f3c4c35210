import type { ReactNode } from 'react';

type LabelledProps = { id: string; label: string; hint?: string; error?: string | null; children: ReactNode };

/** A field between its label and its error. The hint stays out of the label, so that the field's name is the label alone. */
export function Labelled({ id, label, hint, error, children }: LabelledProps) {
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
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** The error under a field, announced with it. */
export function FieldError({ id, error }: { id: string; error?: string | null }) {
  if (!error) return null;
  return (
    <p className="fr-error-text" id={`${id}-erreur`}>
      {error}
    </p>
  );
}

/** The identifiers of what describes a field: its hint, then its error. */
export function describedBy(id: string, hint?: string, error?: string | null): string | undefined {
  const ids = [hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean);
  return ids.length ? ids.join(' ') : undefined;
}

/** An identifier fit for fragments: names of fields may hold a colon. */
export function fieldId(name: string): string {
  return `champ-${name.replaceAll(':', '-')}`;
}

/** Said once, at the top of a page of the form. */
export function RequiredFields() {
  return <p className="fr-text--sm">Sauf mention «&nbsp;Facultatif&nbsp;», tous les champs sont à remplir avant le dépôt.</p>;
}
