import type { SectionFormState } from './section-form.tsx';

type Refused = { sentence: string; problems?: Readonly<Record<string, string>> };

/** The answer to a form that was refused: every word typed, with what to correct, by field. Nothing is lost. */
export function toCorrect(values: Record<string, string>, { problems, sentence }: Refused): SectionFormState {
  return { values, problems: { ...problems }, sentence, conflict: null };
}
