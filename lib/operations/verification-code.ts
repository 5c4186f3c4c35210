import { randomInt } from 'node:crypto';
import { codeAlphabet, codeGroupLength, codeGroups } from '../domain/verification-code.ts';

/** A public code nobody can guess, for example « K7QF-3M9D-XW2P » (58 bits). */
export function newVerificationCode(): string {
  const group = () => Array.from({ length: codeGroupLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
  return Array.from({ length: codeGroups }, group).join('-');
}
