import { describe, expect, it } from 'vitest';
import { documentRefusalSentence, documentRefusals, isDocumentRefusal } from '../../../lib/domain/import/refusal.ts';

describe('refusing a document', () => {
  it('says each reason in one or two French sentences of its own, with a way out', () => {
    const sentences = documentRefusals.map(documentRefusalSentence);
    expect(new Set(sentences).size).toBe(documentRefusals.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^(Ce|Aucun|L’envoi).*(nvoye|hoisissez|nregistre|opie|uvre).*\.$/u);
  });

  it('knows its own codes only', () => {
    expect(isDocumentRefusal('scanned')).toBe(true);
    expect(isDocumentRefusal('constructor')).toBe(false);
  });
});
