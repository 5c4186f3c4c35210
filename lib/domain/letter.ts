import { isWholeAddress, normaliseEmail } from './sign-in.ts';
import { cleanText, tooLongSentence } from './text.ts';

/**
 * Where the support letter asked of an elected official stands. Call, 3.2: « chaque candidat devra obligatoirement
 * bénéficier du soutien d’un élu de son territoire ». `toRequest`: nobody was asked yet.
 */
export const letterStates = ['toRequest', 'sent', 'opened', 'prepared', 'confirmed', 'refused', 'addressInError', 'replaced'] as const;
export type LetterState = (typeof letterStates)[number];

/** What each state is called on screen. */
export const letterStateLabels: Record<LetterState, string> = {
  toRequest: 'À demander',
  sent: 'Demande envoyée',
  opened: 'Lettre ouverte par l’élu',
  prepared: 'Texte arrêté, à confirmer par l’élu',
  confirmed: 'Lettre confirmée',
  refused: 'L’élu a refusé',
  addressInError: 'Adresse de courriel en erreur',
  replaced: 'Demande remplacée',
};

/** The team of the dossier, whoever holds the personal link, or the service itself. */
export type LetterParty = 'team' | 'official' | 'service';

type Step = { by: LetterParty; from: readonly LetterState[]; to: LetterState | 'same' };

const awaited = ['sent', 'opened', 'prepared'] as const satisfies readonly LetterState[];

/**
 * Every step of a request: who takes it, from which states, to which. Asking somebody else, or at another address, is a
 * request of its own: the one before ends as « replaced » and its links die.
 */
export const letterSteps = {
  send: { by: 'team', from: letterStates, to: 'sent' },
  remind: { by: 'team', from: awaited, to: 'same' },
  cancel: { by: 'team', from: awaited, to: 'replaced' },
  open: { by: 'official', from: ['sent'], to: 'opened' },
  prepare: { by: 'official', from: awaited, to: 'prepared' },
  confirm: { by: 'official', from: ['prepared'], to: 'confirmed' },
  refuse: { by: 'official', from: awaited, to: 'refused' },
  designate: { by: 'official', from: awaited, to: 'replaced' },
  bounce: { by: 'service', from: awaited, to: 'addressInError' },
} as const satisfies Record<string, Step>;
export type LetterStep = keyof typeof letterSteps;

/** The state this step leads to for this party; null when they may not take it from there. */
export function letterAfter(step: LetterStep, by: LetterParty, state: LetterState): LetterState | null {
  const { by: allowed, from, to }: Step = letterSteps[step];
  if (allowed !== by || !from.includes(state)) return null;
  return to === 'same' ? state : to;
}

/** True while an answer is waited for: the link still opens the letter. */
export function isAwaited(state: LetterState): boolean {
  return (awaited as readonly LetterState[]).includes(state);
}

/** Who signs, as the letter and its evidence name them. */
export type Official = { name: string; function: string; structure: string; mandate: string; email: string };

/** What officials say of themselves better than their team: in what capacity they sign. Who signs is for the team to ask. */
export type OfficialTitle = Pick<Official, 'function' | 'structure' | 'mandate'>;

/** Letters sent for one dossier, and by one person, in a day: a team corrects an address, nobody writes to strangers. */
export const maxLettersPerDay = 12;
/** Codes sent for one letter in an hour. */
export const maxLetterCodesPerHour = 6;
/** Longer than any name, function or mandate known. */
const MAX_LINE = 200;
/** In what capacity one signs, on one line: what the form of the dossier keeps of it (`elu-mandat`). */
const MAX_CAPACITY = 300;
/** Longer than any reason to decline. */
export const maxReasonLength = 2000;

/** What was typed of an official, on one line each, the address in lower case. */
export function readOfficial(typed: Official): Official {
  const line = (text: string) => cleanText(text).replace(/\s+/g, ' ').trim();
  return {
    name: line(typed.name),
    function: line(typed.function),
    structure: line(typed.structure),
    mandate: line(typed.mandate),
    email: normaliseEmail(cleanText(typed.email)),
  };
}

/** What has to be corrected of an official, by field. The mandate may be left empty: the function often says it. */
export function officialProblems(official: Official): Partial<Record<keyof Official, string>> {
  const problems: Partial<Record<keyof Official, string>> = {};
  if (!/\p{L}/u.test(official.name)) problems.name = 'Écrivez le prénom et le nom de l’élu.';
  if (!/\p{L}/u.test(official.function)) problems.function = 'Écrivez sa fonction, par exemple « maire » ou « vice-présidente ».';
  if (!/\p{L}/u.test(official.structure)) problems.structure = 'Écrivez le nom de sa collectivité.';
  if (!isWholeAddress(official.email))
    problems.email = 'Écrivez son adresse de courriel complète\u00a0: le code de confirmation y sera envoyé.';
  for (const field of ['name', 'function', 'structure', 'mandate'] as const)
    if (official[field].length > MAX_LINE) problems[field] = tooLongSentence(MAX_LINE);
  const capacity = [official.function, official.structure, official.mandate].filter(Boolean).join(', ');
  if (capacity.length > MAX_CAPACITY)
    problems.function ??= `La fonction, la collectivité et le mandat dépassent ensemble ${MAX_CAPACITY} caractères. Raccourcissez-les\u00a0: rien n’a été effacé.`;
  return problems;
}

/** What has to be corrected when whoever received the link names who signs instead, by field. */
export function designationProblems({ name, email }: { name: string; email: string }): Partial<Record<'name' | 'email', string>> {
  return {
    ...((!/\p{L}/u.test(name) || name.length > MAX_LINE) && { name: 'Écrivez le prénom et le nom de la personne qui signera.' }),
    ...(!isWholeAddress(email) && { email: 'Écrivez son adresse de courriel complète.' }),
  };
}
