import type { CallDefinition, Category, OrganisationKind, Section } from '#lib/domain/call.ts';
import { isClaimGiven } from '#lib/domain/criteria-kind.ts';
import { criterionFieldName } from '#lib/domain/criterion-fields.ts';
import { proposeEligibility } from '#lib/domain/eligibility.ts';
import type { SectionAnswers } from '#lib/domain/form.ts';
import { itemOnScreen } from '#lib/domain/misprints.ts';
import { identifierFieldNames, splitIdentifierAnswer } from '#lib/domain/organisation-identifier.ts';
import type { Question } from '#lib/domain/question.ts';
import type { Answer, FileAnswer } from '#lib/domain/question-kinds.ts';
import { plural } from '#lib/domain/text.ts';

type Common = { code: string; label: string; hint?: string };
/** What a browser needs of a question to show its field: nothing of the call's rules travels. */
export type FieldView =
  | (Common & {
      control: 'line';
      type: 'text' | 'email' | 'tel' | 'date' | 'time';
      inputMode?: 'numeric';
      autoComplete?: string;
      narrow: boolean;
    })
  | (Common & { control: 'identifier' })
  | (Common & { control: 'paragraphs'; rows: number; advisedLength?: number })
  | (Common & { control: 'choice'; options: { value: string; label: string; hint?: string }[] })
  | (Common & { control: 'select'; summary?: string; options: { value: string; label: string }[] })
  | (Common & {
      control: 'criteria';
      advisedLength?: number;
      rows: { code: string; label: string; text: string; note?: string }[];
      /** The page where the category is chosen, on which the criteria depend. */
      categoryPage: string | null;
    })
  | (Common & { control: 'file'; maxBytes: number; file: FileAnswer | null });

/** The fields of a page, in order. */
export function fieldViews(definition: CallDefinition, category: Category | null, section: Section, answers: SectionAnswers): FieldView[] {
  return section.questions.map((question) => fieldView(definition, category, question, answers[question.code]));
}

/** The text of every field of a page, by field name. */
export function fieldValues(section: Section, answers: SectionAnswers): Record<string, string> {
  const entries = section.questions.flatMap((question): [string, string][] => {
    const answer = answers[question.code];
    if (question.kind === 'siren' && typeof answer === 'string') return identifierValues(question.code, answer);
    if (typeof answer === 'string') return [[question.code, answer]];
    if (question.kind !== 'criteria' || !answer) return [];
    return Object.entries(answer).flatMap(([criterion, claim]) =>
      isClaimGiven(claim) || claim?.proof
        ? (['position', 'explanation', 'proof'] as const).map((field): [string, string] => [
            criterionFieldName(question.code, criterion, field),
            claim[field],
          ])
        : [],
    );
  });
  return Object.fromEntries(entries);
}

/** The number of the structure in its three fields. */
function identifierValues(code: string, answer: string): [string, string][] {
  const { siren, scheme, other } = splitIdentifierAnswer(answer);
  const names = identifierFieldNames(code);
  return [
    [code, siren],
    [names.scheme, scheme],
    [names.other, other],
  ];
}

/** The texts of a posted form as they came, to be given back whole. */
export function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [])),
  );
}

function fieldView(definition: CallDefinition, category: Category | null, question: Question, answer: Answer | undefined): FieldView {
  const { code, label } = question;
  const common = { code, label, hint: [optionalWords[question.need], question.hint].filter(Boolean).join(' ') || undefined };
  switch (question.kind) {
    case 'shortText':
      return { ...common, control: 'line', type: 'text', autoComplete: question.autocomplete, narrow: false };
    case 'siren':
      return { ...common, control: 'identifier' };
    case 'wholeNumber':
      return { ...common, control: 'line', type: 'text', inputMode: 'numeric', autoComplete: 'off', narrow: true };
    case 'email':
      return { ...common, control: 'line', type: 'email', autoComplete: 'off', narrow: false };
    case 'phone':
      return { ...common, control: 'line', type: 'tel', autoComplete: 'off', narrow: true };
    case 'longText':
      return { ...common, control: 'paragraphs', rows: question.rows, advisedLength: question.advisedLength };
    case 'choice':
      return { ...common, control: 'choice', options: Object.entries(question.options).map(([value, text]) => ({ value, label: text })) };
    case 'organisationKind':
      return {
        ...common,
        control: 'choice',
        options: definition.organisationKinds.map((k) => ({ value: k.code, label: k.label, hint: kindHint(definition, k) })),
      };
    case 'category':
      return {
        ...common,
        control: 'choice',
        options: definition.categories.map((c) => ({ value: c.code, label: c.label, hint: categoryHint(c) })),
      };
    case 'criteria': {
      const rows = (category?.criteria ?? []).map((criterion) => ({ ...criterion, text: itemOnScreen(definition, criterion.text) }));
      const [categoryPage = null] = definition.sections
        .filter(({ questions }) => questions.some(({ kind }) => kind === 'category'))
        .map((s) => s.code);
      const hint = [judgedWords[question.need], question.hint].filter(Boolean).join(' ');
      return { ...common, hint, control: 'criteria', advisedLength: question.advisedLength, rows, categoryPage };
    }
    case 'file':
      return { ...common, control: 'file', maxBytes: question.maxBytes, file: (answer ?? null) as FileAnswer | null };
  }
}

/** Fields are to be filled unless they say otherwise; the label stays the question, word for word. */
const optionalWords: Record<Question['need'], string> = {
  blocking: '',
  beforeCharter: 'Facultatif au dépôt.',
  advised: 'Facultatif.',
  optional: 'Facultatif.',
};

/** The criteria may be left for later, but « facultatif » would be a trap: they are what a dossier is judged on. */
const judged = 'Pas obligatoire pour déposer, mais c’est sur ces critères que la Mission juge.';
const judgedWords: Record<Question['need'], string> = { ...optionalWords, advised: judged, optional: judged };

/** What the call seems to say of this kind is told beside it: a person of the Mission decides, so nothing is forbidden here. */
function kindHint(definition: CallDefinition, { code, hint }: OrganisationKind): string | undefined {
  const { proposal, reason } = proposeEligibility(definition, code);
  const warning = proposal === 'ineligible' ? `Non éligible d’après le texte de l’appel. ${reason}` : '';
  return [hint, warning].filter(Boolean).join(' ') || undefined;
}

function categoryHint({ seats, criteria, minimumCriteria }: Category): string {
  const asked =
    minimumCriteria === criteria.length ? `les ${criteria.length} critères` : `au moins ${minimumCriteria} des ${criteria.length} critères`;
  return `${plural(seats, 'place', 'places')}. Il faut remplir ${asked}.`;
}
