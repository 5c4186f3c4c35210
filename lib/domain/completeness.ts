import type { CallDefinition, Section } from './call.ts';
import { answerProblem, type DossierAnswers, formContext, isGiven, textAnswer } from './form.ts';
import type { FormContext } from './kind.ts';
import type { Question } from './question.ts';
import { foldText } from './text.ts';

/** One thing the dossier lacks, with the place where it is given. */
export type Gap = {
  sectionCode: string;
  sectionTitle: string;
  questionCode: string;
  partCode: string | null;
  need: 'blocking' | 'beforeCharter' | 'advised';
  /** The question, in the words of the form. */
  label: string;
  /** Nothing is given; otherwise what is given cannot stand. */
  missing: boolean;
  /** A French sentence: what is missing or what to correct. */
  message: string;
};

export type SectionState = 'toDo' | 'started' | 'complete';

/**
 * Everything the dossier lacks, in the order of the form. Call, 4: « Le dossier de candidature devra être composé » of
 * four parts; 3.3 only asks to be « en mesure de pouvoir désigner » a referent, so that gap never blocks a submission.
 */
export function gapsOf(definition: CallDefinition, answers: DossierAnswers): Gap[] {
  return definition.sections.flatMap((section) => section.questions.flatMap((q) => gapOf(definition, answers, section, q)));
}

/** The gaps that prevent a submission. */
export function blockingGaps(definition: CallDefinition, answers: DossierAnswers): Gap[] {
  return gapsOf(definition, answers).filter((gap) => gap.need === 'blocking');
}

/** Complete in the sense of the call: nothing blocking is missing, so the dossier may be submitted. */
export function isComplete(definition: CallDefinition, answers: DossierAnswers): boolean {
  return blockingGaps(definition, answers).length === 0;
}

/**
 * Where the work on a section stands, for the hub: nothing given, something missing, or everything that counts is there.
 * What is only advised beside what is required does not keep a page from being done, but for the criteria: they are what
 * the dossier is judged on.
 */
export function sectionState(definition: CallDefinition, answers: DossierAnswers, section: Section): SectionState {
  const context = formContext(definition, answers);
  const given = section.questions.filter((q) => isGiven(q, answers[section.code]?.[q.code], context));
  if (given.length === 0) return 'toDo';
  const requires = section.questions.some(({ need }) => need === 'blocking');
  const counts = (question: Question, gaps: Gap[]) =>
    !requires || question.need === 'blocking' || question.kind === 'criteria' || gaps.some(({ missing }) => !missing);
  const left = section.questions.filter((question) => {
    const gaps = gapOf(definition, answers, section, question);
    return gaps.length > 0 && counts(question, gaps);
  });
  return left.length === 0 ? 'complete' : 'started';
}

/**
 * Names given twice that are not the same: a question that repeats another one, answered otherwise. Nothing prevents it;
 * the person is told.
 */
export function differences(definition: CallDefinition, answers: DossierAnswers): Gap[] {
  return definition.sections.flatMap((section) =>
    section.questions.flatMap((question) => {
      const source = definition.sections.find((s) => s.questions.some((q) => q.code === question.prefillFrom));
      if (!question.opensWithPrefill || !question.prefillFrom || !source) return [];
      const [given, proposed] = [textAnswer(answers, section.code, question.code), textAnswer(answers, source.code, question.prefillFrom)];
      if (given === '' || proposed === '' || foldText(given).startsWith(foldText(proposed))) return [];
      const message = `«\u00a0${question.label}\u00a0» ne commence pas par «\u00a0${proposed}\u00a0», écrit à la page «\u00a0${source.title}\u00a0». Vérifiez lequel est le bon.`;
      return [gap(section, question, { need: 'advised', missing: false, message })];
    }),
  );
}

function gapOf(definition: CallDefinition, answers: DossierAnswers, section: Section, question: Question): Gap[] {
  const context = formContext(definition, answers);
  const answer = answers[section.code]?.[question.code];
  const problem = answerProblem(question, answer, context);
  const missing = !isGiven(question, answer, context);
  if (!problem && !(missing && question.need !== 'optional')) return [];
  const need = question.need === 'optional' ? 'advised' : question.need;
  const proposed = missing && isProposed(definition, answers, question);
  const sentence = proposed
    ? `Enregistrez la page pour garder la réponse proposée\u00a0: ${question.label}`
    : missingSentence(question, context);
  return [gap(section, question, { need, missing: missing && !proposed, message: problem ?? sentence })];
}

/** True when the page of this question opens with what another answer says: it is there to be seen, and not yet saved. */
function isProposed(definition: CallDefinition, answers: DossierAnswers, { prefillFrom }: Question): boolean {
  const source = definition.sections.find((s) => s.questions.some(({ code }) => code === prefillFrom));
  return prefillFrom !== undefined && source !== undefined && textAnswer(answers, source.code, prefillFrom) !== '';
}

type Told = Pick<Gap, 'need' | 'missing' | 'message'>;

function gap(section: Section, question: Question, told: Told): Gap {
  const { code: sectionCode, title: sectionTitle, part: partCode } = section;
  return { sectionCode, sectionTitle, questionCode: question.code, partCode, label: question.label, ...told };
}

function missingSentence(question: Question, { category }: FormContext): string {
  if (question.kind === 'criteria' && category === null)
    return 'Choisissez votre catégorie, puis répondez aux critères\u00a0: la Mission les juge.';
  if (question.kind === 'file') return `Joignez le document\u00a0: ${question.label}`;
  if (question.kind === 'category' || question.kind === 'organisationKind' || question.kind === 'choice') {
    return `Choisissez une réponse\u00a0: ${question.label}`;
  }
  return `Répondez à\u00a0: ${question.label}`;
}
