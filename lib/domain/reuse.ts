import { type CallDefinition, type Criterion, identitySection } from './call.ts';
import type { CriteriaAnswer } from './criteria-kind.ts';
import { parisDay } from './dates.ts';
import { type DossierAnswers, formContext, isGiven, type SectionAnswers } from './form.ts';
import type { Question } from './question.ts';
import { type Answer, kindOf } from './question-kinds.ts';

/** A dossier of an earlier call: what was asked and what was answered. */
export type PastDossier = { definition: CallDefinition; answers: DossierAnswers };
/** What a new dossier takes from a past one, page by page, and the questions it has to answer anew with the reason. */
export type Reuse = { answers: DossierAnswers; anew: { label: string; reason: string }[] };

/**
 * What a dossier takes from one of an earlier call: the answers to questions of the same code and kind that still fit,
 * never in the place of an answer already given. Documents are never taken: a letter of support is written for one
 * candidature. What is said of a criterion is taken only when the criterion has kept its code and its words.
 */
export function reusableAnswers(past: PastDossier, next: CallDefinition, written: DossierAnswers): Reuse {
  const reuse: Reuse = { answers: {}, anew: [] };
  const context = formContext(next, written);
  for (const section of next.sections) {
    const taken: Record<string, Answer> = {};
    for (const question of section.questions) {
      const found = pastAnswer(past, question);
      if (found === undefined || isGiven(question, written[section.code]?.[question.code], context)) continue;
      const fit = fitting(past, next, question, found);
      if ('answer' in fit) taken[question.code] = fit.answer;
      else reuse.anew.push({ label: question.label, reason: fit.reason });
    }
    if (Object.keys(taken).length > 0) reuse.answers = { ...reuse.answers, [section.code]: taken };
  }
  return reuse;
}

/** True when nothing is written yet but who applies: only then may a past dossier be taken, for it replaces nothing. */
export function isEmptyDraft(definition: CallDefinition, answers: DossierAnswers): boolean {
  const context = formContext(definition, answers);
  return definition.sections.every(
    ({ code, questions }) =>
      code === identitySection || questions.every((question) => !isGiven(question, answers[code]?.[question.code], context)),
  );
}

/** « 2019 »: the year in which a call closed, in Paris, by which its candidates remember it. */
export function yearOfCall(closesAt: Date): string {
  return parisDay(new Date(closesAt.getTime() - 1)).slice(0, 4);
}

function pastAnswer({ definition, answers }: PastDossier, { code, kind }: Question): Answer | undefined {
  const section = definition.sections.find(({ questions }) =>
    questions.some((question) => question.code === code && question.kind === kind),
  );
  const question = section?.questions.find((asked) => asked.code === code);
  const answer = section && answers[section.code]?.[code];
  return question && answer !== undefined && isGiven(question, answer, formContext(definition, answers)) ? answer : undefined;
}

type Fit = { answer: Answer } | { reason: string };

function fitting(past: PastDossier, next: CallDefinition, question: Question, answer: Answer): Fit {
  switch (question.kind) {
    case 'file':
      return { reason: 'Le document doit être nouveau\u00a0: joignez celui de cette année.' };
    case 'criteria':
      return fittingClaims(past.definition, next, answer as CriteriaAnswer);
    case 'choice':
      return Object.hasOwn(question.options, answer as string) ? { answer } : { reason: noLongerProposed };
    case 'organisationKind':
      return next.organisationKinds.some(({ code }) => code === answer) ? { answer } : { reason: noLongerProposed };
    case 'category':
      return next.categories.some(({ code }) => code === answer) ? { answer } : { reason: noLongerProposed };
    default:
      return kindOf(question).draftShape(question).safeParse(answer).success
        ? { answer }
        : { reason: 'Le texte est trop long pour ce formulaire.' };
  }
}

const noLongerProposed = 'Cette réponse n’est plus proposée\u00a0: choisissez-en une autre.';

function fittingClaims(past: CallDefinition, next: CallDefinition, claims: CriteriaAnswer): Fit {
  const kept = Object.entries(claims).filter(([code]) => {
    const [then, now] = [wordsOf(past, code), wordsOf(next, code)];
    return then !== null && then === now;
  });
  return kept.length > 0 ? { answer: Object.fromEntries(kept) } : { reason: 'Les critères de cet appel sont nouveaux.' };
}

/** The words of a criterion; null when there is none of that code, or several that differ. */
function wordsOf({ categories }: CallDefinition, code: string): string | null {
  const texts = new Set(
    categories.flatMap(({ criteria }) => criteria.filter((c: Criterion) => c.code === code).map(({ text }) => text.trim())),
  );
  return texts.size === 1 ? ([...texts][0] ?? null) : null;
}

/** The answers of a page once some are taken: what was there stays. */
export function withReused(written: SectionAnswers, taken: SectionAnswers): SectionAnswers {
  return { ...written, ...taken };
}
