import { z } from 'zod';
import { type CallDefinition, type Category, categoryOf, type Section } from './call.ts';
import { type CriteriaAnswer, isClaimGiven } from './criteria-kind.ts';
import type { CriterionClaim } from './criterion-fields.ts';
import type { FieldReader, FormContext } from './kind.ts';
import { splitIdentifierAnswer } from './organisation-identifier.ts';
import type { Question } from './question.ts';
import { type Answer, type FileAnswer, kindOf } from './question-kinds.ts';

/** Answers of one section, by question code; a question never touched is absent. */
export type SectionAnswers = Readonly<Partial<Record<string, Answer>>>;
/** Answers of a whole dossier, by section code. */
export type DossierAnswers = Readonly<Record<string, SectionAnswers>>;

/** What was asked and answered, in words for whoever reads the dossier; `file`: the document, for a question that asks one. */
export type RecapQuestion = { question: Question; label: string; lines: string[]; file: FileAnswer | null };
export type RecapSection = { section: Section; title: string; questions: RecapQuestion[] };

/**
 * The shape of what a posted form may say of this section: what may be saved at any moment, complete or not. Unknown
 * codes are refused, and so are files, which are only ever attached by being sent.
 */
export function postedShape(section: Section): z.ZodType<SectionAnswers> {
  const posted = section.questions.filter((question) => question.kind !== 'file');
  return z.strictObject(Object.fromEntries(posted.map((question) => [question.code, kindOf(question).draftShape(question).optional()])));
}

/** What a draft may not hold among these answers, by question code, as French sentences. */
export function draftProblems(section: Section, answers: SectionAnswers): Record<string, string> {
  const checked = postedShape(section).safeParse(answers);
  if (checked.success) return {};
  return Object.fromEntries(checked.error.issues.map((issue) => [issue.path.join(':'), issue.message]));
}

/** The answers a posted form carries for this section. Questions the form does not carry are left out. */
export function readSection(section: Section, field: FieldReader, context: FormContext): SectionAnswers {
  const entries = section.questions.flatMap((question) => {
    const value = kindOf(question).read(question, field, context);
    return value === undefined ? [] : [[question.code, value] as const];
  });
  return Object.fromEntries(entries);
}

/**
 * The answers a page starts from: what was saved, and for questions never touched what another answer proposes.
 * Nothing proposed is saved before the person saves the page.
 */
export function startingAnswers(definition: CallDefinition, answers: DossierAnswers, section: Section): SectionAnswers {
  const saved = answers[section.code] ?? {};
  const proposed = section.questions.flatMap(({ code, prefillFrom }) => {
    const source = definition.sections.find((s) => s.questions.some((q) => q.code === prefillFrom));
    return prefillFrom && source && saved[code] === undefined ? [[code, textAnswer(answers, source.code, prefillFrom)] as const] : [];
  });
  return { ...saved, ...Object.fromEntries(proposed) };
}

/** The answers after a form was saved: what it carried replaces what was there, the rest stays. */
export function mergeAnswers(saved: SectionAnswers, posted: SectionAnswers): SectionAnswers {
  const merged = Object.entries(posted).map(([code, answer]) => [
    code,
    isRecord(answer) && isRecord(saved[code]) ? { ...saved[code], ...answer } : answer,
  ]);
  return { ...saved, ...Object.fromEntries(merged) };
}

function isRecord(answer: Answer | undefined): answer is Exclude<Answer, string | null> {
  return typeof answer === 'object' && answer !== null;
}

/** True when something was given to this question. */
export function isGiven(question: Question, answer: Answer | undefined, context: FormContext): boolean {
  return answer !== undefined && kindOf(question).isGiven(answer, context);
}

/** Why the given answer cannot stand, as a French sentence; null when it can, or when nothing was given. */
export function answerProblem(question: Question, answer: Answer | undefined, context: FormContext): string | null {
  if (answer === undefined || !kindOf(question).isGiven(answer, context)) return null;
  return kindOf(question).problem(answer, question, context);
}

/** What cannot stand among the answers given on one page, by question code. */
export function answerProblems(section: Section, answers: SectionAnswers, context: FormContext): Record<string, string> {
  const found = section.questions.map((question) => [question.code, answerProblem(question, answers[question.code], context)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Every section with its questions and the paragraphs answered, in the call's order: recap, PDF and exports are loops over it. */
export function recapOf(definition: CallDefinition, answers: DossierAnswers): RecapSection[] {
  const context = formContext(definition, answers);
  return definition.sections.map((section) => ({
    section,
    title: section.readerTitle ?? section.title,
    questions: section.questions.map((question) => {
      const answer = answers[section.code]?.[question.code];
      const given = isGiven(question, answer, context);
      return {
        question,
        label: labelForReaders(question, answer),
        lines: given ? kindOf(question).write(answer as Answer, question, context) : [],
        file: given && question.kind === 'file' ? (answer as FileAnswer) : null,
      };
    }),
  }));
}

/** A structure without a SIREN answers the question of the SIREN with another number: its label says so to who reads. */
function labelForReaders({ kind, readerLabel, label }: Question, answer: Answer | undefined): string {
  const elsewhere = kind === 'siren' && typeof answer === 'string' && splitIdentifierAnswer(answer).scheme !== 'siren';
  return elsewhere ? 'Numéro d’identification' : (readerLabel ?? label);
}

/** The call together with the category this dossier has chosen. */
export function formContext(definition: CallDefinition, answers: DossierAnswers): FormContext {
  return { definition, category: chosenCategory(definition, answers) };
}

/** The category chosen in the dossier (first question of that kind), or null. */
export function chosenCategory(definition: CallDefinition, answers: DossierAnswers): Category | null {
  const code = textAnswerOfKind(definition, answers, 'category');
  return categoryOf(definition, code);
}

/** The answer to the call's first question of a kind that holds text, trimmed; '' when there is none. */
export function textAnswerOfKind(definition: CallDefinition, answers: DossierAnswers, kind: Question['kind']): string {
  for (const section of definition.sections) {
    const question = section.questions.find((q) => q.kind === kind);
    if (question) return textAnswer(answers, section.code, question.code);
  }
  return '';
}

/** What the candidate says of one criterion, wherever the form asks for it; null when they said nothing. */
export function claimOn(definition: CallDefinition, answers: DossierAnswers, criterionCode: string): CriterionClaim | null {
  for (const section of definition.sections) {
    for (const question of section.questions.filter((q) => q.kind === 'criteria')) {
      const claims = answers[section.code]?.[question.code] as CriteriaAnswer | undefined;
      if (isClaimGiven(claims?.[criterionCode])) return claims?.[criterionCode] ?? null;
    }
  }
  return null;
}

/** A text answer, trimmed; '' when nothing was given or the answer is not a text. */
export function textAnswer(answers: DossierAnswers, sectionCode: string, questionCode: string): string {
  const answer = answers[sectionCode]?.[questionCode];
  return typeof answer === 'string' ? answer.trim() : '';
}
