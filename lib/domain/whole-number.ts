import { foldText, frenchNumber } from './text.ts';

/** Beyond any number a dossier may hold, and well within what the database counts with. */
export const LARGEST_NUMBER = 100_000_000;

/** What people write around a number without changing it, folded: « environ », « près de ». */
const BEFORE = /^(?:environ|env\.?|pres de|autour de|a peu pres|approximativement|[~≈])\s*/;
const AFTER = /\s*(?:habitants?|hab\.?|personnes?)(?: environ)?\.?$/;
/** Digits, or groups of three of them after a space or a point. */
const DIGITS = /^(?:\d+|\d{1,3}(?:[ .]\d{3})+)$/;
const MOST_DIGITS = 15;

/**
 * « 85 700 », « 85.700 », « environ 85 700 habitants » → 85700; null when it is not one whole number. A comma or a point
 * before anything but three digits is a decimal, and « mille » or « millions » are not guessed.
 * @param unit what is counted, in case it is written after the number.
 */
export function readWholeNumber(typed: string, unit = ''): number | null {
  const folded = foldText(typed).replace(BEFORE, '').replace(AFTER, '');
  const counted = foldText(unit);
  const number = (counted && folded.endsWith(counted) ? folded.slice(0, -counted.length) : folded).trim();
  const digits = number.replace(/[ .]/g, '');
  return DIGITS.test(number) && digits.length <= MOST_DIGITS ? Number(digits) : null;
}

/** True when this is a number that nothing of ours can hold, so that not even a draft keeps it. */
export function isTooLarge(typed: string): boolean {
  return (readWholeNumber(typed) ?? 0) > LARGEST_NUMBER || (/^[\d\s.]+$/.test(typed) && typed.replace(/\D/g, '').length > MOST_DIGITS);
}

/** What to say of such a number. */
export const tooLargeSentence = `Ce nombre est trop grand\u00a0: il ne peut pas dépasser ${frenchNumber(LARGEST_NUMBER)}. Corrigez-le pour qu’il soit enregistré.`;
