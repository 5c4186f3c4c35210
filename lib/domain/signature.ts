import { frenchInstant } from './dates.ts';

/**
 * What the examination of one electronic signature found. `whole`: nothing changed since. `earlier`: another valid
 * signature was added after it. `extended`: something was added after the last one. `altered`: the signed words are no
 * longer those of the file. `unreadable`: of a kind we cannot check.
 */
export const signatureVerdicts = ['whole', 'earlier', 'extended', 'altered', 'unreadable'] as const;
export type SignatureVerdict = (typeof signatureVerdicts)[number];

/** One signature of an uploaded PDF. Plain JSON: instants in ISO 8601. */
export type PdfSignature = {
  verdict: SignatureVerdict;
  /** A machine's proof of date, not a person's signature. */
  timestamp: boolean;
  signer: string;
  issuer: string;
  /** The instant the signer's own machine claims; null when it says none. */
  claimedAt: string | null;
  /** The signer issued the certificate to themselves: it proves nothing of who they are. */
  selfIssued: boolean;
};

/** More than this in one letter tells nothing more. */
export const maxSignatures = 20;

/** True when a person must look at it: the file may no longer say what was signed. */
export function isSuspect({ verdict }: PdfSignature): boolean {
  return verdict === 'altered' || verdict === 'extended';
}

/** What was found, in sentences for candidates and reviewers. It informs: nobody is refused for a signature. */
export function signatureSentences(signature: PdfSignature): string[] {
  const { verdict, signer, issuer, claimedAt, selfIssued, timestamp } = signature;
  if (verdict === 'unreadable') return ['Ce document porte une signature électronique qui n’a pas pu être vérifiée.'];
  const when = claimedAt ? ` le ${frenchInstant(new Date(claimedAt))}, selon l’horloge du signataire` : '';
  const what = timestamp ? `Date certifiée par « ${signer} »${when}.` : `Signature électronique de « ${signer} »${when}.`;
  const identity = selfIssued
    ? 'Le signataire a fait lui-même son certificat : il ne prouve pas son identité.'
    : `Certificat délivré par « ${issuer} ». Cette autorité n’a pas été comparée aux listes européennes de confiance.`;
  return [what, verdictSentences[verdict], identity];
}

const verdictSentences: Record<Exclude<SignatureVerdict, 'unreadable'>, string> = {
  whole: 'Le document n’a pas changé depuis.',
  earlier: 'Une autre signature a été ajoutée ensuite.',
  extended: 'Quelque chose a été ajouté au document après cette signature : comparez-le à la lettre d’origine.',
  altered: 'Le document a été modifié après cette signature : demandez la lettre d’origine à son signataire.',
};

/** Signatures as they are kept beside a file; anything else is none. */
export function readSignatures(kept: unknown): PdfSignature[] {
  return Array.isArray(kept) ? (kept as PdfSignature[]) : [];
}
