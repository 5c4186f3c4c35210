import { z } from 'zod';
import { type CriteriaAnswer, criteriaKind } from './criteria-kind.ts';
import type { FormContext, Kind } from './kind.ts';
import {
  displayIdentifier,
  type IdentifierScheme,
  identifierFieldNames,
  identifierProblem,
  identifierSchemes,
  joinIdentifierAnswer,
  readIdentifier,
  splitIdentifierAnswer,
} from './organisation-identifier.ts';
import type { Question, QuestionKind, QuestionOf } from './question.ts';
import { cleanText, frenchNumber, paragraphs, plural, tooLongSentence } from './text.ts';
import { isTooLarge, readWholeNumber, tooLargeSentence } from './whole-number.ts';

export type FileAnswer = { fileId: string; name: string; bytes: number; sha256: string; pages: number };
type AnswerOf = { [K in QuestionKind]: K extends 'criteria' ? CriteriaAnswer : K extends 'file' ? FileAnswer | null : string };
export type Answer = AnswerOf[QuestionKind];

const SHORT = 300;

/** Each kind of question answers for itself; a new kind does not compile until it answers everything. */
const kinds: { [K in QuestionKind]: Kind<QuestionOf<K>, AnswerOf[K]> } = {
  shortText: {
    ...text<QuestionOf<'shortText'>>((question) => question.maxLength),
    // Names stand in subjects of mails and in titles: whatever is posted, they are one line.
    read: ({ code }, field) => {
      const typed = field(code);
      return typed === null ? undefined : cleanText(typed).replace(/\s*\n\s*/g, ' ');
    },
  },
  longText: text((question) => question.maxLength),
  wholeNumber: {
    ...formatted<QuestionOf<'wholeNumber'>>(
      (typed, { min, max, unit }) => isWithin(readWholeNumber(typed, unit), min, max),
      ({ min, max }) => `Écrivez un nombre entier, entre ${frenchNumber(min)} et ${frenchNumber(max)}, par exemple «\u00a085 700\u00a0».`,
    ),
    draftShape: () =>
      z
        .string()
        .max(SHORT, tooLongSentence(SHORT))
        .refine((typed) => !isTooLarge(typed), tooLargeSentence),
  },
  choice: oneOf((question) => question.options),
  siren: {
    ...text<QuestionOf<'siren'>>(() => SHORT),
    read: ({ code }, field) => {
      const siren = field(code);
      if (siren === null) return undefined;
      const names = identifierFieldNames(code);
      const scheme = identifierSchemes.find((one): one is IdentifierScheme => one === field(names.scheme)) ?? 'siren';
      const typed = field(names.scheme) === null ? splitIdentifierAnswer(siren) : { siren, scheme, other: field(names.other) ?? '' };
      return cleanText(joinIdentifierAnswer(typed));
    },
    problem: (value) => identifierProblem(value),
    write: (value) => [writtenIdentifier(value)],
  },
  email: formatted(
    (typed) => z.email().safeParse(typed).success,
    () => 'Cette adresse de courriel n’est pas complète. Exemple\u00a0: prenom.nom@territoire.fr.',
  ),
  phone: formatted(
    (typed) => /^\+?[\d\s.()-]{6,24}$/.test(typed) && typed.replace(/\D/g, '').length >= 6,
    () => 'Écrivez un numéro de téléphone, par exemple «\u00a001 23 45 67 89\u00a0».',
  ),
  organisationKind: oneOf((_question, { definition }) => labelsOf(definition.organisationKinds)),
  category: oneOf((_question, { definition }) => labelsOf(definition.categories)),
  criteria: criteriaKind,
  file: {
    draftShape: () => z.object({ fileId: z.uuid(), name: z.string(), bytes: z.int(), sha256: z.string(), pages: z.int() }).nullable(),
    read: () => undefined, // a file travels alone, never with the texts of a form
    isGiven: (value) => value !== null,
    problem: () => null,
    write: (value) => (value ? [`${value.name} (${plural(value.pages, 'page', 'pages')})`, `SHA-256\u00a0: ${value.sha256}`] : []),
  },
};

/** The kind that answers for this question. */
export function kindOf(question: Question): Kind<Question, Answer> {
  return kinds[question.kind] as unknown as Kind<Question, Answer>;
}

function text<Q extends Question>(maxLength: (question: Q) => number): Kind<Q, string> {
  return {
    draftShape: (question) => z.string().max(maxLength(question), tooLongSentence(maxLength(question))),
    read: (question, field) => {
      const typed = field(question.code);
      return typed === null ? undefined : cleanText(typed);
    },
    isGiven: (value) => value.trim() !== '',
    problem: () => null,
    write: (value) => paragraphs(value),
  };
}

/** A text of a given form: kept as typed, and named wrong when it is. */
function formatted<Q extends Question>(
  isRight: (typed: string, question: Q) => boolean,
  sentence: (question: Q) => string,
): Kind<Q, string> {
  return {
    ...text<Q>(() => SHORT),
    problem: (value, question) => (isRight(value.trim(), question) ? null : sentence(question)),
  };
}

function oneOf<Q extends Question>(options: (question: Q, context: FormContext) => Readonly<Record<string, string>>): Kind<Q, string> {
  return {
    ...text<Q>(() => SHORT),
    problem: (value, question, context) =>
      Object.hasOwn(options(question, context), value) ? null : 'Choisissez une des réponses proposées.',
    write: (value, question, context) => [options(question, context)[value] ?? value],
  };
}

/** « 200 076 958 », « RIDET 0 123 456 », « Aucun numéro »; what is not right is shown as it was typed. */
function writtenIdentifier(answer: string): string {
  if (identifierProblem(answer)) return answer.trim();
  const identifier = readIdentifier(answer, '');
  const shown = displayIdentifier(identifier);
  return { siren: shown, ridet: `RIDET ${shown}`, tahiti: `TAHITI ${shown}`, none: 'Aucun numéro' }[identifier.scheme];
}

function labelsOf(items: readonly { code: string; label: string }[]): Record<string, string> {
  return Object.fromEntries(items.map((item) => [item.code, item.label]));
}

function isWithin(value: number | null, min: number, max: number): boolean {
  return value !== null && value >= min && value <= max;
}
