import type { Route } from 'next';
import type { CallDefinition } from '#lib/domain/call.ts';
import { plural } from '#lib/domain/text.ts';

/** Said in the address of a page with a file, saved with answers to correct. */
export const TO_CORRECT = 'a-corriger';

/** Said in the address of a page with a file, when nothing of it was saved: nobody was signed in any more, or somebody else. */
export const NOT_SAVED = { session: 'session-finie', person: 'autre-personne' } as const;

/** What to do then. The short texts are back on the page; a browser never gives a chosen file back. */
export function notSavedSentence(sent: unknown): string | null {
  const again = 'Relisez les textes revenus ci-dessous, choisissez de nouveau le document, puis enregistrez.';
  if (sent === NOT_SAVED.session) return `Votre session avait pris fin : rien n’a été enregistré. ${again}`;
  if (sent === NOT_SAVED.person)
    return `Cette page avait été ouverte avec une autre adresse que la vôtre : rien n’a été enregistré. ${again}`;
  return null;
}

/** The page that follows one of the form, the check page after the last. `among`: the only pages that may be written, if not all. */
export function nextPage(definition: CallDefinition, dossierId: string, code: string, among?: readonly string[]): Route {
  const index = definition.sections.findIndex((section) => section.code === code);
  const next = definition.sections.slice(index + 1).find((section) => among?.includes(section.code) ?? true);
  return `/candidature/${dossierId}/${next ? next.code : 'verifier'}` as Route;
}

/** What to say of a page that is saved, and holds answers to correct. */
export function savedButSentence(problems: Readonly<Record<string, string>>): string {
  const count = Object.keys(problems).length;
  return `La page est enregistrée. Il reste ${plural(count, 'réponse', 'réponses')} à corriger avant de déposer.`;
}

/** The page before one of the form; null for the first. */
export function previousPage(definition: CallDefinition, dossierId: string, code: string): { href: Route; title: string } | null {
  const index = definition.sections.findIndex((section) => section.code === code);
  const previous = definition.sections[index - 1];
  return previous ? { href: `/candidature/${dossierId}/${previous.code}` as Route, title: previous.title } : null;
}
