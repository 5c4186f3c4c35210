import type { Route } from 'next';
import type { CallDefinition } from '#lib/domain/call.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { plural } from '#lib/domain/text.ts';

/** Said in the address of a page with a file, saved with answers to correct. */
export const TO_CORRECT = 'a-corriger';

/** Said in the address of a page with a file that was not attached, and why. */
const notAttached = {
  'session-finie': 'Votre session avait pris fin\u00a0: rien n’a été enregistré.',
  'autre-personne': 'Cette page avait été ouverte avec une autre adresse que la vôtre\u00a0: rien n’a été enregistré.',
  'page-changee': 'Cette page a été modifiée entre-temps\u00a0: rien n’a été enregistré.',
  'a-raccourcir': 'Un texte ne peut pas être enregistré tel quel\u00a0: il est signalé ci-dessous.',
  'autre-document': 'Un autre document a été joint entre-temps\u00a0: il est sur la page. Regardez-le avant de le remplacer.',
} as const;
export type NotAttached = keyof typeof notAttached;

/** What to do then: a browser never gives a chosen file back. Null when the file was attached, or when there was none. */
export function notAttachedSentence(sent: unknown): string | null {
  const why = knownWord(notAttached, sent);
  return why && `${why} Le document n’est pas joint\u00a0: choisissez-le de nouveau, puis enregistrez.`;
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
