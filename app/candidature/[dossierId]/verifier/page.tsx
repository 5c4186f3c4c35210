import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ReadOnlySection } from '#components/dossier/read-only-section.tsx';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { type Gap, gapsOf } from '#lib/domain/completeness.ts';
import { frenchClosing } from '#lib/domain/dates.ts';
import { recapOf } from '#lib/domain/form.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { plural } from '#lib/domain/text.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { submit } from './actions.ts';

export const metadata: Metadata = { title: 'Vérifier mon dossier' };

export default async function CheckPage({ params, searchParams }: PageProps<'/candidature/[dossierId]/verifier'>) {
  const reception = receive();
  const { dossierId } = await params;
  const { refus } = await searchParams;
  const actor = await signedInActor(`/candidature/${dossierId}/verifier`);
  const own = await ownDossier(actor, dossierId, reception);
  if (!own) notFound();
  const { dossier, call, answers, situation } = own;
  const gaps = gapsOf(call.definition, answers);
  const blocking = gaps.filter((gap) => gap.need === 'blocking');
  const refusal = obstacle('submitDossier', { ...situation, problems: blocking.length });
  const times = { opensAt: call.opensAt, closesAt: call.closesAt, now: situation.now };
  return (
    <>
      <PageTitle title="Vérifier mon dossier" back={{ href: `/candidature/${dossierId}`, label: dossier.organisationName }}>
        <p>Relisez votre dossier tel que la Mission le lira, puis déposez-le {frenchClosing(call.closesAt)}.</p>
      </PageTitle>
      {refus && refusal && refusal !== 'incomplete' && (
        <Alert severity="error" title="Le dossier n’a pas été déposé" role="alert">
          <p>{refusalSentence(refusal, times)}</p>
        </Alert>
      )}
      {refus === 'incomplete' && blocking.length > 0 && (
        <Alert severity="error" title="Le dossier n’a pas été déposé" role="alert">
          <p>{refusalSentence('incomplete')}</p>
        </Alert>
      )}
      <GapList
        severity="warning"
        title={`Il manque ${plural(blocking.length, 'élément', 'éléments')} pour déposer`}
        gaps={blocking}
        dossierId={dossierId}
        testId="manques-bloquants"
      />
      <GapList
        severity="info"
        title="À compléter si vous le pouvez (cela n’empêche pas de déposer)"
        gaps={gaps.filter((gap) => gap.need !== 'blocking')}
        dossierId={dossierId}
        testId="manques-conseilles"
      />
      {blocking.length === 0 && refusal === null && (
        <Alert severity="success" title="Votre dossier est complet">
          <p>Il n’est pas encore déposé : utilisez le bouton en bas de page.</p>
        </Alert>
      )}
      {recapOf(call.definition, answers).map((recap) => (
        <section
          key={recap.section.code}
          aria-labelledby={`recap-${recap.section.code}`}
          className="mb-8 max-w-[48rem] border-t border-(--border-default-grey) pt-4"
        >
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 className="fr-h5" id={`recap-${recap.section.code}`}>
              {recap.section.title}
            </h2>
            <Link href={`/candidature/${dossierId}/${recap.section.code}` as Route}>
              Modifier<span className="fr-sr-only"> « {recap.section.title} »</span>
            </Link>
          </div>
          <ReadOnlySection recap={recap} />
        </section>
      ))}
      {refusal === null || refusal === 'incomplete' ? (
        <form action={submit.bind(null, dossierId, dossier.submittedVersion + 1)} className="border-t border-(--border-default-grey) pt-6">
          <p>
            {dossier.submittedVersion > 0
              ? `Ce dépôt remplacera la version ${dossier.submittedVersion}. La dernière version déposée compte.`
              : 'Vous recevrez un numéro et un accusé de réception. Vous pourrez encore modifier et déposer à nouveau avant la clôture.'}
          </p>
          <SubmitButton>Déposer le dossier de candidature</SubmitButton>
        </form>
      ) : (
        <p>{refusal === 'notFound' ? 'Seule la personne responsable du dossier peut le déposer.' : refusalSentence(refusal, times)}</p>
      )}
    </>
  );
}

type GapListProps = { severity: 'warning' | 'info'; title: string; gaps: Gap[]; dossierId: string; testId: string };

function GapList({ severity, title, gaps, dossierId, testId }: GapListProps) {
  if (gaps.length === 0) return null;
  return (
    <Alert severity={severity} title={title}>
      <ul data-testid={testId}>
        {gaps.map((gap) => (
          <li key={gap.questionCode}>
            <Link href={`/candidature/${dossierId}/${gap.sectionCode}` as Route}>{gap.sectionTitle}</Link> : {gap.message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
