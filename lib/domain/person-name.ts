import { cleanText } from './text.ts';

/** Longer than any name known, short enough for one line of a receipt. */
const MAX_LENGTH = 120;

/** A person's name as it is kept: one line, one space between words. */
export function cleanPersonName(typed: string): string {
  return cleanText(typed).replace(/\s+/g, ' ').trim();
}

/** What prevents this name from standing on a receipt or a letter, as one French sentence; null when nothing does. */
export function personNameProblem(name: string): string | null {
  if (!/\p{L}/u.test(name)) return 'Indiquez votre prénom et votre nom.';
  return name.length > MAX_LENGTH ? `Ce nom dépasse ${MAX_LENGTH} caractères\u00a0: raccourcissez-le.` : null;
}
