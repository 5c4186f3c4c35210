/** The nine digits of what was typed, spaces and dots removed; whatever else was typed stays, to be refused as such. */
export function normaliseSiren(typed: string): string {
  return typed.replace(/[\s.\u00a0\u202f]/g, '');
}

/** True for nine digits whose Luhn key is right. Source: INSEE, « Identifiant SIREN », key of ISO/IEC 7812-1. */
export function isValidSiren(siren: string): boolean {
  if (!/^\d{9}$/.test(siren)) return false;
  const digits = [...siren].reverse().map(Number);
  const sum = digits.reduce((total, digit, rank) => total + (rank % 2 === 0 ? digit : doubled(digit)), 0);
  return sum % 10 === 0 && sum > 0;
}

/** 200076958, « 200.076.958 » → « 200 076 958 » with no-break spaces; what is not nine digits is shown as it was typed. */
export function displaySiren(typed: string): string {
  const siren = normaliseSiren(typed);
  return /^\d{9}$/.test(siren) ? siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0') : typed;
}

function doubled(digit: number): number {
  return digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
}
