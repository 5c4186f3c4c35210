import type { PostedReview } from '../../lib/operations/review.ts';

type Row = { finding: string; comment: string; quotes: string[]; appreciation?: string };

/** A review of the five criteria: the given rows, and this finding with a comment for the others. */
export function postedReview(
  rows: Record<string, Row>,
  others = '',
  baseVersion = 0,
  codes = ['C1', 'C2', 'C3', 'C4', 'C5'],
): PostedReview {
  return {
    baseVersion,
    comment: '',
    rows: codes.map((criterionCode) => {
      const row = rows[criterionCode] ?? { finding: others, comment: others && 'Vu dans le dossier.', quotes: [] };
      return { criterionCode, appreciation: '', ...row };
    }),
  };
}

/** The passages by which the sample dossier proves its first three criteria. */
export const provingQuotes: Record<string, string> = {
  C1: 'les premiers carnets de pass numériques ont été distribués par quatre centres sociaux au printemps.',
  C2: 'le schéma d’accessibilité des services au public consacre un chapitre entier à l’inclusion numérique.',
  C3: 'deux agents y travaillent à plein temps, avec un budget annuel voté de 85 000 euros.',
};

/** A review that finds these criteria met, each with its passage, and the others not. */
export function reviewFinding(met: string[], appreciation = ''): PostedReview {
  const rows = Object.fromEntries(
    met.map((code) => [code, { finding: 'met', comment: 'Oui.', quotes: [provingQuotes[code] ?? ''], appreciation }]),
  );
  return postedReview(rows, 'unmet');
}
