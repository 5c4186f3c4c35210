import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CriterionComparison } from '#components/committee/criterion-comparison.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { isOfTheMission } from '#lib/domain/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { categoryOf } from '#lib/domain/call.ts';
import { receive } from '#lib/operations/reception.ts';
import { examinedDossier } from '#lib/queries/instruction.ts';
import { deliveredReviews, examinationDecisions } from '#lib/queries/review.ts';
import { settle } from './actions.ts';

export const metadata: Metadata = { title: 'Comparer les évaluations' };

export default async function ComparisonPage({ params, searchParams }: PageProps<'/comite/[dossierId]'>) {
  const reception = receive();
  const { dossierId } = await params;
  const { refus } = await searchParams;
  const actor = await signedInActor(`/comite/${dossierId}`);
  const loaded = isOfTheMission(actor, ['committee', 'chair', 'administrator']) ? await examinedDossier(actor, dossierId, reception) : null;
  const category = loaded && categoryOf(loaded.call.definition, loaded.dossier.categoryCode);
  if (!loaded || !category) notFound();
  const [reviews, decisions] = await Promise.all([deliveredReviews(loaded), examinationDecisions(dossierId)]);
  const maySettle = obstacle('settleFinding', { ...loaded.situation, findingBasis: 'disagreement' }) === null;
  const { dossier, call } = loaded;
  return (
    <>
      <PageTitle title={dossier.organisationName} back={{ href: `/comite?appel=${call.definition.code}`, label: 'Comité de sélection' }}>
        <p>
          {dossier.number}, {category.shortLabel}. Chaque critère avec le constat de chaque évaluateur et le passage qu’il cite.{' '}
          <a href={`/instruction/${dossierId}`}>Lire le dossier</a>
        </p>
      </PageTitle>
      {typeof refus === 'string' && <p className="fr-error-text">{refus}</p>}
      {category.criteria.map((criterion) => (
        <CriterionComparison
          key={criterion.code}
          definition={call.definition}
          criterion={criterion}
          reviews={reviews ?? []}
          settled={decisions.settled.find((s) => s.criterionCode === criterion.code) ?? null}
          settle={maySettle ? settle.bind(null, dossierId, criterion.code) : null}
        />
      ))}
    </>
  );
}
