import type { Category } from './call.ts';
import { type Finding, findingLabels } from './finding-labels.ts';

/** The findings delivered on one criterion, and the one the chair recorded after discussion, if any. */
export type CriterionFindings = { criterionCode: string; delivered: readonly Finding[]; settled: Finding | null };

/** How the common finding was reached. */
export type ConsensusBasis = 'settled' | 'unanimous' | 'disagreement' | 'none';
export type Consensus = { criterionCode: string; finding: Finding | null; basis: ConsensusBasis };

/**
 * The common finding on one criterion: the one settled after discussion, otherwise the one all delivered reviews share.
 * When they differ there is none, and the criterion does not count until it is settled.
 */
export function consensusOn({ criterionCode, delivered, settled }: CriterionFindings): Consensus {
  if (settled) return { criterionCode, finding: settled, basis: 'settled' };
  const [first, ...others] = delivered;
  if (first === undefined) return { criterionCode, finding: null, basis: 'none' };
  if (others.every((finding) => finding === first)) return { criterionCode, finding: first, basis: 'unanimous' };
  return { criterionCode, finding: null, basis: 'disagreement' };
}

/** What the gate says of a dossier. `couldPass`: settling the disagreements could still open it. */
export type Gate = { passes: boolean; met: number; required: number; disputed: number; couldPass: boolean };

/**
 * The condition to be a laureate. First category: « les lauréats de cet appel à manifestation d'intérêt devront remplir
 * au moins 2 des 5 critères suivants ». Second category: « les critères de sélection seront les suivants », read as all
 * of them; the call's data carries the number. Only a common finding « rempli » counts.
 */
export function gateOf(category: Category, consensus: readonly Consensus[]): Gate {
  const met = consensus.filter((c) => c.finding === 'met').length;
  const disputed = consensus.filter((c) => c.basis === 'disagreement').length;
  const required = category.minimumCriteria;
  return { passes: met >= required, met, required, disputed, couldPass: met + disputed >= required };
}

/** « au moins 2 des 5 critères », or « les 3 critères » where all of them are asked. */
export function thresholdWords({ minimumCriteria, criteria }: Pick<Category, 'minimumCriteria' | 'criteria'>): string {
  if (minimumCriteria < criteria.length) return `au moins ${minimumCriteria} des ${criteria.length} critères`;
  return criteria.length === 1 ? 'le critère' : `les ${criteria.length} critères`;
}

/** « Équipe et moyens dédiés : rempli », for a decision. A criterion left in disagreement does not count, and says so. */
export function consensusSentence(category: Category, { criterionCode, finding, basis }: Consensus): string {
  const label = category.criteria.find((criterion) => criterion.code === criterionCode)?.label ?? criterionCode;
  if (finding) return `${label}\u00a0: ${findingLabels[finding].toLowerCase()}`;
  return basis === 'disagreement' ? `${label}\u00a0: désaccord, non compté` : `${label}\u00a0: non évalué`;
}
