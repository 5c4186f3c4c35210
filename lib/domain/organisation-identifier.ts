import { displaySiren, isValidSiren, normaliseSiren } from './siren.ts';
import { foldText } from './text.ts';

/** Which register gave a structure its number; `none`: a structure of the Pacific that has no number at all. */
export const identifierSchemes = ['siren', 'ridet', 'tahiti', 'none'] as const;
export type IdentifierScheme = (typeof identifierSchemes)[number];

/** What makes two dossiers be of the same structure: the register and the number in it, or the folded name without a number. */
export type OrganisationIdentifier = { scheme: IdentifierScheme; value: string };

/** What the field of the number holds, taken apart: see `splitIdentifierAnswer`. */
export type IdentifierParts = { siren: string; scheme: IdentifierScheme; other: string };

/** The names of the two fields beside the SIREN's own in a posted form. */
export function identifierFieldNames(questionCode: string): { scheme: string; other: string } {
  return { scheme: `${questionCode}:registre`, other: `${questionCode}:autre` };
}

const words: Record<Exclude<IdentifierScheme, 'siren'>, string> = { ridet: 'RIDET', tahiti: 'TAHITI', none: 'aucun numéro' };
const otherRegister = /(?:^|;)\s*(?:n[°o]\s*|numéro\s+)?(RIDET|TAHITI|aucun numéro)(?![\p{L}\d])\s*:?([^;]*)$/iu;

/**
 * An answer is one text that says itself what it is: « 200 076 958 », « RIDET 0 123 456 », « TAHITI B12345 », « aucun
 * numéro ». Both numbers typed stay side by side, parted by « ; », to be corrected by the person.
 */
export function splitIdentifierAnswer(answer: string): IdentifierParts {
  const found = otherRegister.exec(answer);
  if (found) {
    const scheme = (Object.keys(words) as (keyof typeof words)[]).find((key) => words[key].toLowerCase() === found[1]?.toLowerCase());
    return { siren: answer.slice(0, found.index).trim(), scheme: scheme ?? 'siren', other: (found[2] ?? '').trim() };
  }
  const [siren = '', ...rest] = answer.split(';');
  return { siren: siren.trim(), scheme: 'siren', other: rest.join(';').trim() };
}

/** The answer that says what the fields hold; nothing typed is left out. */
export function joinIdentifierAnswer({ siren, scheme, other }: IdentifierParts): string {
  const beside = scheme === 'siren' ? other : `${words[scheme]} ${other}`.trim();
  if (!beside) return siren;
  return scheme === 'siren' || siren.trim() ? `${siren}\u00a0; ${beside}` : beside;
}

/** The identifier an answer gives; the name stands for the number of a structure that has none. */
export function readIdentifier(answer: string, organisationName: string): OrganisationIdentifier {
  const { siren, scheme, other } = splitIdentifierAnswer(answer);
  switch (scheme) {
    case 'siren':
      return { scheme, value: normaliseSiren(siren) };
    case 'ridet':
      return { scheme, value: normaliseRidet(other) };
    case 'tahiti':
      return { scheme, value: normaliseTahiti(other) };
    case 'none':
      return {
        scheme,
        value: foldText(organisationName)
          .replace(/[^a-z0-9]+/g, ' ')
          .trim(),
      };
  }
}

/** What to correct in an answer, as one French sentence; null when it identifies a structure. */
export function identifierProblem(answer: string): string | null {
  const { siren, scheme, other } = splitIdentifierAnswer(answer);
  if (scheme !== 'siren' && siren.trim())
    return 'Deux numéros sont indiqués. Gardez-en un seul\u00a0: effacez le SIREN, ou choisissez «\u00a0Elle a un SIREN\u00a0».';
  switch (scheme) {
    case 'siren':
      return sirenProblem(normaliseSiren(siren));
    case 'ridet':
      return isRightRidet(normaliseRidet(other))
        ? null
        : 'Ce numéro RIDET n’est pas valide. Il compte sept chiffres, ou dix avec ceux de l’établissement, par exemple 0 123 456.001.';
    case 'tahiti':
      return isRightTahiti(normaliseTahiti(other))
        ? null
        : 'Ce numéro TAHITI n’est pas valide. Il compte six chiffres, dont le premier peut être une lettre, par exemple 003970 ou B12345.';
    case 'none':
      return other
        ? 'Un numéro est indiqué alors que «\u00a0Elle n’a aucun numéro\u00a0» est choisi. Effacez-le, ou choisissez son registre.'
        : null;
  }
}

/** Seven digits, those of the establishment left out. Source: ISEE, répertoire RIDET, RID of 7 digits and rank of 3. */
export function normaliseRidet(typed: string): string {
  const digits = typed.replace(/[\s.\u00a0\u202f-]/g, '');
  return /^\d{10}$/.test(digits) ? digits.slice(0, 7) : digits;
}

/** True for the seven digits of a RID. No public rule of its key was found: none is checked. */
export function isRightRidet(value: string): boolean {
  return /^\d{7}$/.test(value) && value !== '0000000';
}

/** Six signs in capitals, those of the establishment left out. Source: ISPF, répertoire territorial des entreprises. */
export function normaliseTahiti(typed: string): string {
  const signs = typed.replace(/[\s.\u00a0\u202f-]/g, '').toUpperCase();
  return /^[A-Z\d]\d{8}$/.test(signs) ? signs.slice(0, 6) : signs;
}

/** True for six digits, the first of which may be a letter: taken so as to turn nobody away. No public rule of a key was found. */
export function isRightTahiti(value: string): boolean {
  return /^[A-Z\d]\d{5}$/.test(value) && value !== '000000';
}

/** « SIREN », « RIDET », « Numéro TAHITI »: what to write before the number. */
export function identifierLabel({ scheme }: OrganisationIdentifier): string {
  return { siren: 'SIREN', ridet: 'RIDET', tahiti: 'Numéro TAHITI', none: 'Numéro d’identification' }[scheme];
}

/** The number as it is read: « 200 076 958 », « 0 123 456 », « B12345 », « aucun ». */
export function displayIdentifier({ scheme, value }: OrganisationIdentifier): string {
  if (scheme === 'siren') return displaySiren(value);
  if (scheme === 'ridet') return value.replace(/^(\d)(\d{3})(\d{3})$/, '$1\u00a0$2\u00a0$3');
  return scheme === 'tahiti' ? value : 'aucun';
}

/** « SIREN 200 076 958 », or « sans numéro d’identification ». */
export function identifierInWords(identifier: OrganisationIdentifier): string {
  if (identifier.scheme === 'none') return 'sans numéro d’identification';
  const label = identifier.scheme === 'tahiti' ? 'numéro TAHITI' : identifierLabel(identifier);
  return `${label} ${displayIdentifier(identifier)}`;
}

/** One word for addresses: « siren-200076958 ». */
export function identifierKey({ scheme, value }: OrganisationIdentifier): string {
  return `${scheme}-${value}`;
}

/** The identifier of an address; null when it is not one. */
export function identifierOfKey(key: string): OrganisationIdentifier | null {
  const [, scheme, value = ''] = /^(siren|ridet|tahiti|none)-(.{1,300})$/.exec(key) ?? [];
  if (!scheme) return null;
  const right = { siren: isValidSiren, ridet: isRightRidet, tahiti: isRightTahiti, none: (name: string) => /^[a-z0-9 ]+$/.test(name) };
  return right[scheme as IdentifierScheme](value) ? { scheme: scheme as IdentifierScheme, value } : null;
}

/** Seven or ten digits typed as a SIREN are most often a RIDET: the way is shown rather than the fault. */
function sirenProblem(siren: string): string | null {
  if (isValidSiren(siren)) return null;
  if (isRightRidet(normaliseRidet(siren)))
    return 'Ce numéro n’a pas les neuf chiffres d’un SIREN. Si c’est un RIDET de Nouvelle-Calédonie, ouvrez «\u00a0La structure n’a pas de SIREN\u00a0» et indiquez-le là.';
  return 'Ce numéro SIREN n’est pas valide. Il compte neuf chiffres\u00a0: vérifiez-les sur un document officiel de la structure.';
}
