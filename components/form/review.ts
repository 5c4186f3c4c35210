/** What an act that cannot be undone is about to do; `quoted` is what others will read. */
export type Review = { title: string; intro: string; quoted: string[]; effects: string[] };

/** Name of the field that says which button of the second step was pressed. */
export const reviewField = 'etape';
export const reviewAnswers = { confirm: 'confirmer', amend: 'corriger' } as const;
