/** Letters and digits that cannot be taken for one another when read aloud or copied by hand. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeGroups = 3;
export const codeGroupLength = 4;

/** A typed code as documents carry it (« K7QF-3M9D-XW2P »), whatever its spaces, dashes and case; null when it cannot be one. */
export function readVerificationCode(typed: string): string | null {
  const letters = [...typed.toUpperCase()].filter((character) => /[\p{L}\p{N}]/u.test(character));
  if (letters.length !== codeGroups * codeGroupLength || !letters.every((letter) => codeAlphabet.includes(letter))) return null;
  return (
    letters
      .join('')
      .match(new RegExp(`.{${codeGroupLength}}`, 'g'))
      ?.join('-') ?? null
  );
}
