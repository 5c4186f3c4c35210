import type { CallDefinition, Section } from './call.ts';
import { answerProblem, type DossierAnswers, formContext, isGiven, textAnswer } from './form.ts';
import type { Question } from './question.ts';
import { foldText } from './text.ts';

/** One thing the dossier lacks, with the place where it is given. */
export type Gap = {
  sectionCode: string;
  sectionTitle: string;
  questionCode: string;
  partCode: string | null;
  need: 'blocking' | 'beforeCharter' | 'advised';
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

/** Where the work on a section stands, for the hub: nothing given, something missing, or everything asked for is there. */
export function sectionState(definition: CallDefinition, answers: DossierAnswers, section: Section): SectionState {
  const context = formContext(definition, answers);
  const given = section.questions.filter((q) => isGiven(q, answers[section.code]?.[q.code], context));
  if (given.length === 0) return 'toDo';
  const gaps = section.questions.flatMap((q) => gapOf(definition, answers, section, q));
  return gaps.length === 0 ? 'complete' : 'started';
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
      const message = `« ${question.label} » ne commence pas par « ${proposed} », écrit à la page « ${source.title} ». Vérifiez lequel est le bon.`;
      return [gap(section, question, 'advised', message)];
    }),
  );
}

function gapOf(definition: CallDefinition, answers: DossierAnswers, section: Section, question: Question): Gap[] {
  const context = formContext(definition, answers);
  const answer = answers[section.code]?.[question.code];
  const problem = answerProblem(question, answer, context);
  const missing = !isGiven(question, answer, context);
  // The criteria cannot be answered before the category is chosen, and choosing it is a gap of its own.
  if (question.kind === 'criteria' && context.category === null) return [];
  if (!problem && !(missing && question.need !== 'optional')) return [];
  return [gap(section, question, question.need === 'optional' ? 'advised' : question.need, problem ?? missingSentence(question))];
}

function gap(section: Section, question: Question, need: Gap['need'], message: string): Gap {
  const { code: sectionCode, title: sectionTitle, part: partCode } = section;
  return { sectionCode, sectionTitle, questionCode: question.code, partCode, need, message };
}

function missingSentence(question: Question): string {
  if (question.kind === 'file') return `Joignez le document : ${question.label}`;
  if (question.kind === 'category' || question.kind === 'organisationKind' || question.kind === 'choice') {
    return `Choisissez une réponse : ${question.label}`;
  }
  return `Répondez à : ${question.label}`;
}
