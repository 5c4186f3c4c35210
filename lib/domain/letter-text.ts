import type { Official } from './letter.ts';
import { cleanText, tooLongSentence } from './text.ts';

/** A letter is a page, two at most; this is four. */
export const maxLetterLength = 8000;
/** Shorter than any sentence of support: something was erased by mistake. */
const LEAST_LENGTH = 40;

export type LetterSubject = { organisationName: string; territoryName: string; callTitle: string };

/**
 * The letter as it is proposed to the team, then to the official. It says what the call asks for: that an elected
 * official of the territory supports this candidate, for this call. Everything else is theirs to write; the signature
 * stands under the text and is no part of it.
 */
export function preparedLetter({ organisationName, territoryName, callTitle }: LetterSubject): string {
  const territory = territoryName && territoryName !== organisationName ? `, pour le territoire « ${territoryName} »` : '';
  return [
    'Madame, Monsieur,',
    `Par cette lettre, j’apporte mon soutien à la candidature de « ${organisationName} »${territory}, à l’appel « ${callTitle} ».`,
    'Chaque habitant de notre territoire doit pouvoir accomplir ses démarches, s’informer et apprendre avec le numérique, et trouver de l’aide quand il en a besoin. Cette candidature y contribue. Je veillerai à ce que les personnes qui la portent aient le temps et les moyens de participer à l’accompagnement.',
    'Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.',
  ].join('\n\n');
}

/** Under the name of who signs: function and structure, then the mandate when it says more. */
export function signatureLines({ function: held, structure, mandate }: Official): string[] {
  return [`${held.charAt(0).toUpperCase()}${held.slice(1)}, ${structure}`, ...(mandate ? [mandate] : [])];
}

/** What the official agrees to, word for word, above the code. It is part of the evidence. */
export function confirmationSentence(organisationName: string): string {
  return `Je confirme, en mon nom, cette lettre de soutien à la candidature de « ${organisationName} ».`;
}

/** The text as it is kept: cleaned, without blank ends. */
export function readLetterText(typed: string): string {
  return cleanText(typed).trim();
}

/** Why this text cannot be the letter, as a French sentence; null when it can. */
export function letterTextProblem(text: string): string | null {
  if (text.length > maxLetterLength) return tooLongSentence(maxLetterLength);
  if (text.replace(/[^\p{L}]/gu, '').length < LEAST_LENGTH) return 'Écrivez la lettre\u00a0: elle dit qui vous soutenez, et à quel appel.';
  return null;
}
