import { type CallDefinition, categoryOf } from '../call.ts';
import { anchoredProposals } from './anchored.ts';
import { readAnswer } from './answer-of-text.ts';
import { candidatesOf } from './candidates.ts';
import { criterionSuggestions } from './criteria-passages.ts';
import type { DocumentText } from './document.ts';
import { doubtOf } from './doubts.ts';
import { guessMissing } from './gaps.ts';
import { passagesOf } from './passages.ts';
import { place } from './placement.ts';
import type { ImportProposal, Proposal } from './proposal.ts';
import { render } from './rendering.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { type Source, sourceOf } from './source.ts';
import { type Target, targetsOf } from './targets.ts';
import { formSentences, titlesOf } from './titles.ts';
import { tokensOf } from './tokens.ts';

/**
 * Reads a document as an answer to this call: its questions are found by their words, their order and their titles; the
 * form to fill without a network, by its marks. Nothing of it is lost: what is not proposed is in the tray.
 * @param categoryCode the category of the dossier, whose criteria get suggestions; null for those of every category.
 */
export function proposalsOf(definition: CallDefinition, document: DocumentText, categoryCode: string | null = null): ImportProposal {
  const category = categoryOf(definition, categoryCode);
  const anchored = anchoredProposals(definition, document, category);
  if (anchored) return anchored;
  const source = sourceOf(document);
  const form = targetsOf(definition);
  const tokens = tokensOf(source, form);
  const repeated = formSentences(tokens, form);
  for (const index of repeated) (source.lines[index] as { isFurniture: boolean }).isFurniture = true;
  const kept = repeated.size ? tokens.filter(({ line }) => !repeated.has(line)) : tokens;
  const titles = titlesOf(source, form);
  const found = candidatesOf(kept, form);
  const placement = place(source, kept, found, titles, form);
  const guessed = guessMissing(source, kept, found, placement.placed, titles, form);
  const placed = [...placement.placed, ...guessed].sort((a, b) => a.start - b.start);
  const segments = segmentsOf(source, kept, { placed, aside: placement.aside }, titles, form);
  const missing = form.targets.filter(({ order }) => !placed.some(({ target }) => target === order));
  const sections = wholeSections(source, segments, missing);
  const proposals = form.targets.map((target) => {
    const index = segments.findIndex(({ mark }) => mark.kind === 'question' && mark.placed.target === target.order);
    const at = index >= 0 ? index : (sections.get(target.order) ?? -1);
    const segment = segments[at];
    if (!segment) return absent(target);
    const { text, hasDoubt } = render(source, segment.mark.end, segment.end);
    const asked = render(source, segment.mark.start, segment.mark.end).text;
    if (!text) return { ...absent(target), asked };
    const { answer, hasProblem } = readAnswer(target.question, text, { definition, category });
    const doubt = doubtOf(source, segments, at, form.targets, missing) ?? (hasDoubt ? 'marks' : hasProblem ? 'shape' : null);
    return { ...absent(target), certainty: doubt ? ('toCheck' as const) : ('sure' as const), text, answer, asked, doubt };
  });
  const left = passagesOf(source, segments, new Set(sections.values()));
  return { proposals, ...left, suggestions: criterionSuggestions(definition, { proposals, tray: left.tray }, category) };
}

function absent({ section, question }: Target): Proposal {
  return { sectionCode: section.code, questionCode: question.code, certainty: 'absent', text: '', answer: null, asked: '', doubt: null };
}

/** Where the text of a whole section answers its only written question; by question, the segment of the longest text. */
function wholeSections(source: Source, segments: readonly Segment[], missing: readonly Target[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const target of missing) {
    const { section, question, order } = target;
    if (question.kind !== 'longText' || section.questions.filter(({ kind }) => kind === 'longText').length !== 1) continue;
    const lengths = segments.map(({ mark, end }) =>
      mark.kind === 'title' && mark.sectionCode === section.code ? render(source, mark.end, end).text.length : 0,
    );
    const longest = Math.max(0, ...lengths);
    if (longest > 0) found.set(order, lengths.indexOf(longest));
  }
  return found;
}
