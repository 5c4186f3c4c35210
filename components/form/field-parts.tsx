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
  return <p className="fr-text--sm">Sauf mention « Facultatif », tous les champs sont à remplir avant le dépôt.</p>;
}
