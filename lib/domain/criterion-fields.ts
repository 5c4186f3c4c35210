/** Where a candidate says they stand on a criterion. */
export const criterionPositions = { achieved: 'acquis', started: 'engagé', planned: 'prévu', no: 'non' } as const;
export type CriterionPosition = keyof typeof criterionPositions;
/** What a candidate says of one criterion: where they stand, why, and where the reader can check it. */
export type CriterionClaim = { position: CriterionPosition | ''; explanation: string; proof: string };

/** Name of one field of a criteria question in a posted form, for example `criteres:C1:position`. */
export function criterionFieldName(questionCode: string, criterionCode: string, field: keyof CriterionClaim): string {
  return `${questionCode}:${criterionCode}:${field}`;
}
