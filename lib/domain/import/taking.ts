import type { CallDefinition, Section } from '../call.ts';
import type { CriteriaAnswer } from '../criteria-kind.ts';
import type { CriterionClaim } from '../criterion-fields.ts';
import type { DossierAnswers } from '../form.ts';
import type { Question } from '../question.ts';
import { type Answer, kindOf } from '../question-kinds.ts';
import { choiceFields, type ImportChoices } from './choices.ts';
import { type Reading, type ReviewRow, reviewRows } from './review.ts';

/** What the choices made in a reading give the dossier. */
export type Taking = {
  /** The answers to write, by section; a section of which nothing is taken is not there. */
  sections: Record<string, Record<string, Answer>>;
  /** What has to be seen to before anything is taken, by field. */
  problems: Record<string, string>;
  /** How many questions are answered by it. */
  taken: number;
};

type Asked = { section: Section; question: Question };

/** The answers that the choices make of what the dossier says now; texts placed by hand come after what is there. */
export function takingOf(definition: CallDefinition, answers: DossierAnswers, reading: Reading, choices: ImportChoices): Taking {
  const taking: Taking = { sections: {}, problems: {}, taken: 0 };
  for (const row of reviewRows(definition, answers, reading)) takeRow(taking, row, choices);
  const asked = definition.sections.flatMap((section) => section.questions.map((question): Asked => ({ section, question })));
  const answerNow = ({ section, question }: Asked) =>
    taking.sections[section.code]?.[question.code] ?? answers[section.code]?.[question.code];
  for (const [rank, place] of Object.entries(choices.placed)) {
    const target = asked.find(({ section, question }) => place === `${section.code}:${question.code}`);
    const passage = reading.tray[Number(rank)];
    if (!passage || target?.question.kind !== 'longText') continue;
    const before = answerNow(target);
    give(taking, target, after(typeof before === 'string' ? before : '', passage.text), choiceFields.passage(Number(rank)));
  }
  const criteria = asked.find(({ question }) => question.kind === 'criteria');
  for (const rank of choices.suggested) {
    const suggestion = reading.suggestions[rank];
    if (!suggestion || !criteria) continue;
    const claims = (answerNow(criteria) ?? {}) as CriteriaAnswer;
    const claim = withExplanation(claims[suggestion.criterionCode], suggestion.text);
    give(taking, criteria, { ...claims, [suggestion.criterionCode]: claim }, choiceFields.suggestion(rank));
  }
  taking.taken = Object.values(taking.sections).reduce((sum, section) => sum + Object.keys(section).length, 0);
  return taking;
}

/** The questions a passage may be placed in: those answered by a text of several lines. */
export function placesForText({ sections }: CallDefinition): Asked[] {
  return sections.flatMap((section) =>
    section.questions.filter(({ kind }) => kind === 'longText').map((question) => ({ section, question })),
  );
}

function takeRow(taking: Taking, row: ReviewRow, { rows }: ImportChoices): void {
  if (row.state !== 'open') return;
  const chosen = rows[row.place] ?? { choice: row.proposed, text: row.text };
  if (chosen.choice === null) taking.problems[choiceFields.choice(row.place)] = 'Dites si vous reprenez cette réponse.';
  if (chosen.choice !== 'use') return;
  if (row.question.kind === 'criteria') {
    if (row.proposal.answer) give(taking, row, row.proposal.answer, choiceFields.choice(row.place));
    return;
  }
  const field = choiceFields.text(row.place);
  if (chosen.text.trim() === '') taking.problems[field] = 'Ce texte est vide\u00a0: écrivez-le, ou choisissez de ne pas le reprendre.';
  else if (row.options && !Object.hasOwn(row.options, chosen.text))
    taking.problems[field] = 'Choisissez une des réponses proposées, ou choisissez de ne pas la reprendre.';
  else give(taking, row, chosen.text, field);
}

/** Writes an answer, if a draft may hold it. */
function give(taking: Taking, { section, question }: Asked, answer: Answer, field: string): void {
  const checked = kindOf(question).draftShape(question).safeParse(answer);
  if (!checked.success) taking.problems[field] = checked.error.issues[0]?.message ?? 'Ce texte ne peut pas être repris ici.';
  else taking.sections[section.code] = { ...taking.sections[section.code], [question.code]: answer };
}

function after(before: string, text: string): string {
  return before.trim() === '' ? text : `${before.trimEnd()}\n\n${text}`;
}

function withExplanation(claim: CriterionClaim | undefined, text: string): CriterionClaim {
  const { position = '', explanation = '', proof = '' } = claim ?? {};
  return { position, explanation: explanation.includes(text) ? explanation : after(explanation, text), proof };
}
