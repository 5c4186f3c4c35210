import type { z } from 'zod';
import type { CallDefinition, Category } from './call.ts';

/** What a kind may need to know beside its question: the call, and the dossier's category when it is chosen. */
export type FormContext = { definition: CallDefinition; category: Category | null };
/** The text posted under a field's name; null when the form does not have that field. */
export type FieldReader = (fieldName: string) => string | null;

/** What every kind of question answers for itself. `Q` is its definition, `V` the answer it holds. */
export type Kind<Q, V> = {
  /** What a draft may hold: a typed text is never refused for its content, only beyond the hard limit. */
  draftShape(question: Q): z.ZodType<V>;
  /** The value of a posted form; undefined when the form does not carry this question. */
  read(question: Q, field: FieldReader, context: FormContext): V | undefined;
  /** Something was given, right or wrong. */
  isGiven(value: V, context: FormContext): boolean;
  /** What to correct before the dossier can be submitted, as one French sentence; null when nothing. */
  problem(value: V, question: Q, context: FormContext): string | null;
  /** The paragraphs of a recap, a PDF or an export. */
  write(value: V, question: Q, context: FormContext): string[];
};
