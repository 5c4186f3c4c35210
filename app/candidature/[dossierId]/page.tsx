import { Badge } from '@codegouvfr/react-dsfr/Badge';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { CorrectionBanner } from '#components/dossier/correction-banner.tsx';
import { DecisionPanel } from '#components/dossier/decision-panel.tsx';
import { PaperList } from '#components/dossier/paper-list.tsx';
import { StatusBadge } from '#components/dossier/status-badge.tsx';
import { TaskList } from '#components/dossier/task-list.tsx';
import { VisaState } from '#components/dossier/visa-state.tsx';
import { TakeUpInvitation } from '#components/import/take-up-invitation.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { identitySection } from '#lib/domain/call.ts';
import { statusForCandidate } from '#lib/domain/dossier-status.ts';
import { plural } from '#lib/domain/text.ts';
import { receive } from '#lib/operations/reception.ts';
import { issuedPapers } from '#lib/queries/document.ts';
import { ownDecisions, ownDossier } from '#lib/queries/dossier.ts';
import { keptDocuments } from '#lib/queries/import.ts';
import { unreadByMember } from '#lib/queries/message.ts';
import { sectionWorks } from '#lib/queries/section-work.ts';
import { currentVisa } from '#lib/queries/visa.ts';
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
  const actor = await signedInActor(`/candidature/${dossierId}`);
  const [papers, decisions, unread, works, kept, visa] = await Promise.all([
    issuedPapers(dossierId),
    ownDecisions(dossierId),
    unreadByMember(actor, dossierId),
    sectionWorks(dossierId),
    keptDocuments(dossierId),
    currentVisa(dossierId),
  ]);
  const { dossier, call, counting, submitted, changed, correction, phase, situation } = own;
  const mayTake = obstacle('takeAnswers', situation) === null;
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
          <p>La lettre de soutien n’est pas reprise : elle doit être nouvelle.</p>
        </Alert>
      )}
      <ReuseOnHub own={own} />
      {mayTake && isNew && <TakeUpInvitation dossierId={dossierId} />}
      <TaskList
        dossierId={dossierId}
        definition={call.definition}
        answers={counting}
        editable={dossier.status !== 'withdrawn' && (obstacle('editDossier', situation) === null || phase === 'deposit')}
        submitted={submitted !== null && !changed}
        works={works}
      />
      <section aria-labelledby="personnes" className="mt-10">
        <h2 className="fr-h4" id="personnes">
          Les personnes du dossier
        </h2>
        <p className="m-0">
          Invitez des collègues à écrire le dossier avec vous, ou passez la main.{' '}
          <Link href={`/candidature/${dossierId}/equipe`}>Voir et inviter les personnes du dossier</Link>
        </p>
      </section>
      {(phase === 'deposit' || visa.visa) && (
        <section aria-labelledby="visa" className="mt-8">
          <h2 className="fr-h4" id="visa">
            Le visa de votre hiérarchie (facultatif)
          </h2>
          <VisaState {...visa} />
          <p className="m-0">
            <Link href={`/candidature/${dossierId}/visa`}>
              {visa.visa ? 'Voir ou changer la demande de visa' : 'Demander un visa avant de déposer'}
            </Link>
          </p>
        </section>
      )}
      <section aria-labelledby="echanges" className="mt-8 mb-6">
        <h2 className="fr-h4" id="echanges">
          Les échanges
        </h2>
        <p className="mb-1">
          Une question sur votre dossier ? <Link href={`/candidature/${dossierId}/messages`}>Messages avec la Mission</Link>{' '}
          {unread > 0 && (
            <Badge as="span" small noIcon severity="new">
              {plural(unread, 'message non lu', 'messages non lus')}
            </Badge>
          )}
        </p>
        <p className="m-0">
          <Link href={`/candidature/${dossierId}/courriels`}>Relire les courriels du dossier</Link>
        </p>
        <p className="m-0">
          Une question sur l’appel ?{' '}
          <Link href={`/appel/${call.definition.code}/questions`}>Questions et réponses, les mêmes pour tous</Link>
        </p>
      </section>
      {!mayTake && kept.length > 0 && (
        <p className="fr-text--sm mt-8">
          <Link href={`/candidature/${dossierId}/importer`}>Retrouver les documents d’origine gardés avec le dossier</Link>
        </p>
      )}
      {mayTake && !isNew && (
        <p className="fr-text--sm mt-8">
          Une partie de votre candidature est écrite ailleurs ?{' '}
          <Link href={`/candidature/${dossierId}/importer`}>Reprendre un dossier existant</Link>
        </p>
      )}
      {obstacle('withdrawDossier', situation) === null && (
        <p className="fr-text--sm">
          Votre structure ne candidate plus ? <Link href={`/candidature/${dossierId}/retirer`}>Retirer ce dossier</Link>
        </p>
      )}
      {obstacle('deleteDraft', situation) === null && (
        <p className="fr-text--sm">
          Ce dossier a été commencé par erreur ? <Link href={`/candidature/${dossierId}/supprimer`}>Supprimer ce brouillon</Link>
        </p>
      )}
    </>
  );
}
