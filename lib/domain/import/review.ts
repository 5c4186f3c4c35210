import type { CallDefinition, Section } from '../call.ts';
import { type DossierAnswers, formContext, isGiven } from '../form.ts';
import type { FormContext } from '../kind.ts';
import type { Question } from '../question.ts';
import { type Answer, kindOf } from '../question-kinds.ts';
import { optionsOf } from './answer-of-text.ts';
import type { ImportProposal, Proposal } from './proposal.ts';

/** `use`: what was found is taken; `leave`: the dossier keeps what it has, an answer or nothing. */
export const choices = ['use', 'leave'] as const;
export type Choice = (typeof choices)[number];

/** What is kept of a reading until the candidate has chosen. */
export type Reading = Pick<ImportProposal, 'proposals' | 'tray' | 'suggestions'>;

/** One question beside what the document answers to it, as the person who chooses sees it. */
export type ReviewRow = {
  place: string;
  section: Section;
  question: Question;
  proposal: Proposal;
  /** `same`: the dossier says it already. `open`: there is something to choose. */
  state: 'absent' | 'same' | 'open';
  /** The paragraphs answered so far; none when nothing is. */
  current: string[];
  /** What was found, to be corrected before it is taken: a code where `options` are proposed. */
  text: string;
  options: Readonly<Record<string, string>> | null;
  /** What is chosen until the person says otherwise; null when they have to say. */
  proposed: Choice | null;
};

/** Names a question of the form in a posted field. */
export function placeOf({ sectionCode, questionCode }: Pick<Proposal, 'sectionCode' | 'questionCode'>): string {
  return `${sectionCode}:${questionCode}`;
}

/** Every question that the document was searched for, in the form's order, beside the answer the dossier has. */
export function reviewRows(definition: CallDefinition, answers: DossierAnswers, { proposals }: Pick<Reading, 'proposals'>): ReviewRow[] {
  const context = formContext(definition, answers);
  return definition.sections.flatMap((section) =>
    section.questions.flatMap((question): ReviewRow[] => {
      const proposal = proposals.find((one) => one.sectionCode === section.code && one.questionCode === question.code);
      return proposal ? [row(section, question, proposal, answers[section.code]?.[question.code], context)] : [];
    }),
  );
}

/** How many questions of each certainty a reading has. */
export function certaintyCounts({ proposals }: Pick<Reading, 'proposals'>): Record<Proposal['certainty'], number> {
  const count = (certainty: Proposal['certainty']) => proposals.filter((proposal) => proposal.certainty === certainty).length;
  return { sure: count('sure'), toCheck: count('toCheck'), absent: count('absent') };
}

function row(section: Section, question: Question, proposal: Proposal, answer: Answer | undefined, context: FormContext): ReviewRow {
  const options = optionsOf(question, context);
  const isAnswered = isGiven(question, answer, context);
  const isAbsent = proposal.certainty === 'absent';
  return {
    place: placeOf(proposal),
    section,
    question,
    proposal,
    state: isAbsent ? 'absent' : isAnswered && says(answer as Answer, proposal.answer) ? 'same' : 'open',
    current: isAnswered ? kindOf(question).write(answer as Answer, question, context) : [],
    text: typeof proposal.answer === 'string' ? proposal.answer : options ? '' : proposal.text,
    options,
    proposed: isAnswered ? 'leave' : proposal.certainty === 'sure' ? 'use' : null,
  };
}

/** True when an answer holds all that was found. */
function says(answer: Answer, found: Answer | null): boolean {
  if (typeof answer === 'string') return typeof found === 'string' && answer.trim() === found.trim();
  const given: Record<string, unknown> = { ...answer };
  return found !== null && Object.entries(found).every(([code, claim]) => JSON.stringify(given[code]) === JSON.stringify(claim));
}
