import type { BoardLine } from './board.ts';
import type { Category } from './call.ts';
import { thresholdWords } from './consensus.ts';
import { tieSentence } from './selection.ts';
import { plural } from './text.ts';

/** What a category asks of its laureates and what this dossier meets, as one French sentence. */
export function requirementSentence(category: Category, met: number): string {
  const found = met === 0 ? 'aucun n’est rempli' : `${met} ${met === 1 ? 'est rempli' : 'sont remplis'}`;
  return `Catégorie\u00a0: ${category.label}. Il fallait remplir ${thresholdWords(category)}\u00a0; ${found}.`;
}

/**
 * Why a dossier has its place, beyond the findings, as French sentences for its candidate: the committee's reason where
 * it departed from the stated order, and the rank of a dossier that meets the criteria but has no seat. A decision is
 * only reasoned if it can be retraced from what the candidate is told.
 * @param board every line of the category, in the stated order.
 */
export function decisionReasons(category: Category, line: BoardLine, board: readonly BoardLine[]): string[] {
  const departs = line.move !== null && line.place !== line.computedPlace;
  const reasons: string[] = [];
  if (departs) reasons.push(`Décision du comité, différente de l’ordre annoncé. Raison\u00a0: ${line.move?.reason}`);
  if (line.gate.passes && line.place !== 'laureate') reasons.push(rankSentence(category, line, board, departs));
  return reasons;
}

function rankSentence({ seats }: Category, line: BoardLine, board: readonly BoardLine[], departs: boolean): string {
  const passing = board.filter(({ gate }) => gate.passes);
  const position = passing.findIndex(({ dossierId }) => dossierId === line.dossierId);
  const seatedBehind = passing.slice(position + 1).filter(({ place }) => place === 'laureate').length;
  const rank = `Dans l’ordre annoncé, le dossier est ${position === 0 ? '1er' : `${position + 1}e`} des ${passing.length} dossiers qui remplissent la condition, pour ${plural(seats, 'place', 'places')}.`;
  const tie = line.tie ? ` ${tieSentence(line.tie)}` : '';
  if (departs || seatedBehind === 0) return `${rank}${tie}`;
  return `${rank}${tie} Le comité a attribué ${plural(seatedBehind, 'place à un dossier classé', 'places à des dossiers classés')} après lui, par décision motivée.`;
}
