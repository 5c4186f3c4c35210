import { describe, expect, it } from 'vitest';
import { isSuspect, type PdfSignature, readSignatures, signatureSentences, signatureVerdicts } from '../../lib/domain/signature.ts';

const signature: PdfSignature = {
  verdict: 'whole',
  timestamp: false,
  signer: 'Dominique Lanier',
  issuer: 'Autorité',
  claimedAt: '2026-03-04T10:30:00.000Z',
  selfIssued: false,
};

describe('what is said of an electronic signature', () => {
  it('who signed, when as they say, that nothing changed, and what was not checked', () => {
    expect(signatureSentences(signature)).toEqual([
      'Signature électronique de « Dominique Lanier » le mercredi 4 mars 2026 à 11 h 30 (heure de Paris), selon l’horloge du signataire.',
      'Le document n’a pas changé depuis.',
      'Certificat délivré par « Autorité ». Cette autorité n’a pas été comparée aux listes européennes de confiance.',
    ]);
  });

  it('a certificate made by oneself proves nothing; a date that is not claimed is not said; a machine dates, it does not sign', () => {
    const sentences = signatureSentences({ ...signature, claimedAt: null, selfIssued: true });
    expect(sentences[0]).toBe('Signature électronique de « Dominique Lanier ».');
    expect(sentences[2]).toContain('ne prouve pas son identité');
    expect(signatureSentences({ ...signature, timestamp: true })[0]).toMatch(/^Date certifiée par/);
  });

  it('a person is asked to look when the file may no longer say what was signed', () => {
    expect(signatureVerdicts.filter((verdict) => isSuspect({ ...signature, verdict }))).toEqual(['extended', 'altered']);
    expect(signatureSentences({ ...signature, verdict: 'altered' })[1]).toContain('modifié après cette signature');
  });

  it('one that cannot be checked is told in one sentence', () => {
    expect(signatureSentences({ ...signature, verdict: 'unreadable' })).toHaveLength(1);
  });

  it('what is kept beside a file is read, and nothing is no signature', () => {
    expect(readSignatures([signature])).toEqual([signature]);
    for (const nothing of [null, undefined, {}, 'x']) expect(readSignatures(nothing)).toEqual([]);
  });
});
