import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { VersionComparison } from '#components/dossier/version-comparison.tsx';
import { VersionList } from '#components/dossier/version-list.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { chosenPair, versionChanges } from '#lib/domain/version-diff.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { submittedVersions } from '#lib/queries/submitted.ts';

export const metadata: Metadata = { title: 'Versions de mon dossier' };

/** The deposited versions of one's dossier, and what differs between two of them, or from what is written now. */
export default async function OwnVersionsPage({ params, searchParams }: PageProps<'/candidature/[dossierId]/versions'>) {
  const reception = receive();
  const { dossierId } = await params;
  const { avant, apres } = await searchParams;
  const own = await ownDossier(await signedInActor(`/candidature/${dossierId}/versions`), dossierId, reception);
  if (!own?.submitted) notFound();
  const versions = await submittedVersions(dossierId);
  const texts = [
    ...versions
      .map(({ version, snapshot }) => ({ key: String(version), label: `Version ${version}`, answers: snapshot.answers }))
      .reverse(),
    ...(own.changed
      ? [{ key: 'en-cours', label: 'Version en cours d’écriture', answers: own.correction?.state === 'open' ? own.counting : own.answers }]
      : []),
  ];
  const pair = chosenPair(
    texts.map(({ key }) => key),
    avant,
    apres,
  );
  const answersOf = (key: string | undefined) => texts.find((text) => text.key === key)?.answers ?? {};
  return (
    <>
      <PageTitle title="Les versions de mon dossier" back={{ href: `/candidature/${dossierId}`, label: own.dossier.organisationName }}>
        <p>La dernière version déposée est celle que lit la Mission. Une version déposée ne change jamais.</p>
      </PageTitle>
      <VersionList versions={versions.map(({ snapshot, ...version }) => ({ ...version, submittedBy: snapshot.submittedBy.name }))} />
      <VersionComparison
        choices={texts}
        pair={pair}
        sections={pair ? versionChanges(own.call.definition, answersOf(pair.before), answersOf(pair.after)) : []}
      />
    </>
  );
}
