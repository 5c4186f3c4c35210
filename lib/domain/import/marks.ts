/** Bullets, and what an author writes before a question of a list: « 1.1 », « 2) », « IV. », « Question 3 : », « b) ». */
const BULLET = '[•‣▪◦●■□➢➤►▶✓✔*·§–—-]\\s*';
const NUMBER = '(?:question|q)?\\s?(?:n°\\s?)?\\d{1,2}(?:[.-]\\d{1,2}){0,2}(?:\\s?[.):–-]\\s*|\\s+)';
const LETTER = '(?:[a-z]\\s?[.)]|[ivx]{1,4}\\s?[.):–-]|o)\\s+';
const MARKS = new RegExp(`^\\s*(?:${BULLET}|${NUMBER}|${LETTER}){1,3}`, 'i');
/** A bare number is not one: it may be the whole answer to « Combien ? ». */
const ONLY_MARKS = new RegExp(
  `^\\s*(?:${BULLET}){0,2}(?:(?:question|q)?\\s?\\d{1,2}(?:(?:[.-]\\d{1,2}){1,2}[.)]?|\\s?[.):])|[a-z]\\s?[.)]|${BULLET})\\s*$`,
  'i',
);
/** Marks are short: what follows is not looked at. */
const REACH = 60;

/** How many characters of bullet or number begin this line. */
export function markLength(line: string): number {
  return MARKS.exec(line.slice(0, REACH))?.[0].length ?? 0;
}

/** True for a line that is nothing but a bullet or a number waiting for its text. */
export function isMarkAlone(line: string): boolean {
  return line.trim() !== '' && line.length < REACH && ONLY_MARKS.test(line);
}

/** True when the line is an item of a list. */
export function isItem(line: string): boolean {
  return /^\s*([•‣▪◦●■□➢➤►▶✓✔*·–—-]\s*\S|(\d{1,2}|[a-z])\s?[.)]\s*\S|\d{1,2}(\.\d{1,2}){1,2}\s)/i.test(line);
}

/** The kind of mark a line begins with, its number left aside: '' when none. */
export function markStyle(line: string): string {
  const mark = line.slice(0, markLength(line)).toLowerCase();
  return mark.replace(/\s+/g, '').replace(/\d+/g, '1');
}
