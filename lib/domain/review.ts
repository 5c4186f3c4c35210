import { z } from 'zod';
import type { Category } from './call.ts';
import type { Finding } from './finding-labels.ts';
import { foldText } from './text.ts';

export const findingValues = ['met', 'partial', 'unmet'] as const satisfies readonly Finding[];

/** A passage of the dossier that supports a finding, and the question it was found under; no place while it is not found. */
export const evidence = z.object({ quote: z.string().min(1), sectionCode: z.string(), questionCode: z.string() });
export type Evidence = z.infer<typeof evidence>;

/** One row of a review while it is being written: nothing is compulsory before delivery. */
export type CriterionReview = {
  criterionCode: string;
  finding: Finding | null;
  comment: string;
  evidence: Evidence[];
  /** From 0 to the call's maximum; secondary information, never a condition. */
  appreciation: number | null;
};

/** Hard limits of a review's texts, in characters. */
export const reviewLimits = { comment: 10_000, quote: 5_000, quotesPerCriterion: 20 } as const;

/** What prevents a review from being delivered, by criterion code, as French sentences. */
export function reviewGaps(category: Category, rows: readonly CriterionReview[]): Record<string, string> {
  const gaps: Record<string, string> = {};
  for (const criterion of category.criteria) {
    const row = rows.find((r) => r.criterionCode === criterion.code);
    if (!row?.finding) gaps[criterion.code] = `Choisissez un constat sur «\u00a0${criterion.label}\u00a0».`;
    else if (!row.comment.trim())
      gaps[criterion.code] = `Expliquez votre constat sur «\u00a0${criterion.label}\u00a0» en une phrase au moins.`;
    else if (row.evidence.some((evidence) => evidence.sectionCode === '')) {
      gaps[criterion.code] =
        `Un passage cité pour «\u00a0${criterion.label}\u00a0» n’est pas dans le dossier. Copiez-le tel quel, sans le résumer.`;
    } else if (row.finding === 'met' && row.evidence.length === 0) {
      gaps[criterion.code] = `Citez le passage du dossier qui prouve «\u00a0${criterion.label}\u00a0».`;
    }
  }
  return gaps;
}

/** « 1 sur 2 »; beyond what the call expects, « 3 (2 attendues) ». */
export function reviewCount(delivered: number, expected: number): string {
  return delivered > expected ? `${delivered} (${expected} attendues)` : `${delivered} sur ${expected}`;
}

/** One readable passage of a submitted dossier. */
export type Passage = { sectionCode: string; questionCode: string; text: string };

/**
 * Finds where a quoted passage stands in the dossier. Accents, capitals, spaces and line ends do not matter, the words do.
 * @returns the evidence, or null when the dossier does not say that.
 */
export function locateQuote(quote: string, passages: readonly Passage[]): Evidence | null {
  const wanted = foldText(quote);
  if (wanted === '') return null;
  const found = passages.find((passage) => foldText(passage.text).includes(wanted));
  return found ? { quote: quote.trim(), sectionCode: found.sectionCode, questionCode: found.questionCode } : null;
}
