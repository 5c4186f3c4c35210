import { foldText } from '../text.ts';
import type { RegistryStructure } from './structure.ts';

/** A structure ready to be searched: folded once, looked through at every search. */
export type IndexedStructure = {
  structure: RegistryStructure;
  name: string;
  words: string[];
  places: string[];
  members: { name: string; folded: string }[];
};

/** A structure found, and the member commune by which it was, when its own name does not say it. */
export type FoundStructure = { structure: RegistryStructure; through: string | null };

/** How many structures a search shows: beyond, one adds a word. */
export const mostFound = 12;
/** Characters looked at: far more than a name has. */
export const longestSearch = 120;

/** What a structure is searched by. */
export function indexed(structure: RegistryStructure): IndexedStructure {
  return {
    structure,
    name: wordsOf(structure.name).join(' '),
    words: wordsOf(structure.name),
    places: structure.departments.flatMap(({ name }) => wordsOf(name)),
    members: structure.members.map(({ name }) => ({ name, folded: wordsOf(name).join(' ') })),
  };
}

/**
 * The structures that answer to these words, the closest first: its number, its name, its words, a member commune, then
 * its département. Accents, capitals and small words do not count; the last word may be unfinished.
 */
export function searchStructures(index: readonly IndexedStructure[], typed: string): FoundStructure[] {
  const search = typed.slice(0, longestSearch);
  const matcher = byNumber(search) ?? byWords(search);
  if (!matcher) return [];
  return index
    .flatMap((one) => {
      const match = matcher(one);
      return match ? [{ ...match, one }] : [];
    })
    .sort((a, b) => a.rank - b.rank || (b.one.structure.population ?? 0) - (a.one.structure.population ?? 0))
    .slice(0, mostFound)
    .map(({ one, through }) => ({ structure: one.structure, through }));
}

/** True for a number, such as a SIREN or the code of a département: it is found or not, and has no spelling. */
export function isNumberSearch(typed: string): boolean {
  return /^\d+$/.test(signsOf(typed));
}

type Match = { rank: number; through: string | null };
type Matcher = (one: IndexedStructure) => Match | null;

/** A SIREN, a SIRET or their beginning; two or three signs are the code of a département. */
function byNumber(search: string): Matcher | null {
  const number = signsOf(search);
  if (/^(\d{2,3}|2[AB])$/.test(number))
    return ({ structure }) => (structure.departments.some(({ code }) => code === number) ? rankOfKind(structure) : null);
  if (!/^\d{4,14}$/.test(number)) return null;
  return ({ structure }) => (structure.siren?.startsWith(number.slice(0, 9)) ? { rank: 0, through: null } : null);
}

/** What a number is typed with that is no part of it goes. */
function signsOf(typed: string): string {
  return typed.replace(/[\s.\u00a0\u202f]/g, '').toUpperCase();
}

/** The collectivity of the département itself comes before what is inside it. */
function rankOfKind({ kind }: RegistryStructure): Match {
  return { rank: kind === 'DEP' || kind === 'OM' || kind === 'SP' ? 0 : 1, through: null };
}

function byWords(search: string): Matcher | null {
  const words = wordsOf(search);
  if (words.length === 0 || words.join('').length < 2) return null;
  const whole = words.join(' ');
  const among = (where: string[], word: string) => where.some((one) => one.startsWith(word));
  return (one) => {
    if (one.name === whole) return { rank: 0, through: null };
    if (words.every((word) => one.words.includes(word))) return { rank: 1, through: null };
    const same = one.members.find(({ folded }) => folded === whole);
    if (same) return { rank: 2, through: same.name };
    if (words.every((word) => among(one.words, word))) return { rank: 3, through: null };
    if (words.every((word) => among(one.words, word) || one.places.includes(word))) return { rank: 4, through: null };
    const begun = one.members.find(({ folded }) => folded.startsWith(whole));
    return begun ? { rank: 5, through: begun.name } : null;
  };
}

const smallWords = new Set(['a', 'au', 'aux', 'd', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les']);
const shortForms: Record<string, string[]> = {
  cc: ['communaute', 'communes'],
  ca: ['communaute', 'agglomeration'],
  cu: ['communaute', 'urbaine'],
  st: ['saint'],
  ste: ['sainte'],
};

/** Folded words without the small ones; « CC » and « St » are written out. */
function wordsOf(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word && !smallWords.has(word))
    .flatMap((word) => shortForms[word] ?? [word]);
}
