import type { CallDefinition, Category } from '../call.ts';
import type { CriteriaAnswer } from '../criteria-kind.ts';
import type { CriterionClaim } from '../criterion-fields.ts';
import { anchorOf, callAnchor, readAnchor, unescapeLine } from '../offline-form/anchors.ts';
import { headBlocks, preamble } from '../offline-form/blocks.ts';
import { type OfflineField, offlineFields } from '../offline-form/fields.ts';
import type { Answer } from '../question-kinds.ts';
import { cleanText } from '../text.ts';
import { optionCode, readAnswer } from './answer-of-text.ts';
import { type DocumentText, pageBreak } from './document.ts';
import type { Doubt } from './doubts.ts';
import { withoutEnding } from './ending.ts';
import type { ImportProposal, Proposal } from './proposal.ts';
import { render } from './rendering.ts';
import { sourceOf } from './source.ts';

/** What follows one anchor, up to what precedes the next: lines as they were typed. */
type Given = { field: OfflineField; asked: string; lines: string[]; doubt: Doubt | null };

/** Reads back the form to fill without a network (`offlineForm`); null when the document is not one. */
export function anchoredProposals(definition: CallDefinition, document: DocumentText, category: Category | null): ImportProposal | null {
  const fields = offlineFields(definition, definition.categories);
  const byAnchor = new Map(fields.map((field) => [anchorOf(field), field]));
  const lines = document.lines.filter((line) => line !== pageBreak).map(cleanText);
  const places = lines.flatMap((line, at) => {
    const field = byAnchor.get(readAnchor(line) ?? '');
    return field ? [{ at, field }] : [];
  });
  if (places.length === 0) return null;
  const isThisCall = lines.some((line) => readAnchor(line) === callAnchor(definition.code));
  const recognised: string[] = [];
  const given = places.map(({ at, field }, index): Given => {
    const next = places[index + 1];
    const ending = next ? preamble(next.field, field).map(({ text }) => text) : [];
    const { kept, isExact } = withoutEnding(lines.slice(at + 1, next?.at), ending);
    const isFollowed = !next || follows(fields, field, next.field);
    recognised.push(`${field.label}\n${lines[at] as string}`);
    return { field, asked: field.label, lines: typed(document, kept), doubt: isExact && isFollowed && isThisCall ? null : 'changedForm' };
  });
  const first = places[0] as (typeof places)[number];
  const head = [...headBlocks(definition), ...preamble(first.field, null)].map(({ text }) => text);
  const before = withoutEnding(lines.slice(0, first.at), head);
  const left = before.isExact ? before.kept : lines.slice(0, first.at).filter((line) => !head.includes(line));
  const text = textOf(left);
  return {
    proposals: definition.sections.flatMap((section) =>
      section.questions
        .filter(({ kind }) => kind !== 'file')
        .map(({ code }) =>
          proposalOf(
            given.filter(({ field }) => field.question.code === code),
            section.code,
            code,
            { definition, category },
          ),
        ),
    ),
    tray: text ? [{ title: '', text, sectionCode: null }] : [],
    suggestions: [],
    recognised: [...head.filter((line) => lines.includes(line)), ...recognised],
  };
}

/** True when no place to answer is missing between two: those of criteria are shown or not, as categories are. */
function follows(fields: readonly OfflineField[], field: OfflineField, next: OfflineField): boolean {
  const between = fields.slice(fields.indexOf(field) + 1, fields.indexOf(next));
  return fields.indexOf(next) > fields.indexOf(field) && between.every(({ criterion }) => criterion !== null);
}

function proposalOf(
  given: readonly Given[],
  sectionCode: string,
  questionCode: string,
  context: { definition: CallDefinition; category: Category | null },
): Proposal {
  const answered = given.map((one) => ({ ...one, text: textOf(one.lines) })).filter(({ text }) => text !== '');
  const absent: Proposal = {
    sectionCode,
    questionCode,
    certainty: 'absent',
    text: '',
    answer: null,
    asked: given[0]?.asked ?? '',
    doubt: null,
  };
  const [only] = answered;
  if (!only) return absent;
  const isCriteria = only.field.criterion !== null;
  const distinct = new Set(answered.map(({ field, text }) => (isCriteria ? anchorOf(field) : text))).size;
  const read = isCriteria ? { answer: claimsOf(answered), hasProblem: false } : readAnswer(only.field.question, only.text, context);
  const isDoubled = isCriteria ? distinct !== answered.length : distinct > 1;
  const hasLostChoice = answered.some(({ field, text }) => field.options !== null && optionCode(field.options, text) === null);
  const doubt = answered.find((one) => one.doubt)?.doubt ?? (isDoubled ? 'doubled' : read.hasProblem || hasLostChoice ? 'shape' : null);
  const text = isCriteria ? answered.map((one) => `${one.field.label} : ${one.text}`).join('\n\n') : only.text;
  return { ...absent, certainty: doubt ? 'toCheck' : 'sure', text, answer: read.answer as Answer | null, asked: only.asked, doubt };
}

function claimsOf(answered: readonly { field: OfflineField; text: string }[]): CriteriaAnswer {
  const claims: CriteriaAnswer = {};
  for (const { field, text } of answered) {
    if (!field.criterion || !field.aspect) continue;
    const claim: CriterionClaim = claims[field.criterion.code] ?? { position: '', explanation: '', proof: '' };
    claims[field.criterion.code] = { ...claim, [field.aspect]: field.options ? (optionCode(field.options, text) ?? '') : text };
  }
  return claims;
}

/** The lines as they were typed: a paper breaks them, and they are joined again. */
function typed({ format }: DocumentText, lines: readonly string[]): string[] {
  if (format !== 'pdf' && format !== 'text') return lines.map(unescapeLine);
  const source = sourceOf({ format, lines });
  return render(source, 0, source.body.length).text.split('\n').map(unescapeLine);
}

/** What was typed, without the empty lines that only make room around it. */
function textOf(lines: readonly string[]): string {
  const isWritten = (line: string) => line.trim() !== '';
  return lines.slice(Math.max(0, lines.findIndex(isWritten)), lines.findLastIndex(isWritten) + 1).join('\n');
}
