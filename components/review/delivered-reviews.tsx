import type { Category } from '#lib/domain/call.ts';
import { frenchInstant } from '#lib/domain/dates.ts';
import { type Finding, findingLabels } from '#lib/domain/finding-labels.ts';
import type { Evidence } from '#lib/domain/review.ts';

type Row = { criterionCode: string; finding: Finding | null; comment: string; evidence: Evidence[]; appreciation: number | null };
type Props = { category: Category; reviews: { reviewer: string; deliveredAt: Date; comment: string; rows: Row[] }[] };

/** The reviews delivered, one after the other, criterion by criterion, with the passages they rest on. */
export function DeliveredReviews({ category, reviews }: Props) {
  if (reviews.length === 0) return <p className="fr-text--sm">Aucune évaluation rendue pour l’instant.</p>;
  return (
    <section aria-labelledby="evaluations-rendues" className="mb-8">
      <h2 className="fr-h5" id="evaluations-rendues">
        Évaluations rendues
      </h2>
      {reviews.map((review) => (
        <details key={review.reviewer} className="mb-3 border border-(--border-default-grey) p-3">
          <summary className="cursor-pointer font-bold">
            {review.reviewer}, le {frenchInstant(review.deliveredAt)}
          </summary>
          {category.criteria.map(({ code, label }) => {
            const row = review.rows.find((r) => r.criterionCode === code);
            return (
              <div key={code} className="mt-3">
                <p className="mb-1">
                  <strong>
                    {code} – {label}&nbsp;: {row?.finding ? findingLabels[row.finding].toLowerCase() : 'sans constat'}
                  </strong>
                  {row?.appreciation != null && ` (appréciation ${row.appreciation})`}
                </p>
                <p className="written-text mb-1">{row?.comment}</p>
                {row?.evidence.map(({ quote }) => (
                  <blockquote
                    key={quote}
                    className="written-text fr-text--sm m-0 mb-1 border-l-4 border-(--border-default-blue-france) pl-3"
                  >
                    «&nbsp;{quote}&nbsp;»
                  </blockquote>
                ))}
              </div>
            );
          })}
          {review.comment && <p className="written-text mt-3">{review.comment}</p>}
        </details>
      ))}
    </section>
  );
}
