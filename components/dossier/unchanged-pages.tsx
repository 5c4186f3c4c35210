import type { Route } from 'next';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { plural } from '#lib/domain/text.ts';

/** Before corrections are deposited: pages the Mission asked to correct that say what they said. A deposit ends the request. */
export function UnchangedPages({ dossierId, pages }: { dossierId: string; pages: readonly { code: string; title: string }[] }) {
  if (pages.length === 0) return null;
  const one = pages.length === 1;
  return (
    <Alert severity="warning" title={`${plural(pages.length, 'page demandée n’a pas changé', 'pages demandées n’ont pas changé')}`}>
      <ul className="mb-2" data-testid="pages-inchangees">
        {pages.map(({ code, title }) => (
          <li key={code}>
            <Link href={`/candidature/${dossierId}/${code}` as Route}>{title}</Link>
          </li>
        ))}
      </ul>
      <p>Après ce dépôt, vous ne pourrez plus {one ? 'la' : 'les'} corriger.</p>
    </Alert>
  );
}
