import type { CallDefinition } from './call.ts';
import { blockingGaps, type Gap } from './completeness.ts';
import type { DossierAnswers, SectionAnswers } from './form.ts';
import type { FileAnswer } from './question-kinds.ts';

/** The questions by which every call, whatever its form, knows the support letter and who signed it. */
export const letterQuestions = { file: 'lettre-elu', name: 'elu-nom', mandate: 'elu-mandat' } as const;

/** Where the form asks for the letter. */
export type LetterPlace = { sectionCode: string; questionCode: string; maxBytes: number };

/** The place of the letter in the form of a call; null when the call asks for none. */
export function letterPlaceOf(definition: CallDefinition): LetterPlace | null {
  for (const section of definition.sections) {
    const question = section.questions.find(({ code, kind }) => kind === 'file' && code === letterQuestions.file);
    if (question?.kind === 'file') return { sectionCode: section.code, questionCode: question.code, maxBytes: question.maxBytes };
  }
  return null;
}

/** The letter a dossier holds, or null. */
export function letterIn(definition: CallDefinition, answers: DossierAnswers): FileAnswer | null {
  const place = letterPlaceOf(definition);
  const answer = place && answers[place.sectionCode]?.[place.questionCode];
  return typeof answer === 'object' && answer !== null && 'fileId' in answer ? (answer as FileAnswer) : null;
}

/** What a letter brings to the page that asks for it: the file, and who signed when that is known. */
export function letterAnswers(
  definition: CallDefinition,
  file: FileAnswer,
  signed: { name: string; mandate: string } | null,
): SectionAnswers {
  const place = letterPlaceOf(definition);
  const asked = new Set(definition.sections.find(({ code }) => code === place?.sectionCode)?.questions.map(({ code }) => code));
  return {
    [letterQuestions.file]: file,
    ...(signed && asked.has(letterQuestions.name) && { [letterQuestions.name]: signed.name }),
    ...(signed && asked.has(letterQuestions.mandate) && { [letterQuestions.mandate]: signed.mandate }),
  };
}

/** The first instant that is too late for a letter to follow a submitted dossier; null when it must come with it. */
export function letterUntil({ definition, closesAt }: { definition: CallDefinition; closesAt: Date }): Date | null {
  const { letterUntil: until } = definition.calendar;
  // A closing put off by an incident never leaves the letter less time than the dossier.
  return until === undefined ? null : new Date(Math.max(Date.parse(until), closesAt.getTime()));
}

/** What a letter's deadline depends on. `lacking`: a version was submitted, without the letter. */
export type LetterStanding = { definition: CallDefinition; closesAt: Date; lacking: boolean };

/**
 * The first instant at which a letter is too late for this dossier: the closing, or the letter's own date when the call
 * gives one and the dossier was submitted without it.
 */
export function letterDeadline({ definition, closesAt, lacking }: LetterStanding): Date {
  return (lacking && letterUntil({ definition, closesAt })) || closesAt;
}

/**
 * The gaps that prevent a submission when the letter may follow: everything blocking but the letter itself.
 * @param letterFollows the call gives the letter its own date, or the letter is confirmed and being sealed.
 */
export function submissionGaps(definition: CallDefinition, answers: DossierAnswers, letterFollows: boolean): Gap[] {
  const gaps = blockingGaps(definition, answers);
  return letterFollows ? gaps.filter(({ questionCode }) => questionCode !== letterQuestions.file) : gaps;
}
