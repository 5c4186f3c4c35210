import type { Route } from 'next';
import type { CallDefinition } from '#lib/domain/call.ts';

/** The page that follows one of the form, the check page after the last. */
export function nextPage(definition: CallDefinition, dossierId: string, code: string): Route {
  const index = definition.sections.findIndex((section) => section.code === code);
  const next = definition.sections[index + 1];
  return `/candidature/${dossierId}/${next ? next.code : 'verifier'}` as Route;
}

/** The page before one of the form; null for the first. */
export function previousPage(definition: CallDefinition, dossierId: string, code: string): { href: Route; title: string } | null {
  const index = definition.sections.findIndex((section) => section.code === code);
  const previous = definition.sections[index - 1];
  return previous ? { href: `/candidature/${dossierId}/${previous.code}` as Route, title: previous.title } : null;
}
