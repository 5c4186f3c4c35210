import type { Candidate } from './candidates.ts';
import { isItem, markStyle } from './marks.ts';
import type { Placed } from './placement.ts';
import type { Source, SourceLine } from './source.ts';
import { spanOf } from './spans.ts';
import type { Target, Targets } from './targets.ts';
import type { FoundTitle } from './titles.ts';
import type { Token } from './tokens.ts';

/** Between its neighbours, a question is guessed from this resemblance on. */
const GUESSED = 0.36;
const UNDER_ITS_TITLE = 0.15;
const UNDER_ANOTHER = -0.25;
/** Questions of one document look alike: they begin with the same bullet or the same kind of number. */
const SAME_STYLE = 0.08;
const OTHER_STYLE = -0.15;
const FEWEST_FOR_STYLE = 3;
const LONGEST_TITLE_WORDS = 14;
/** A real document offers a few dozen; one made to be slow offers as many as it likes. */
const MOST_OPTIONS = 500;

type Zone = { from: number; to: number; missing: number[] };

/**
 * Guesses the questions that were not recognised: each is looked for between the questions that surround it in the form,
 * first by what its words still share, then by its place when as many questions are asked there as are missing.
 */
export function guessMissing(
  source: Source,
  tokens: readonly Token[],
  found: readonly Candidate[],
  placed: readonly Placed[],
  titles: readonly FoundTitle[],
  { targets }: Targets,
): Placed[] {
  const taken = (candidate: Candidate, others: readonly Placed[]) =>
    others.some(({ first, last }) => candidate.first <= last && first <= candidate.last);
  const titleLines = new Set(titles.map(({ line }) => line));
  const asks = (candidate: Candidate) => isAsking(source, tokens, candidate) && !titleLines.has((tokens[candidate.first] as Token).line);
  const style = usualStyle(source, tokens, placed);
  const styleOf = ({ first }: Candidate) => markStyle(source.lines[tokens[first]?.line ?? 0]?.text ?? '');
  const styleBonus = (candidate: Candidate) => (style === null ? 0 : styleOf(candidate) === style ? SAME_STYLE : OTHER_STYLE);
  const guesses: Placed[] = [];
  const known = () => [...placed, ...guesses];
  const put = (candidate: Candidate) => {
    guesses.push({ ...candidate, ...spanOf(source, tokens, candidate), isDoubled: false, isGuessed: true });
  };
  for (const zone of zonesOf(targets, placed, tokens.length)) {
    const options = found
      .filter(({ target, first, last }) => zone.missing.includes(target) && first >= zone.from && last < zone.to)
      .filter((candidate) => asks(candidate) && !taken(candidate, placed))
      .map((candidate) => ({
        ...candidate,
        score: candidate.score + titleBonus(candidate, tokens, titles, targets) + styleBonus(candidate),
      }))
      .filter(({ score }) => score >= GUESSED);
    for (const candidate of bestChain(options)) put(candidate);
  }
  for (const zone of zonesOf(targets, known(), tokens.length)) {
    const from = underTitle(zone, tokens, titles, targets);
    if (from === 0) continue;
    const free = questionsIn(tokens, { ...zone, from }, style !== null).filter(
      (candidate) => !taken(candidate, known()) && asks(candidate),
    );
    const asked = style === null ? free : free.filter((candidate) => styleOf(candidate) === style);
    if (asked.length === zone.missing.length)
      for (const [rank, target] of zone.missing.entries()) put({ ...(asked[rank] as Candidate), target });
  }
  return guesses;
}

/** The bullet or number that begins most of the questions already placed; null when they are too few or too different. */
function usualStyle(source: Source, tokens: readonly Token[], placed: readonly Placed[]): string | null {
  const styles = placed.map(({ first }) => markStyle(source.lines[tokens[first]?.line ?? 0]?.text ?? ''));
  const [style, count] = [...Map.groupBy(styles, (one) => one)]
    .map(([one, all]) => [one, all.length] as const)
    .sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return style !== '' && count >= FEWEST_FOR_STYLE && count >= styles.length * 0.6 ? style : null;
}

/** Where the questions of a zone may begin: after the title of their section when it stands there. 0 when nothing says it. */
function underTitle(
  { from, to, missing }: Zone,
  tokens: readonly Token[],
  titles: readonly FoundTitle[],
  targets: readonly Target[],
): number {
  const section = targets[missing[0] as number]?.section.code;
  const inZone = titles.filter(({ line, sectionCode }) => {
    const first = tokens[from];
    const last = tokens[to - 1];
    return sectionCode === section && first && last && line >= first.line && line < last.line;
  });
  const title = inZone.at(-1);
  const under = title ? tokens.findIndex(({ line }) => line > title.line) : -1;
  return under >= 0 ? under : from;
}

/** Where the missing questions may be: between the nearest ones before and after them in the form, or anywhere. */
function zonesOf(targets: readonly Target[], placed: readonly Placed[], length: number): Zone[] {
  const zones = new Map<string, Zone>();
  const byOrder = [...placed].sort((a, b) => a.target - b.target);
  for (const { order, mayHide } of targets) {
    if (!mayHide || placed.some(({ target }) => target === order)) continue;
    const before = byOrder.filter(({ target }) => target < order).at(-1);
    const after = byOrder.find(({ target }) => target > order);
    const isInOrder = (before?.last ?? -1) < (after?.first ?? length);
    const [from, to] = isInOrder ? [(before?.last ?? -1) + 1, after?.first ?? length] : [0, length];
    const zone = zones.get(`${from}-${to}`) ?? { from, to, missing: [] };
    zone.missing.push(order);
    zones.set(`${from}-${to}`, zone);
  }
  return [...zones.values()];
}

/** A line that asks: it ends with a mark, or is short and closed by nothing. */
function isAsking({ lines }: Source, tokens: readonly Token[], { first, last }: Candidate): boolean {
  const begin = tokens[first] as Token;
  const end = tokens[last] as Token;
  if (!begin.isFirstOfLine || !end.ends || end.ends === 'line') return false;
  if (end.ends === 'question') return true;
  const line = lines[end.line] as SourceLine;
  const isItemOrTitle = isItem(lines[begin.line]?.text ?? '') || last - first < LONGEST_TITLE_WORDS;
  return isItemOrTitle && (end.ends === 'colon' || !/[.;,]\s*$/.test(line.text));
}

function titleBonus(
  { target, first }: Candidate,
  tokens: readonly Token[],
  titles: readonly FoundTitle[],
  targets: readonly Target[],
): number {
  const line = (tokens[first] as Token).line;
  const above = titles.filter((title) => title.line < line && title.sectionCode !== null).at(-1);
  if (!above) return 0;
  return above.sectionCode === targets[target]?.section.code ? UNDER_ITS_TITLE : UNDER_ANOTHER;
}

/** The places that together resemble most, in the order of the form, none over another. */
function bestChain(options: readonly Candidate[]): Candidate[] {
  const sorted = [...options]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_OPTIONS)
    .sort((a, b) => a.last - b.last);
  const chains: { total: number; previous: number }[] = [];
  let best = -1;
  for (const [index, { target, first, score }] of sorted.entries()) {
    let chain = { total: score, previous: -1 };
    for (let earlier = 0; earlier < index; earlier += 1) {
      const other = sorted[earlier] as Candidate;
      const total = (chains[earlier]?.total ?? 0) + score;
      if (other.target < target && other.last < first && total > chain.total) chain = { total, previous: earlier };
    }
    chains.push(chain);
    if (chain.total > (chains[best]?.total ?? 0)) best = index;
  }
  const kept: Candidate[] = [];
  for (let at = best; at >= 0; at = chains[at]?.previous ?? -1) kept.unshift(sorted[at] as Candidate);
  return kept;
}

/** The lines of a zone that ask, as candidates of no question yet: without a style to know them by, those with a question mark. */
function questionsIn(tokens: readonly Token[], { from, to }: Zone, hasStyle: boolean): Candidate[] {
  const questions: Candidate[] = [];
  for (let first = from; first < to; first += 1) {
    if (!tokens[first]?.isFirstOfLine) continue;
    for (let last = first; last < to && last < first + 40; last += 1) {
      const { ends } = tokens[last] as Token;
      if (ends === 'paragraph' && !hasStyle) break;
      if (ends === null || ends === 'line' || (ends === 'colon' && !hasStyle)) continue;
      questions.push({ target: -1, score: 0, first, last });
      first = last;
      break;
    }
  }
  return questions;
}
