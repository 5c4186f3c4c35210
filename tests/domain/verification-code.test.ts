import { describe, expect, it } from 'vitest';
import { readVerificationCode } from '../../lib/domain/verification-code.ts';

describe('a typed verification code', () => {
  it('is read whatever its case, spaces and dashes', () => {
    for (const typed of ['K7QF-3M9D-XW2P', 'k7qf3m9dxw2p', ' K7QF 3M9D XW2P ', 'K7QF–3M9D—XW2P', 'k7qf.3m9d.xw2p'])
      expect(readVerificationCode(typed), typed).toBe('K7QF-3M9D-XW2P');
  });

  it('is nothing when a character is missing, too many, or never used in a code', () => {
    for (const typed of ['', 'K7QF-3M9D-XW2', 'K7QF-3M9D-XW2PP', 'K7QF-3M9D-XW2O', 'K7QF-3M9D-XW2É', '\u0000', 'constructor'])
      expect(readVerificationCode(typed), typed).toBeNull();
  });
});
