import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { CorrectionBanner } from '#components/dossier/correction-banner.tsx';
import { DecisionPanel } from '#components/dossier/decision-panel.tsx';
import { PaperList } from '#components/dossier/paper-list.tsx';
import { StatusBadge } from '#components/dossier/status-badge.tsx';
import { TaskList } from '#components/dossier/task-list.tsx';
import { TakeUpInvitation } from '#components/import/take-up-invitation.tsx';
import { WaitingDocuments } from '#components/import/waiting-documents.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { identitySection } from '#lib/domain/call.ts';
import { statusForCandidate } from '#lib/domain/dossier-status.ts';
import { isAwaited } from '#lib/domain/letter.ts';
import { letterPlaceOf } from '#lib/domain/letter-place.ts';
import { receive } from '#lib/operations/reception.ts';
import { issuedPapers } from '#lib/queries/document.ts';
import { ownDecisions, ownDossier } from '#lib/queries/dossier.ts';
import { waitingImports } from '#lib/queries/import.ts';
import { lastLetterRequest } from '#lib/queries/letter.ts';
import { reusedPages } from '#lib/queries/reuse.ts';
import { sectionWorks } from '#lib/queries/section-work.ts';
import { AroundDossier } from './around.tsx';
import { LetterOnHub } from './letter-hub.tsx';
import { ReuseOnHub } from './reuse.tsx';
import { StandingOnHub } from './standing.tsx';

/** Read once for the title and for the page. */
const load = cache(async (dossierId: string) => {
  const reception = receive();
  return ownDossier(await signedInActor(`/candidature/${dossierId}`), dossierId, reception);
});

export async function generateMetadata({ params }: PageProps<'/candidature/[dossierId]'>): Promise<Metadata> {
  const own = await load((await params).dossierId);
  return { title: own?.dossier.organisationName ?? 'Page introuvable' };
}

export default async function DossierHubPage({ params, searchParams }: PageProps<'/candidature/[dossierId]'>) {
  const { dossierId } = await params;
  const { fait, refus } = await searchParams;
  const own = await load(dossierId);
  if (!own) notFound();
  const [papers, decisions, works, reused, letter, waiting] = await Promise.all([
    issuedPapers(dossierId),
    ownDecisions(dossierId),
    sectionWorks(dossierId),
    reusedPages(dossierId),
    lastLetterRequest(dossierId),
    waitingImports(dossierId),
  ]);
  const { dossier, call, counting, submitted, changed, correction, phase, situation } = own;
  const mayTake = obstacle('takeAnswers', situation) === null;
  const letterPlace = letterPlaceOf(call.definition);
  const isNew = Object.keys(own.answers).every((code) => code === identitySection);
  return (
    <>
      <PageTitle title={dossier.organisationName} back={{ href: '/candidature', label: 'Ma candidature' }}>
        <p className="m-0">
          {call.definition.shortTitle}
          {dossier.number && ` – dossier n° ${dossier.number}`} <StatusBadge {...statusForCandidate(dossier.status, phase)} />
        </p>
      </PageTitle>
      <DecisionPanel definition={call.definition} categoryCode={dossier.categoryCode} decisions={decisions} />
      <CorrectionBanner
        dossierId={dossierId}
        placeCode={dossier.placeCode}
        definition={call.definition}
        correction={dossier.status === 'withdrawn' ? null : correction}
        changed={changed}
        version={dossier.submittedVersion}
      />
      <StandingOnHub own={own} query={{ fait, refus }} />
      <LetterOnHub own={own} />
      <PaperList papers={papers} />
      {fait === 'reprise' && (
        <Alert severity="success" role="status" title="Les réponses choisies sont dans le dossier">
          <p>Relisez chaque page avant de déposer.</p>
        </Alert>
      )}
      {fait === 'repris' && (
        <Alert severity="success" role="status" title="Les réponses de votre ancien dossier sont reprises">
          <p>La lettre de soutien n’est pas reprise&nbsp;: elle doit être nouvelle.</p>
        </Alert>
      )}
      <ReuseOnHub own={own} />
      {mayTake && <WaitingDocuments dossierId={dossierId} documents={waiting} />}
      {mayTake && isNew && <TakeUpInvitation dossierId={dossierId} />}
      <div className="grid gap-x-12 min-[1100px]:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <TaskList
            dossierId={dossierId}
            definition={call.definition}
            answers={counting}
            editable={dossier.status !== 'withdrawn' && (obstacle('editDossier', situation) === null || phase === 'deposit')}
            submitted={submitted !== null && !changed}
            works={works}
            reused={new Set(reused.map(({ code }) => code))}
            letter={letterPlace && { sectionCode: letterPlace.sectionCode, asked: letter !== null && isAwaited(letter.state) }}
          />
        </div>
        <AroundDossier own={own} isNew={isNew} />
      </div>
    </>
  );
}
