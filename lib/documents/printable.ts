import { withFrenchSpaces } from '../domain/text.ts';
import { coverages } from './fonts.ts';

/**
 * The same data with every text made printable, at any depth. PDF/A refuses a file that holds a character no font can
 * draw: one Chinese word pasted by a candidate must not prevent a paper from being issued.
 */
export function printable<T>(data: T): T {
  if (typeof data === 'string') return printableText(data) as T;
  if (Array.isArray(data)) return data.map((item) => printable(item)) as T;
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([key, member]) => [key, printable(member)])) as T;
}

/**
 * One text made printable: accents composed (NFC), line feeds only, no invisible control, French no-break spaces,
 * □ for what no font can draw, and a possible line break inside endless words.
 */
export function printableText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(LINE_BREAKS, '\n')
    .replaceAll('\t', ' ')
    .replace(SYMBOL_BULLETS, '•')
    .replace(INVISIBLE, '')
    .normalize('NFC');
  return breakable(withFrenchSpaces(drawn(clean).replace(ROWS_OF_SPACES, ' ')));
}

/** Every way Unicode has of ending a line. */
const LINE_BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Several spaces in a row, whatever their kind: on paper they only make holes. */
const ROWS_OF_SPACES = /[^\S\n]{2,}/g;
/** Bullets of Word's symbol fonts, which no other font can show. */
const SYMBOL_BULLETS = /[\uf0b7\uf0a7\uf0d8\uf076]/g;
/**
 * Controls, and characters without a drawing: zero-width spaces and joiners, marks that reverse the direction of a
 * line, Hangul fillers, emoji selectors and tags. An emoji made of several is drawn as its parts, side by side.
 */
const INVISIBLE = /(?!\n)\p{Cc}|\p{Cf}|[\u115f\u1160\u3164\uffa0]|\p{Variation_Selector}/gu;
/** Private use and unassigned: PDF/A-2a refuses them even when a font draws them, since nobody can say what they mean. */
const MEANINGLESS = /[\p{Co}\p{Cn}]/u;
/** What needs no look at the fonts: nearly every text. */
const PLAIN = /^[\n\x20-\x7e\u00a0-\u017f’‘“”–—…•€]*$/;
/** A character with the accents or the skin tone that follow it. */
const MARKED = /([^\p{M}\p{Emoji_Modifier}]?)([\p{M}\p{Emoji_Modifier}]+)/gsu;
/** More accents on one letter than any language puts. */
const MOST_MARKS = 4;

function drawn(text: string): string {
  if (PLAIN.test(text)) return text;
  return Array.from(text, drawnCharacter).join('').replace(MARKED, drawnMarked);
}

function drawnCharacter(character: string): string {
  if (character === '\n') return character;
  if (coverages().some((font) => draws(font, character)) && !MEANINGLESS.test(character)) return character;
  if (/\s/.test(character)) return ' ';
  return /\p{M}/u.test(character) ? '' : '□';
}

/**
 * Marks are kept when the font that draws their letter draws them too. When one font has the letter and another the
 * mark, the compiler loses the whole line, and a few thousand of them stop it, and the process with it.
 */
function drawnMarked(_: string, letter: string, marks: string): string {
  const kept = Array.from(marks).slice(0, MOST_MARKS);
  const first =
    letter.trim() === '' ? undefined : coverages().find((font) => [letter, ...kept].some((character) => draws(font, character)));
  return first && [letter, ...kept].every((character) => draws(first, character)) ? letter + kept.join('') : letter;
}

function draws(font: ReadonlySet<number>, character: string): boolean {
  return font.has(character.codePointAt(0) ?? 0);
}

/**
 * Longer than any French word, address or fingerprint: without a place to break, the end would leave the page. Slashes
 * and hyphens are such places in an address, but not in a row of them.
 */
const ENDLESS = /[^\s/-]{65,}|[^ \n]{150,}/g;
const ZERO_WIDTH_SPACE = '\u200b';

function breakable(text: string): string {
  return text.replace(ENDLESS, (word) => word.replace(/(.{30})(?=[^\p{M}\p{Emoji_Modifier}])/gsu, `$1${ZERO_WIDTH_SPACE}`));
}
