import { describe, expect, it } from 'vitest';
import {
  confirmationSentence,
  letterTextProblem,
  maxLetterLength,
  preparedLetter,
  readLetterText,
  signatureLines,
} from '../../lib/domain/letter-text.ts';

const subject = { organisationName: 'Pays de Sorbelle', territoryName: 'Sorbelle', callTitle: 'TANI, promotion 2' };
const official = {
  name: 'Dominique Lanier',
  function: 'maire',
  structure: 'Ville de Sorbelle',
  mandate: 'Mandat 2020-2026',
  email: 'd@s.fr',
};

describe('the prepared letter', () => {
  it('says whose candidature, for which territory, to which call; the signature stands under it', () => {
    const text = preparedLetter(subject).replaceAll('\u00a0', ' ');
    for (const words of ['« Pays de Sorbelle »', 'territoire « Sorbelle »', '« TANI, promotion 2 »', 'mon soutien'])
      expect(text).toContain(words);
    expect(signatureLines(official)).toEqual(['Maire, Ville de Sorbelle', 'Mandat 2020-2026']);
    expect(confirmationSentence('Pays de Sorbelle')).toContain('en mon nom');
    expect(letterTextProblem(text)).toBeNull();
  });

  it('does not repeat a territory that bears the name of the structure, nor leave an empty line for no mandate', () => {
    expect(preparedLetter({ ...subject, territoryName: 'Pays de Sorbelle' })).not.toContain('pour le territoire');
    expect(preparedLetter({ ...subject, territoryName: '' })).not.toContain('pour le territoire');
    expect(signatureLines({ ...official, mandate: '' })).toEqual(['Maire, Ville de Sorbelle']);
  });
});

describe('the amended letter', () => {
  it('is cleaned, and refused when it is emptied or endless', () => {
    expect(readLetterText(' \r\nBonjour\u0000 ')).toBe('Bonjour');
    expect(letterTextProblem('')).toMatch(/Écrivez la lettre/);
    expect(letterTextProblem('. . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .')).not.toBeNull();
    expect(letterTextProblem('é'.repeat(40))).toBeNull();
    expect(letterTextProblem('x'.repeat(maxLetterLength))).toBeNull();
    expect(letterTextProblem('x'.repeat(maxLetterLength + 1))).toMatch(/rien n’a été effacé/);
  });
});
