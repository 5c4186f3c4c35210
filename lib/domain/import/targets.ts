import type { CallDefinition, Section } from '../call.ts';
import type { Question } from '../question.ts';
import { type Word, wordsOf } from './words.ts';

/** A way of asking a question, as the identifiers and weights of its words. */
export type Phrasing = { target: number; words: readonly number[]; weights: readonly number[]; total: number; firstStem: string };

/**
 * A question to look for. `order` is its rank in the form. A question of few words (« Nom », « Courriel ») is in every
 * document: it is found in the company of its section only, and nobody wonders where it is when it is not there.
 */
export type Target = { section: Section; question: Question; order: number; hasFewWords: boolean; mayHide: boolean };

/** A title to look for: of a section, or of a part or an annexe of the call (then without section). */
export type Title = { sectionCode: string | null; stems: readonly string[] };

/** What can be recognised of a call in a document, and the weight of each word that says it. */
export type Targets = {
  targets: readonly Target[];
  phrasings: readonly Phrasing[];
  titles: readonly Title[];
  /** Sentences of the form that are nobody's answer: introductions and hints, as stems. */
  furniture: readonly (readonly string[])[];
  vocabulary: ReadonlyMap<string, number>;
};

const TOOL_WEIGHT = 0.15;
/** The words of the call's own name stand everywhere in a document that answers it. */
const NAME_WEIGHT = 0.15;
const FEW_WORDS = 4;
/** Kinds whose answer is not a text one writes after the question. */
const NOT_WRITTEN = new Set<Question['kind']>(['file', 'criteria']);

/** Weight of a word that no question has. */
export function foreignWeight({ isTool }: Word): number {
  return isTool ? TOOL_WEIGHT : 0.75;
}

/** Prepares the questions and titles of a call. */
export function targetsOf(definition: CallDefinition): Targets {
  const asked = definition.sections.flatMap((section) =>
    section.questions.filter(({ kind }) => !NOT_WRITTEN.has(kind)).map((question) => ({ section, question })),
  );
  const wordings = asked.flatMap(({ question }, target) => wordingsOf(question).map((wording) => ({ target, words: wordsOf(wording) })));
  const vocabulary = new Map<string, number>();
  const questionsWith = new Map<string, Set<number>>();
  for (const { target, words } of wordings) {
    for (const { stem } of words) {
      if (!vocabulary.has(stem)) vocabulary.set(stem, vocabulary.size);
      questionsWith.set(stem, (questionsWith.get(stem) ?? new Set()).add(target));
    }
  }
  const named = new Set(wordsOf(`${definition.title} ${definition.labelName}`).map(({ stem }) => stem));
  const weightOf = ({ stem, isTool }: Word) => {
    if (isTool) return TOOL_WEIGHT;
    return (named.has(stem) ? NAME_WEIGHT : 1) / Math.sqrt(questionsWith.get(stem)?.size ?? 1);
  };
  const phrasings = wordings.map(({ target, words }): Phrasing => {
    const weights = words.map(weightOf);
    return {
      target,
      words: words.map(({ stem }) => vocabulary.get(stem) ?? -1),
      weights,
      total: weights.reduce((sum, weight) => sum + weight, 0),
      firstStem: words[0]?.stem ?? '',
    };
  });
  const targets = asked.map(
    ({ section, question }, order): Target => ({
      section,
      question,
      order,
      hasFewWords: wordsOf(question.label).length <= FEW_WORDS,
      mayHide: question.kind === 'longText' || wordsOf(question.label).length > FEW_WORDS,
    }),
  );
  return { targets, phrasings, titles: titlesOf(definition), furniture: sentencesOf(definition), vocabulary };
}

function wordingsOf({ label, sourceLabel }: Question): string[] {
  const known = sourceLabel && sourceLabel !== label ? [label, sourceLabel] : [label];
  const shorter = known.map((wording) => wording.replace(/\s*\([^)]*\)/g, ''));
  return [...new Set([...known, ...shorter])];
}

function titlesOf(definition: CallDefinition): Title[] {
  const sections = definition.sections.map(({ code, title }) => ({ sectionCode: code, text: title.replace(/^\d+\s*[.)]?\s*/, '') }));
  const parts = definition.parts.map((part) => ({
    sectionCode:
      definition.sections.filter((section) => section.part === part.code).length === 1
        ? (definition.sections.find((section) => section.part === part.code)?.code ?? null)
        : null,
    text: part.label,
  }));
  const papers = definition.charters.flatMap(({ title, origin }) => [title, origin]).map((text) => ({ sectionCode: null, text }));
  return [...sections, ...parts, ...papers].map(({ sectionCode, text }) => ({ sectionCode, stems: wordsOf(text).map(({ stem }) => stem) }));
}

function sentencesOf(definition: CallDefinition): string[][] {
  const sentences = definition.sections.flatMap(({ intro, questions }) => [...intro, ...questions.flatMap(({ hint }) => hint ?? [])]);
  return [...new Set(sentences)].map((sentence) => wordsOf(sentence).map(({ stem }) => stem));
}
