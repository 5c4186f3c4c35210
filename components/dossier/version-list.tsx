import { frenchInstantToTheSecond } from '#lib/domain/dates.ts';

export type ListedVersion = { version: number; receivedAt: Date; submittedBy: string; sha256: string };

/** The frozen versions, the last first: which, when, by whom, and the fingerprint that proves it. */
export function VersionList({ versions }: { versions: ListedVersion[] }) {
  return (
    <ol className="fr-raw-list mb-8 max-w-[48rem]" aria-label="Versions déposées">
      {versions.map(({ version, receivedAt, submittedBy, sha256 }, rank) => (
        <li key={version} className="border-t border-(--border-default-grey) py-2">
          <p className="m-0">
            <strong>Version {version}</strong>
            {rank === 0 && ', celle qui compte'}&nbsp;: reçue le {frenchInstantToTheSecond(receivedAt)}, déposée par {submittedBy}.
          </p>
          <details className="fr-text--sm m-0">
            <summary className="cursor-pointer">
              Empreinte SHA-256<span className="fr-sr-only"> de la version {version}</span>
            </summary>
            <code className="break-all">{sha256}</code>
          </details>
        </li>
      ))}
    </ol>
  );
}
