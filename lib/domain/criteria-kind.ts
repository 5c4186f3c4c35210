import { z } from 'zod';
import type { Category, Criterion } from './call.ts';
import { type CriterionClaim, type CriterionPosition, criterionFieldName, criterionPositions } from './criterion-fields.ts';
import type { Kind } from './kind.ts';
import type { QuestionOf } from './question.ts';
import { cleanText, paragraphs, tooLongSentence } from './text.ts';

export type CriteriaAnswer = Record<string, CriterionClaim>;

/**
 * One row per criterion of the dossier's category. Rows of another category are kept, so that changing one's mind loses
 * nothing; a page opened before the category changed still shows them, and what is typed there is read.
 */
export const criteriaKind: Kind<QuestionOf<'criteria'>, CriteriaAnswer> = {
  draftShape: ({ maxLength }) => {
    const typed = z.string().max(maxLength, tooLongSentence(maxLength));
    const position = z.enum(['', ...(Object.keys(criterionPositions) as CriterionPosition[])]);
    return z.record(z.string(), z.object({ position, explanation: typed, proof: typed }));
  },
  read: (question, field, { definition }) => {
    const rows = definition.categories.flatMap(criteriaOf).flatMap((criterion) => {
      const fieldOf = (name: keyof CriterionClaim) => field(criterionFieldName(question.code, criterion.code, name));
      const explanation = fieldOf('explanation');
      if (explanation === null) return [];
      const position = fieldOf('position') ?? '';
      const claim: CriterionClaim = {
        position: isPosition(position) ? position : '',
        explanation: cleanText(explanation),
        proof: cleanText(fieldOf('proof') ?? ''),
      };
      return [[criterion.code, claim] as const];
    });
    return rows.length ? Object.fromEntries(rows) : undefined;
  },
  isGiven: (value, { category }) => criteriaOf(category).some((criterion) => isClaimGiven(value[criterion.code])),
  problem: (value, _question, { category }) => {
    const missing = criteriaOf(category).filter((criterion) => !isClaimGiven(value[criterion.code]));
    return missing.length ? `Il reste à répondre sur\u00a0: ${missing.map((c) => c.label).join('\u00a0; ')}.` : null;
  },
  write: (value, _question, { category }) => criteriaOf(category).flatMap((criterion) => claimLines(criterion, value[criterion.code])),
};

/** True when the candidate chose a position or wrote an explanation. */
export function isClaimGiven(claim: CriterionClaim | undefined): claim is CriterionClaim {
  return claim !== undefined && (claim.position !== '' || claim.explanation.trim() !== '');
}

function claimLines(criterion: Criterion, claim: CriterionClaim | undefined): string[] {
  if (!isClaimGiven(claim)) return [];
  const position = claim.position ? `\u00a0: ${criterionPositions[claim.position]}` : '';
  const proof = claim.proof.trim() ? [`Où le vérifier\u00a0: ${claim.proof.trim()}`] : [];
  return [`${criterion.code} – ${criterion.label}${position}`, ...paragraphs(claim.explanation), ...proof];
}

function criteriaOf(category: Category | null): readonly Criterion[] {
  return category?.criteria ?? [];
}

function isPosition(position: string): position is CriterionPosition {
  return Object.hasOwn(criterionPositions, position);
}
