import { Link } from '#components/ui/link.tsx';
import { RefreshWhilePreparing } from '#components/ui/refresh-while-preparing.tsx';
import { frenchInstant } from '#lib/domain/dates.ts';

type Paper = { code: string; kind: 'receipt' | 'dossier' | 'charter' | 'letter'; title: string; ready: boolean; createdAt: Date };

/** The papers issued for a dossier: to download, or being prepared. */
export function PaperList({ papers }: { papers: Paper[] }) {
  if (papers.length === 0) return null;
  return (
    <section aria-labelledby="documents" className="mb-8 max-w-[48rem]">
      <h2 className="fr-h4" id="documents">
        Documents
      </h2>
      <ul className="fr-raw-list">
        {papers.map((paper) => (
          <li key={paper.code} className="mb-2">
            {paper.ready ? (
              <a href={`/api/documents/${paper.code}`}>{paper.title} (PDF)</a>
            ) : (
              <span>{paper.title}&nbsp;: en préparation. Cela prend quelques secondes&nbsp;; rechargez la page.</span>
            )}
            <span className="fr-text--sm block">
              {frenchInstant(paper.createdAt)}. Code de vérification&nbsp;: <Link href={`/verifier/${paper.code}`}>{paper.code}</Link>
            </span>
          </li>
        ))}
      </ul>
      {papers.some((paper) => !paper.ready) && <RefreshWhilePreparing />}
    </section>
  );
}
