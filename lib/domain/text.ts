const NO_BREAK_SPACE = '\u00a0';
/** Bullets of Word's symbol fonts, which no other font can show. */
const SYMBOL_BULLETS = /[\uf0b7\uf0a7\uf0d8\uf076]/g;
/** Control characters other than tab and line feed: invisible, and PostgreSQL refuses the first of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g;

/**
 * Text as it is stored: one form per accented letter (NFC), line feeds only, no invisible control character.
 * Emoji and every script are kept; nothing a person can see is removed.
 */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROL_CHARACTERS, '').replace(SYMBOL_BULLETS, '•').normalize('NFC');
}

/** The paragraphs of a stored text: blocks separated by an empty line, without the empty ones. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
}

/** For comparing and searching: lower case, no accent, one plain space between words. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** The same words with the no-break spaces French typography asks for, so that a « ? » never starts a line. */
export function withFrenchSpaces(text: string): string {
  return text.replace(/ ([?!:;»])/g, `${NO_BREAK_SPACE}$1`).replace(/« /g, `«${NO_BREAK_SPACE}`);
}

/** « Clôture » → « clôture »: a sentence or a label that goes on from another. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** 1234567 → « 1 234 567 » with no-break spaces. */
export function frenchNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, NO_BREAK_SPACE);
}

/** « un manque », « 2 manques »: picks the word for a count. Zero is singular in French. */
export function plural(count: number, singular: string, several: string): string {
  return `${frenchNumber(count)}${NO_BREAK_SPACE}${count < 2 ? singular : several}`;
}

/** What to say of a text beyond its hard limit. */
export function tooLongSentence(maxLength: number): string {
  return `Ce texte dépasse ${frenchNumber(maxLength)} caractères. Raccourcissez-le\u00a0: rien n’a été effacé.`;
}

/** 1 200 000 → « 1,2 Mo ». Decimal multiples, as file managers show them. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}${NO_BREAK_SPACE}octets`;
  const [value, unit] = bytes < 999_950 ? [bytes / 1000, 'ko'] : [bytes / 1_000_000, 'Mo'];
  return `${value.toFixed(1).replace('.', ',').replace(',0', '')}${NO_BREAK_SPACE}${unit}`;
}
