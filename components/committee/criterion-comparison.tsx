import { RadioGroup } from '#components/form/radio-group.tsx';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { TextArea } from '#components/form/text-area.tsx';
import type { CallDefinition, Criterion } from '#lib/domain/call.ts';
import { consensusOn } from '#lib/domain/consensus.ts';
import { frenchInstant } from '#lib/domain/dates.ts';
import { type Finding, findingLabels } from '#lib/domain/finding-labels.ts';
import { itemOnScreen } from '#lib/domain/misprints.ts';
import type { Evidence } from '#lib/domain/review.ts';

type Review = { reviewer: string; rows: { criterionCode: string; finding: Finding | null; comment: string; evidence: Evidence[] }[] };
type Props = {
  definition: CallDefinition;
  criterion: Criterion;
  reviews: Review[];
  settled: { finding: Finding; reason: string; settledAt: Date } | null;
  settle: ((form: FormData) => Promise<void>) | null;
};

/** One criterion, the findings side by side, and the way to settle them when they differ. */
export function CriterionComparison({ definition, criterion, reviews, settled, settle }: Props) {
  const rows = reviews.map(({ reviewer, rows: all }) => ({ reviewer, row: all.find((r) => r.criterionCode === criterion.code) }));
  const delivered = rows.flatMap(({ row }) => (row?.finding ? [row.finding] : []));
  const consensus = consensusOn({ criterionCode: criterion.code, delivered, settled: settled?.finding ?? null });
  const id = `comparaison-${criterion.code}`;
  return (
    <section aria-labelledby={id} className="mb-8 border-t border-(--border-default-grey) pt-4">
      <h2 className="fr-h6 mb-1" id={id}>
        {criterion.code} – {criterion.label} :{' '}
        {consensus.finding ? findingLabels[consensus.finding].toLowerCase() : wordFor(consensus.basis)}
      </h2>
      <p className="fr-text--sm max-w-[60rem]">{itemOnScreen(definition, criterion.text)}.</p>
      {settled && (
        <p>
          Départagé le {frenchInstant(settled.settledAt)} : {settled.reason}
        </p>
      )}
      <div className="grid gap-4 md:grid-cols-2">
        {rows.map(({ reviewer, row }) => (
          <div key={reviewer} className="border border-(--border-default-grey) p-3">
            <p className="mb-1 font-bold">
              {reviewer} : {row?.finding ? findingLabels[row.finding].toLowerCase() : 'sans constat'}
            </p>
            <p className="written-text mb-2">{row?.comment}</p>
            {row?.evidence.map(({ quote }) => (
              <blockquote key={quote} className="written-text fr-text--sm m-0 mb-2 border-l-4 border-(--border-default-blue-france) pl-3">
                « {quote} »
              </blockquote>
            ))}
          </div>
        ))}
      </div>
      {settle && (consensus.basis === 'disagreement' || consensus.basis === 'settled') && (
        <details open={consensus.basis === 'disagreement'} className="mt-3">
          <summary className="cursor-pointer font-bold">
            {consensus.basis === 'settled' ? 'Changer le constat commun' : 'Départager'}
          </summary>
          <form action={settle} className="mt-3 max-w-[40rem]">
            <RadioGroup
              name={`constat`}
              id={`constat-${criterion.code}`}
              legend={`Constat commun sur ${criterion.code}`}
              options={Object.entries(findingLabels).map(([value, label]) => ({ value, label }))}
              defaultValue={settled?.finding}
              inline
              small
            />
            <TextArea
              name="raison"
              id={`raison-${criterion.code}`}
              label={`Raison retenue par le comité (${criterion.code})`}
              rows={2}
              defaultValue={settled?.reason}
              required
            />
            <SubmitButton small>Enregistrer le constat commun</SubmitButton>
          </form>
        </details>
      )}
    </section>
  );
}

function wordFor(basis: 'disagreement' | 'none' | 'settled' | 'unanimous'): string {
  return basis === 'disagreement' ? 'avis partagés' : 'pas encore évalué';
}
