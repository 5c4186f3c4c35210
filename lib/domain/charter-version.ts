import { z } from 'zod';

/** Paragraph, list, or the place where the numbered list of measures stands in the charter's text. */
const charterBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string().min(1) }),
  z.object({ kind: z.literal('list'), items: z.array(z.string().min(1)).min(1) }),
  z.object({ kind: z.literal('measures') }),
]);

/**
 * One version of the charter, word for word. Measures carry a stable code because their rank changes between versions:
 * « pass numérique » is fourth in the first two and fifth in the third.
 */
export const charterVersion = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  /** Where these words come from and when they were in use, shown to the administrator who chooses. */
  origin: z.string().min(1),
  title: z.string().min(1),
  preamble: z.array(z.string().min(1)),
  articles: z.array(z.object({ title: z.string().min(1), blocks: z.array(charterBlock).min(1) })).min(1),
  measures: z.array(z.object({ code: z.string().regex(/^[A-Z_]+$/), label: z.string().min(1), text: z.string().min(1) })).min(1),
  /** Article 3: « au moins deux ». */
  minimumMeasures: z.int().positive(),
  /** Proposed for the State's signature block; the administrator may change it. */
  stateSignatory: z.object({ name: z.string(), title: z.string() }),
});

export type CharterVersion = z.infer<typeof charterVersion>;
export type CharterBlock = z.infer<typeof charterBlock>;
