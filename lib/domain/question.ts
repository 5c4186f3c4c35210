import { z } from 'zod';

/**
 * What a call says about one question of its form. The kind decides everything else (see `question-kinds.ts`):
 * the shape of a draft, what counts as an answer, how it is read from a posted form and written in a recap.
 */
const common = {
  code: z.string().regex(/^[a-z0-9-]+$/),
  /** Shown as it stands, and the accessible name of the field. */
  label: z.string().min(1),
  /** The label for those who read the dossier, when the form speaks to the candidate. Never for a published question. */
  readerLabel: z.string().min(1).optional(),
  /** The words of the published call when the label corrects or shortens them. */
  sourceLabel: z.string().optional(),
  hint: z.string().optional(),
  /** Code of another question whose answer is proposed here until this one is answered. */
  prefillFrom: z.string().optional(),
  /** The answer is expected to open with the one that was proposed: the check page says when it does not. */
  opensWithPrefill: z.boolean().optional(),
  /**
   * `blocking`: the dossier cannot be submitted without an answer. `beforeCharter`: asked at submission, required only
   * of laureates. `advised`: the check page mentions it, no more. `optional`: nobody says anything.
   */
  need: z.enum(['blocking', 'beforeCharter', 'advised', 'optional']),
};

/** Length in characters (UTF-16 units). The advice is shown; only the maximum refuses, and it is far away. */
const length = { advisedLength: z.int().positive().optional(), maxLength: z.int().positive() };

export const questionDefinition = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('shortText'), ...length, autocomplete: z.string().optional() }),
  z.object({ ...common, kind: z.literal('longText'), ...length, rows: z.int().positive() }),
  z.object({ ...common, kind: z.literal('wholeNumber'), min: z.int(), max: z.int(), unit: z.string() }),
  z.object({ ...common, kind: z.literal('choice'), options: z.record(z.string(), z.string()) }),
  z.object({ ...common, kind: z.literal('siren') }),
  z.object({ ...common, kind: z.literal('email') }),
  z.object({ ...common, kind: z.literal('phone') }),
  /** One of the call's kinds of organisation. */
  z.object({ ...common, kind: z.literal('organisationKind') }),
  /** One of the call's categories. */
  z.object({ ...common, kind: z.literal('category') }),
  /** One row per criterion of the dossier's category: position, explanation, where the proof is. */
  z.object({ ...common, kind: z.literal('criteria'), ...length }),
  /** One PDF, sent on its own and not with the rest of the form. */
  z.object({ ...common, kind: z.literal('file'), maxBytes: z.int().positive() }),
]);

export type Question = z.infer<typeof questionDefinition>;
export type QuestionKind = Question['kind'];
export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>;
