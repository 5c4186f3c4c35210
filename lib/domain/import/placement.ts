import { type Candidate, withoutOverlaps } from './candidates.ts';
import type { Source } from './source.ts';
import { type Span, spanOf } from './spans.ts';
import type { Target, Targets } from './targets.ts';
import type { FoundTitle } from './titles.ts';
import type { Token } from './tokens.ts';

/** A question of the form found in the document. `isDoubled`: it was asked elsewhere too, with another answer. */
export type Placed = Candidate & Span & { isDoubled: boolean; isGuessed: boolean };
/** Questions in their places, and questions that only belong to a form left blank or to another version of the answers. */
export type Placement = { placed: Placed[]; aside: Span[] };

/** Above this resemblance a question is recognised by its words alone, wherever it stands. */
const RECOGNISED = 0.7;
const RECOGNISED_FEW_WORDS = 0.8;
const RECOGNISED_INSIDE = 0.88;
const WORD_FOR_WORD = 0.98;
/** A run of at least so many questions, most of them without answer, is a form left blank. */
const SHORTEST_FORM = 3;
const MOSTLY = 0.6;
/** Two readings as good as this one another are told apart by the title above them. */
const CONTEXT_BONUS = 0.03;

/** Places the questions that are recognised by their words. */
export function place(
  source: Source,
  tokens: readonly Token[],
  found: readonly Candidate[],
  titles: readonly FoundTitle[],
  { targets }: Targets,
): Placement {
  const sectionAbove = sectionsAbove(source, titles);
  const isHome = ({ target, first }: Candidate) => sectionAbove[(tokens[first] as Token).line] === targets[target]?.section.code;
  const isWholeLine = ({ score, first, last }: Candidate) =>
    score >= WORD_FOR_WORD && tokens[first]?.isFirstOfLine && tokens[last]?.ends !== 'line' && tokens[last]?.ends !== null;
  const ranked = found
    .filter(({ target, first, score }) => {
      if (!tokens[first]?.isFirstOfLine) return score >= RECOGNISED_INSIDE;
      return score >= (targets[target]?.hasFewWords ? RECOGNISED_FEW_WORDS : RECOGNISED);
    })
    .map((candidate) => ({ ...candidate, score: candidate.score + (isHome(candidate) ? CONTEXT_BONUS : 0) }));
  const apart = withoutOverlaps(ranked).sort((a, b) => a.first - b.first);
  const kept = apart.filter((candidate, index) => {
    const target = targets[candidate.target] as Target;
    if (!target.hasFewWords || (target.question.kind === 'longText' && isWholeLine(candidate))) return true;
    const near = [apart[index - 1], apart[index + 1]].some((other) => other && targets[other.target]?.section === target.section);
    return near || isHome(candidate);
  });
  const occurrences = kept.map((candidate) => ({
    ...candidate,
    score: Math.min(1, candidate.score),
    ...spanOf(source, tokens, candidate),
  }));
  return choose(occurrences, answeredOf(source, tokens, occurrences, titles));
}

type Occurrence = Candidate & Span;

/** For each occurrence, whether words follow it before the next question or title. */
function answeredOf(
  source: Source,
  tokens: readonly Token[],
  occurrences: readonly Occurrence[],
  titles: readonly FoundTitle[],
): boolean[] {
  const titleLines = new Set(titles.map(({ line }) => line));
  return occurrences.map(({ last, end }, index) => {
    const until = occurrences[index + 1]?.start ?? source.body.length;
    for (let at = last + 1; at < tokens.length && (tokens[at] as Token).start < until; at += 1) {
      const { start, line } = tokens[at] as Token;
      if (start >= end && !titleLines.has(line)) return true;
    }
    return false;
  });
}

function choose(occurrences: readonly Occurrence[], answered: readonly boolean[]): Placement {
  const runs = runsOf(occurrences);
  const runOf = new Map(runs.flatMap((run, rank) => run.map((index) => [index, { rank, length: run.length }] as const)));
  /** Among places as good as one another: the later of two whole versions, the first of a question asked twice in a row. */
  const byVersion = (a: number, b: number) => {
    const [one, other] = [runOf.get(a), runOf.get(b)];
    const areVersions = one && other && one.rank !== other.rank && Math.min(one.length, other.length) >= SHORTEST_FORM;
    return areVersions && Math.abs(one.length - other.length) <= 1 ? other.rank - one.rank : a - b;
  };
  const blank = new Set(runs.filter((run) => isBlankForm(run, answered)).flat());
  const isAllBlank = blank.size === occurrences.length;
  const placed: Placed[] = [];
  const aside: Span[] = [];
  const byTarget = Map.groupBy(occurrences.keys(), (index) => (occurrences[index] as Occurrence).target);
  for (const indexes of byTarget.values()) {
    const live = isAllBlank ? indexes : indexes.filter((index) => !blank.has(index));
    const given = live.filter((index) => answered[index]);
    const consistency = (index: number) => neighbours(occurrences, index);
    const [best, ...others] = (given.length ? given : live.length ? live : indexes).sort(
      (a, b) => consistency(b) - consistency(a) || byVersion(a, b),
    );
    if (best === undefined) continue;
    placed.push({ ...(occurrences[best] as Occurrence), isDoubled: others.length > 0, isGuessed: false });
    const rejected = new Set(others);
    for (const index of indexes) {
      // A lone repetition with words after it is a quotation inside an answer, where it stays.
      const isQuotation = rejected.has(index) && answered[index] && consistency(index) === 0;
      if (index !== best && !isQuotation) aside.push(occurrences[index] as Occurrence);
    }
  }
  return { placed: placed.sort((a, b) => a.start - b.start), aside };
}

/** Stretches of the document in which no question is asked twice. */
function runsOf(occurrences: readonly Occurrence[]): number[][] {
  const runs: number[][] = [];
  let seen = new Set<number>();
  for (const [index, { target }] of occurrences.entries()) {
    if (runs.length === 0 || seen.has(target)) {
      runs.push([]);
      seen = new Set();
    }
    seen.add(target);
    runs.at(-1)?.push(index);
  }
  return runs;
}

/** What follows the last question of a run may be anything: it does not count. */
function isBlankForm(run: readonly number[], answered: readonly boolean[]): boolean {
  const inside = run.slice(0, -1);
  return run.length >= SHORTEST_FORM && inside.filter((index) => !answered[index]).length >= MOSTLY * inside.length;
}

/** How many of the questions beside it are its neighbours in the form: 0, 1 or 2. */
function neighbours(occurrences: readonly Occurrence[], index: number): number {
  const { target } = occurrences[index] as Occurrence;
  return Number(occurrences[index - 1]?.target === target - 1) + Number(occurrences[index + 1]?.target === target + 1);
}

/** For each line, the section whose title was the last one met. */
function sectionsAbove({ lines }: Source, titles: readonly FoundTitle[]): (string | null)[] {
  const at = new Map(titles.map(({ line, sectionCode }) => [line, sectionCode]));
  let current: string | null = null;
  return lines.map((_, index) => {
    current = at.has(index) ? (at.get(index) ?? null) : current;
    return current;
  });
}
