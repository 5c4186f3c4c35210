import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GivenPlace, placeLabel } from '#components/committee/board-row.tsx';
import { CriterionComparison } from '#components/committee/criterion-comparison.tsx';
import { SettlementForm } from '#components/committee/settlement-form.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { isOfTheMission } from '#lib/domain/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { type Category, categoryOf } from '#lib/domain/call.ts';
import { consensusOn } from '#lib/domain/consensus.ts';
import { type Finding, findingLabels } from '#lib/domain/finding-labels.ts';
import { receive } from '#lib/operations/reception.ts';
import { boardLine } from '#lib/queries/committee.ts';
import { examinedDossier } from '#lib/queries/instruction.ts';
import { deliveredReviews, examinationDecisions } from '#lib/queries/review.ts';
import { settle } from './actions.ts';

export const metadata: Metadata = { title: 'Comparer les évaluations' };

export default async function ComparisonPage({ params, searchParams }: PageProps<'/comite/[dossierId]'>) {
  // Who is asking, and may they.
  const reception = receive();
  const { dossierId } = await params;
  const query = await searchParams;
  const actor = await signedInActor(`/comite/${dossierId}`);
  const loaded = isOfTheMission(actor, ['committee', 'chair', 'administrator']) ? await examinedDossier(actor, dossierId, reception) : null;
  const category = loaded && categoryOf(loaded.call.definition, loaded.dossier.categoryCode);
  if (!loaded || !category) notFound();

  // What they may see.
  const { dossier, call, situation } = loaded;
  const [reviews, decisions, line] = await Promise.all([
    deliveredReviews(loaded),
    examinationDecisions(dossierId),
    boardLine(call, category, dossierId),
  ]);
  const maySettle = obstacle('settleFinding', { ...situation, findingBasis: 'disagreement' }) === null;
  const criteria = category.criteria.map((criterion) => {
    const rows = (reviews ?? []).flatMap(({ rows: all }) => all.filter((row) => row.criterionCode === criterion.code));
    const settled = decisions.settled.find((s) => s.criterionCode === criterion.code) ?? null;
    const delivered = rows.flatMap(({ finding }) => (finding ? [finding] : []));
    const consensus = consensusOn({ criterionCode: criterion.code, delivered, settled: settled?.finding ?? null });
    const comparison = { definition: call.definition, criterion, consensus, reviews: reviews ?? [], settled };
    return {
      code: criterion.code,
      comparison: <CriterionComparison key={criterion.code} {...comparison} />,
      mayBeSettled: maySettle && obstacle('settleFinding', { ...situation, findingBasis: consensus.basis }) === null,
      finding: settled?.finding ?? '',
      reason: settled?.reason ?? '',
    };
  });
  const open = criteria.filter(({ mayBeSettled }) => mayBeSettled).map(({ code }) => code);
  const recorded = recordedSentence(category, decisions.settled, query.constats);

  return (
    <>
      <PageTitle title={dossier.organisationName} back={{ href: `/comite?appel=${call.definition.code}`, label: 'Comité de sélection' }}>
        <p>
          {dossier.number}, {category.shortLabel}. Chaque critère avec le constat de chaque évaluateur et le passage qu’il cite.{' '}
          <a href={`/instruction/${dossierId}`}>Lire le dossier</a>
        </p>
        {line && !line.problem && <p className="font-bold">{placeLabel(line.place, situation.selection?.status === 'released')}</p>}
        {line && <GivenPlace line={line} />}
      </PageTitle>
      {recorded && <Alert severity="success" role="status" title={recorded} />}
      {open.length > 0 ? (
        // Another key after each save: the form starts again from what is now recorded.
        <SettlementForm
          key={decisions.settled.map(({ settledAt }) => settledAt.toISOString()).join()}
          criteria={criteria}
          action={settle.bind(null, dossierId, open)}
        />
      ) : (
        criteria.map(({ comparison, code }) => (
          <div key={code} className="mb-8">
            {comparison}
          </div>
        ))
      )}
    </>
  );
}

/** What was just recorded, told from what is stored: the address only names criteria. */
function recordedSentence(category: Category, settled: { criterionCode: string; finding: Finding }[], asked: unknown): string | null {
  if (typeof asked !== 'string') return null;
  if (asked === 'aucun') return 'Rien n’a changé\u00a0: ces constats étaient déjà enregistrés.';
  const told = category.criteria.flatMap(({ code, label }) => {
    const found = asked.split(',').includes(code) && settled.find(({ criterionCode }) => criterionCode === code);
    return found ? [`${code} – ${label}\u00a0: ${findingLabels[found.finding].toLowerCase()}`] : [];
  });
  return told.length === 0 ? null : `Enregistré\u00a0: ${told.join('\u00a0; ')}.`;
}
