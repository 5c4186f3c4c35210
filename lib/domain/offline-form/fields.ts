import type { CallDefinition, Category, Criterion, Section } from '../call.ts';
import type { CriteriaAnswer } from '../criteria-kind.ts';
import { type CriterionClaim, criterionPositions } from '../criterion-fields.ts';
import type { DossierAnswers } from '../form.ts';
import { formContext } from '../form.ts';
import { optionsOf } from '../import/answer-of-text.ts';
import type { Question } from '../question.ts';
import { frenchNumber } from '../text.ts';

/** One place to answer in the form to fill without a network: a question, or one aspect of one criterion of a question. */
export type OfflineField = {
  section: Section;
  question: Question;
  criterion: Criterion | null;
  aspect: keyof CriterionClaim | null;
  label: string;
  /** What helps to answer: the hint of the question, the advised length, the answers to choose from. */
  notes: string[];
  /** Proposed answers, label by code; null when one answers freely. */
  options: Readonly<Record<string, string>> | null;
};

/** Every place to answer, in the form's order: files, which travel alone, left out. Criteria are those of these categories. */
export function offlineFields(definition: CallDefinition, categories: readonly Category[]): OfflineField[] {
  return definition.sections.flatMap((section) =>
    section.questions.flatMap((question): OfflineField[] => {
      if (question.kind === 'file') return [];
      if (question.kind === 'criteria')
        return categories.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterionFields(section, question, criterion)));
      const options = optionsOf(question, { definition, category: null });
      return [{ section, question, criterion: null, aspect: null, label: question.label, notes: notesOf(question, options), options }];
    }),
  );
}

/** The categories whose criteria a form shows: the one chosen, or all of them; and those about which something was said. */
export function shownCategories(definition: CallDefinition, answers: DossierAnswers): Category[] {
  const { category } = formContext(definition, answers);
  return definition.categories.filter(
    (one) => category === null || one === category || one.criteria.some(({ code }) => hasClaim(definition, answers, code)),
  );
}

/** What a dossier answers in this place, as it is written; '' when nothing. */
export function fieldText(answers: DossierAnswers, { section, question, criterion, aspect, options }: OfflineField): string {
  const answer = answers[section.code]?.[question.code];
  const written = criterion && aspect ? ((answer as CriteriaAnswer | undefined)?.[criterion.code]?.[aspect] ?? '') : answer;
  if (typeof written !== 'string') return '';
  return options ? (options[written] ?? written) : written;
}

function criterionFields(section: Section, question: Question, criterion: Criterion): OfflineField[] {
  const field = (aspect: keyof CriterionClaim, label: string, notes: string[], options: OfflineField['options'] = null): OfflineField => ({
    section,
    question,
    criterion,
    aspect,
    label: `${criterion.code} – ${label}`,
    notes,
    options,
  });
  const positions = criterionPositions as Readonly<Record<string, string>>;
  return [
    field('position', criterion.label, [criterion.text, ...choiceNotes(positions)], positions),
    field('explanation', 'Explication', lengthNote(question)),
    field('proof', 'Où le vérifier', []),
  ];
}

function notesOf(question: Question, options: OfflineField['options']): string[] {
  const hint = question.hint ? [question.hint] : [];
  const number = question.kind === 'wholeNumber' ? [`Un nombre entier (${question.unit}).`] : [];
  return [...hint, ...lengthNote(question), ...number, ...(options ? choiceNotes(options) : [])];
}

function lengthNote(question: Question): string[] {
  const advised = 'advisedLength' in question ? question.advisedLength : undefined;
  return advised ? [`Longueur conseillée\u00a0: ${frenchNumber(advised)} caractères.`] : [];
}

function choiceNotes(options: Readonly<Record<string, string>>): string[] {
  return ['Recopiez l’une de ces réponses\u00a0:', ...Object.values(options).map((label) => `– ${label}`)];
}

function hasClaim(definition: CallDefinition, answers: DossierAnswers, criterionCode: string): boolean {
  const questions = definition.sections.flatMap((section) =>
    section.questions.filter(({ kind }) => kind === 'criteria').map(({ code }) => answers[section.code]?.[code]),
  );
  return questions.some((answer) => {
    const claim = (answer as CriteriaAnswer | undefined)?.[criterionCode];
    return claim !== undefined && (claim.position !== '' || claim.explanation !== '' || claim.proof !== '');
  });
}
