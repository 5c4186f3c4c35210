import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { VersionComparison } from '#components/dossier/version-comparison.tsx';
import { VersionList } from '#components/dossier/version-list.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { chosenPair, versionChanges } from '#lib/domain/version-diff.ts';
import { examinedDossier, readFilters, writeFilters } from '#lib/queries/instruction.ts';
import { submittedVersions } from '#lib/queries/submitted.ts';

export const metadata: Metadata = { title: 'Versions du dossier' };

/** The deposited versions of a dossier and what changed between two of them, for whoever may examine it. */
export default async function ExaminedVersionsPage({ params, searchParams }: PageProps<'/instruction/[dossierId]/versions'>) {
  const { dossierId } = await params;
  const query = await searchParams;
  const loaded = await examinedDossier(await signedInActor(`/instruction/${dossierId}/versions`), dossierId);
  if (!loaded) notFound();
  const { definition } = loaded.call;
  const versions = await submittedVersions(dossierId);
  const keys = versions.map(({ version }) => String(version)).reverse();
  const pair = chosenPair(keys, query.avant, query.apres);
  const answersOf = (key: string) => versions.find(({ version }) => String(version) === key)?.snapshot.answers ?? {};
  const list = writeFilters(definition.code, readFilters(query));
  return (
    <>
      <PageTitle
        title={`Versions du dossier de ${loaded.dossier.organisationName}`}
        back={{ href: `/instruction/${dossierId}?${list}` as Route, label: `Dossier ${loaded.dossier.number}` }}
      >
        <p>La dernière version déposée est celle qui se juge.</p>
      </PageTitle>
      <VersionList versions={versions.map(({ snapshot, ...version }) => ({ ...version, submittedBy: snapshot.submittedBy.name }))} />
      <VersionComparison
        choices={keys.map((key) => ({ key, label: `Version ${key}` }))}
        pair={pair}
        sections={pair ? versionChanges(definition, answersOf(pair.before), answersOf(pair.after)) : []}
        kept={Object.fromEntries(list)}
      />
    </>
  );
}
