import { isItem } from './marks.ts';
import type { Segment } from './segments.ts';
import { isEmpty } from './segments.ts';
import { lineAt, type Source, type SourceLine } from './source.ts';
import type { Target } from './targets.ts';

/** Why a proposal must be read before it is used. */
export const doubts = ['otherWords', 'guessed', 'end', 'doubled', 'marks', 'wholeSection', 'shape', 'changedForm'] as const;
export type Doubt = (typeof doubts)[number];

/** What to tell the person about a proposal to check. */
export function doubtSentence(doubt: Doubt): string {
  return sentences[doubt];
}

const sentences: Record<Doubt, string> = {
  otherWords: 'La question n’est pas écrite comme dans le formulaire\u00a0: vérifiez que ce texte lui répond.',
  guessed: 'La question a été devinée d’après sa place\u00a0: vérifiez que ce texte lui répond.',
  end: 'La fin de la réponse n’est pas certaine\u00a0: vérifiez qu’il ne manque rien et qu’aucun autre texte n’a suivi.',
  doubled: 'Cette question figure plusieurs fois dans le document\u00a0: vérifiez que c’est la bonne réponse.',
  marks: 'Un numéro de page ou une ligne répétée a pu être pris pour du texte, ou l’inverse\u00a0: relisez la réponse.',
  wholeSection: 'Le document donne un texte pour toute la partie\u00a0: vérifiez qu’il répond à cette question.',
  shape: 'La réponse n’a pas la forme attendue\u00a0: corrigez-la avant de la reprendre.',
  changedForm: 'Une ligne du formulaire a été modifiée autour de la réponse\u00a0: relisez-la.',
};

/** From this resemblance on, the words of a question leave no doubt. */
const CERTAIN = 0.86;

/**
 * What makes the answer of a segment doubtful; null when nothing does. An answer is certain only when its question is, when
 * what ends it is, and when no question that is missing could hide inside.
 */
export function doubtOf(
  source: Source,
  segments: readonly Segment[],
  index: number,
  targets: readonly Target[],
  missing: readonly Target[],
): Doubt | null {
  const { mark, end } = segments[index] as Segment;
  if (mark.kind !== 'question') return 'wholeSection';
  const { placed } = mark;
  const partOf = (target: number) => targets[target]?.section.part;
  if (placed.isGuessed) return 'guessed';
  if (placed.score < CERTAIN || placed.isStretched || !isNeighbourly(segments, index)) return 'otherWords';
  if (placed.isDoubled) return 'doubled';
  const after = segments[index + 1]?.mark;
  const following = segments.slice(index + 1).find((segment) => segment.mark.kind === 'question')?.mark;
  const next = following?.kind === 'question' ? following.placed : null;
  if (after?.kind === 'title' && !after.isConfirmed) return 'end';
  if (after?.kind === 'question' && (after.placed.isGuessed || after.placed.score < CERTAIN || after.placed.isInside)) return 'end';
  if (after?.kind === 'aside') return 'end';
  const isShuffled =
    inversionsOf(segments) > 0 && missing.some((target) => target.mayHide && target.section.part === partOf(placed.target));
  if (isShuffled || mayHideAnother(targets[placed.target] as Target, next ? (targets[next.target] as Target) : null, missing)) return 'end';
  return endsLikeATitle(source, mark.end, end, segments, index) ? 'end' : null;
}

/** A question met out of its order is certain only when its whole document is in another order, not when it is alone. */
function isNeighbourly(segments: readonly Segment[], index: number): boolean {
  const orders = segments.map(({ mark }) => (mark.kind === 'question' ? mark.placed.target : -1));
  const own = orders[index] as number;
  const before = orders.slice(0, index).findLast((order) => order >= 0);
  const after = orders.slice(index + 1).find((order) => order >= 0);
  const isInOrder = (before === undefined || before < own) && (after === undefined || own < after);
  if (isInOrder) return true;
  return inversionsOf(segments) > 2;
}

/** How many questions come right after one that the form asks later. */
function inversionsOf(segments: readonly Segment[]): number {
  const orders = segments.flatMap(({ mark }) => (mark.kind === 'question' ? [mark.placed.target] : []));
  return orders.filter((order, rank) => rank > 0 && order < (orders[rank - 1] as number)).length;
}

/** A question not found may have been taken for a part of the answer that stands in its place. */
function mayHideAnother(own: Target, next: Target | null, missing: readonly Target[]): boolean {
  const inPart = missing.filter((target) => target.section.part === own.section.part && target.mayHide);
  if (next && next.order > own.order) return inPart.some(({ order }) => order > own.order && order < next.order);
  return inPart.some(({ order }) => next !== null || order > own.order);
}

/** A short last line that no mark closes may be a title of the author's, or the heading of what follows. */
function endsLikeATitle(source: Source, from: number, to: number, segments: readonly Segment[], index: number): boolean {
  const after = segments[index + 1]?.mark;
  if (after?.kind === 'title') return false;
  const own = source.lines.filter((line) => !line.isBlank && !line.isFurniture && line.start >= from && line.start < to);
  const first = lineAt(source, from);
  const lines = own.filter((line) => line !== source.lines[first] || isEmpty(source, line.start, from));
  if (after === undefined) return lines.slice(1).some(looksLikeTitle);
  const startsSection = after.kind === 'question';
  const last = lines.at(-1);
  return startsSection && lines.length > 1 && last !== undefined && looksLikeTitle(last);
}

function looksLikeTitle({ text, goesOn, mark }: SourceLine): boolean {
  const words = text.slice(mark).trim();
  return (
    !goesOn && words.length < 70 && /^[\p{Lu}\d]/u.test(words) && !/[.;,:!?…)»]$/.test(words) && !(isItem(text) && /^\s*[•·–—-]/.test(text))
  );
}
