import type { CallDefinition, Criterion } from '#lib/domain/call.ts';
import type { Consensus, ConsensusBasis } from '#lib/domain/consensus.ts';
import { frenchInstant } from '#lib/domain/dates.ts';
import { type Finding, findingLabels } from '#lib/domain/finding-labels.ts';
import { itemOnScreen } from '#lib/domain/misprints.ts';
import type { Evidence } from '#lib/domain/review.ts';

type Review = { reviewer: string; rows: { criterionCode: string; finding: Finding | null; comment: string; evidence: Evidence[] }[] };
type Props = {
  definition: CallDefinition;
  criterion: Criterion;
  consensus: Consensus;
  reviews: Review[];
  settled: { finding: Finding; reason: string; settledAt: Date; by: string } | null;
};

/** One criterion and the findings of its readers side by side, with the words they rest on. */
export function CriterionComparison({ definition, criterion, consensus, reviews, settled }: Props) {
  const id = `comparaison-${criterion.code}`;
  return (
    <section aria-labelledby={id} className="border-t border-(--border-default-grey) pt-4">
      <h2 className="fr-h6 mb-1" id={id}>
        {criterion.code} – {criterion.label}&nbsp;:{' '}
        {consensus.finding ? findingLabels[consensus.finding].toLowerCase() : wordFor(consensus.basis)}
      </h2>
      <p className="fr-text--sm max-w-[60rem]">{itemOnScreen(definition, criterion.text)}.</p>
      {settled && (
        <p className="written-text">
          Départagé par {settled.by} le {frenchInstant(settled.settledAt)}&nbsp;: {settled.reason}
        </p>
      )}
      <div className="grid gap-4 md:grid-cols-2">
        {reviews.map(({ reviewer, rows }) => {
          const row = rows.find((r) => r.criterionCode === criterion.code);
          return (
            <div key={reviewer} className="border border-(--border-default-grey) p-3">
              <p className="mb-1 font-bold">
                {reviewer}&nbsp;: {row?.finding ? findingLabels[row.finding].toLowerCase() : 'sans constat'}
              </p>
              <p className="written-text mb-2">{row?.comment}</p>
              {row?.evidence.map(({ quote }) => (
                <blockquote key={quote} className="written-text fr-text--sm m-0 mb-2 border-l-4 border-(--border-default-blue-france) pl-3">
                  «&nbsp;{quote}&nbsp;»
                </blockquote>
              ))}
            </div>
          );
        })}
      </div>
    </section>
  );
}

function wordFor(basis: ConsensusBasis): string {
  return basis === 'disagreement' ? 'désaccord' : 'pas encore évalué';
}
