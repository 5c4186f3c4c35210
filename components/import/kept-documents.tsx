import type { ReactNode } from 'react';
import { frenchInstant } from '#lib/domain/dates.ts';
import { fileSize } from '#lib/domain/text.ts';

type Props = {
  documents: readonly { fileId: string; name: string; bytes: number; createdAt: Date }[];
  remove: (fileId: string, name: string) => ReactNode;
};

/** The documents that answers were taken from, for the people of the dossier. */
export function KeptDocuments({ documents, remove }: Props) {
  return (
    <section aria-labelledby="origine">
      <h2 className="fr-h4" id="origine">
        {documents.length > 1 ? 'Documents d’origine' : 'Document d’origine'}
      </h2>
      <p>Pour les personnes du dossier seulement&nbsp;: rien n’en est déposé, et la Mission ne le voit pas.</p>
      <ul className="fr-raw-list border-t border-(--border-default-grey)">
        {documents.map(({ fileId, name, bytes, createdAt }) => (
          <li key={fileId} className="border-b border-(--border-default-grey) py-3">
            <p className="mb-2">
              <a href={`/api/fichiers/${fileId}`} className="break-all">
                {name}
              </a>{' '}
              <span className="fr-text--sm">
                ({fileSize(bytes)}), lu le {frenchInstant(createdAt)}
              </span>
            </p>
            {remove(fileId, name)}
          </li>
        ))}
      </ul>
    </section>
  );
}
