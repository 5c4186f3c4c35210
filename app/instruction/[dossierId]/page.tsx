import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { StatusBadge } from '#components/dossier/status-badge.tsx';
import { Reopened } from '#components/form/reopened.tsx';
import { AssistedNotice } from '#components/review/assisted-notice.tsx';
import { CandidateDossier } from '#components/review/candidate-dossier.tsx';
import { CorrectionPanel } from '#components/review/correction-panel.tsx';
import { DeliveredReviews } from '#components/review/delivered-reviews.tsx';
import { DossierNeighbours } from '#components/review/dossier-neighbours.tsx';
import { ExaminationPanel } from '#components/review/examination-panel.tsx';
import { RecusalForm } from '#components/review/recusal-form.tsx';
import { RegistryComparison } from '#components/review/registry-comparison.tsx';
import { ReviewForm } from '#components/review/review-form.tsx';
import { reviewView } from '#components/review/review-view.ts';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { admissibilityPoints } from '#lib/domain/admissibility.ts';
import { categoryOf, organisationKindOf } from '#lib/domain/call.ts';
import { frenchInstant } from '#lib/domain/dates.ts';
import { proposeEligibility } from '#lib/domain/eligibility.ts';
import { recapOf } from '#lib/domain/form.ts';
import { identityOf } from '#lib/domain/identity.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { isRefusal, refusalSentence } from '#lib/domain/refusals.ts';
import { compareWithRegistry } from '#lib/domain/registry/comparison.ts';
import { assistedDepositOf } from '#lib/queries/assisted-deposit.ts';
import { askedCorrections } from '#lib/queries/correction.ts';
import { withdrawalOf } from '#lib/queries/dossier.ts';
import { examinationOf } from '#lib/queries/examination.ts';
import { examinedDossier, neighboursOf, nextToReview, readFilters, writeFilters } from '#lib/queries/instruction.ts';
import { pieceView } from '#lib/queries/piece.ts';
import { registryWords } from '#lib/queries/registry.ts';
import { deliveredReviews, examinationDecisions, ownReview } from '#lib/queries/review.ts';
import { lastSubmittedVersion } from '#lib/queries/submitted.ts';
import * as actions from './actions.ts';
import { Signer } from './signer.tsx';

/** Read once for the title and for the page. */
const examined = cache(async (dossierId: string) => examinedDossier(await signedInActor(`/instruction/${dossierId}`), dossierId));

export async function generateMetadata({ params }: PageProps<'/instruction/[dossierId]'>): Promise<Metadata> {
  const { dossierId } = await params;
  const loaded = await examined(dossierId);
  return { title: loaded ? `${loaded.dossier.number} – ${loaded.dossier.organisationName}` : 'Page introuvable' };
}

const doneSentences = {
  eligibilite: 'La décision sur l’éligibilité est enregistrée.',
  categorie: 'La catégorie est fixée.',
  recevabilite: 'La décision sur la recevabilité est enregistrée.',
  evaluation: 'Votre évaluation est rendue.',
};

export default async function ExaminationPage({ params, searchParams }: PageProps<'/instruction/[dossierId]'>) {
  // Who is asking, and may they.
  const { dossierId } = await params;
  const query = await searchParams;
  const actor = await signedInActor(`/instruction/${dossierId}`);
  const loaded = await examined(dossierId);
  const submitted = loaded && (await lastSubmittedVersion(dossierId));
  if (!loaded || !submitted) notFound();

  // What they may see.
  const { dossier, call, situation } = loaded;
  const { definition } = call;
  const withdrawal = await withdrawalOf(dossier);
  const filters = readFilters(query);
  const category = categoryOf(definition, dossier.categoryCode);
  const list = writeFilters(definition.code, filters).toString();
  const identity = identityOf(submitted.snapshot.answers);
  const [decisions, examination, own, delivered, neighbours, corrections, assisted, words, files] = await Promise.all([
    examinationDecisions(dossierId),
    examinationOf(loaded),
    ownReview(dossierId, actor.userId),
    deliveredReviews(loaded),
    neighboursOf(actor, call, filters, dossierId),
    askedCorrections(dossierId, situation.now),
    assistedDepositOf(dossierId),
    registryWords(dossierId, identity.identifier),
    Promise.all(submitted.snapshot.files.map(async (file) => ({ file, ...(await pieceView(actor, dossierId, file)) }))),
  ]);
  const may = (act: Parameters<typeof obstacle>[0], problems?: number) => obstacle(act, { ...situation, problems }) === null;
  const points = examination ? admissibilityPoints(definition, examination) : [];
  const reviews = may('writeReview') || own.version > 0;
  const done = knownWord(doneSentences, query.fait);
  const next = query.fait === 'evaluation' ? await nextToReview(actor, call, filters) : null;

  return (
    <div className="group/page">
      <DossierNeighbours neighbours={neighbours} query={list} />
      <PageTitle title={dossier.organisationName}>
        <p className="m-0">
          {dossier.number}, version {submitted.version}
          {submitted.version > 1 && (
            <>
              {' '}
              (<Link href={`/instruction/${dossierId}/versions?${list}` as Route}>comparer les versions</Link>)
            </>
          )}
          . {organisationKindOf(definition, dossier.organisationKind)?.label}, {dossier.territoryName}.{' '}
          {category?.shortLabel ?? 'Catégorie non choisie'}. <StatusBadge status={dossier.status} />
        </p>
      </PageTitle>
      <AssistedNotice assisted={assisted} />
      {withdrawal && (
        <Alert severity="warning" title={`Dossier retiré par ses responsables le ${frenchInstant(withdrawal.withdrawnAt)}`}>
          <p className="written-text">Raison&nbsp;: {withdrawal.reason}</p>
          <p>Il n’est plus examiné. Ce qui avait été déposé et écrit à son sujet reste lisible.</p>
        </Alert>
      )}
      {isRefusal(query.refus) && <Alert severity="error" role="alert" title={refusalSentence(query.refus)} />}
      {done && (
        // What was done before is no longer news once something else is refused.
        <div className="group-has-[form_.fr-alert--error]/page:hidden">
          <Alert severity="success" role="status" title={done}>
            {query.fait === 'evaluation' && (
              <WhatNext
                others={(delivered?.length ?? 0) > 1}
                next={next && `/instruction/${next.id}?${writeFilters(definition.code, next.list)}`}
              />
            )}
          </Alert>
        </div>
      )}
      <div className="grid gap-8 min-[1100px]:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
        <CandidateDossier recap={recapOf(definition, submitted.snapshot.answers)} files={files} />
        <aside
          // Begun anew at each step, so that it shows its beginning and not where the last step was scrolled to.
          key={`${dossier.status} ${own.delivered}`}
          aria-label="Examen et évaluation"
          className="min-[1100px]:sticky min-[1100px]:top-0 min-[1100px]:max-h-screen min-[1100px]:overflow-y-auto min-[1100px]:self-start min-[1100px]:p-1"
        >
          <CorrectionPanel
            definition={definition}
            requests={corrections}
            href={`/instruction/${dossierId}/corrections?${list}` as Route}
            versionsHref={`/instruction/${dossierId}/versions?${list}` as Route}
            mayAsk={may('askCorrections')}
          />
          <Signer definition={definition} snapshot={submitted.snapshot} />
          {words && (
            <RegistryComparison
              facts={compareWithRegistry(definition, identity, words.extract)}
              source={words.extract.source}
              chosen={words.chosen}
            />
          )}
          <ExaminationPanel
            definition={definition}
            decisions={decisions}
            proposal={proposeEligibility(definition, dossier.organisationKind)}
            points={points}
            categoryCode={dossier.categoryCode}
            decideEligibility={may('decideEligibility') ? actions.decideOnEligibility.bind(null, dossierId, list) : null}
            fixCategory={may('setCategory') ? actions.fixCategory.bind(null, dossierId, list) : null}
            decideAdmissibility={
              may('declareInadmissible') ? actions.decideOnAdmissibility.bind(null, dossierId, list, submitted.version) : null
            }
          />
          {category && reviews && (
            <Reopened version={own.version}>
              <ReviewForm
                view={reviewView(definition, category, own, submitted.snapshot.answers)}
                autosaveUrl={`/api/evaluations/${dossierId}`}
                writer={{ userId: actor.userId, email: actor.email }}
                action={actions.writeReview.bind(null, dossierId, list)}
              />
            </Reopened>
          )}
          {delivered && category && <DeliveredReviews category={category} reviews={delivered} />}
          {delivered === null && situation.dossier.deliveredReviews > 0 && (
            <p className="fr-text--sm">Les évaluations des autres se liront quand vous aurez rendu la vôtre.</p>
          )}
          {may('readExaminedMessages') && (
            <p>
              <Link href={`/instruction/${dossierId}/messages`}>Messages avec le candidat</Link>
            </p>
          )}
          {may('recuse') && !own.delivered && <RecusalForm recuse={actions.withdraw.bind(null, dossierId, list)} />}
        </aside>
      </div>
    </div>
  );
}

/** After a delivery: what can be read now, and the dossier that waits. */
function WhatNext({ others, next }: { others: boolean; next: string | null }) {
  return (
    <>
      {others && <p>Les évaluations des autres sont maintenant lisibles.</p>}
      <p>{next ? <Link href={next as Route}>Évaluer le dossier suivant</Link> : 'Aucun autre dossier n’attend votre évaluation.'}</p>
    </>
  );
}
