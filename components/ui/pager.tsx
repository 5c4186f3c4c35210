import type { Route } from 'next';
import { Link } from '#components/ui/link.tsx';

/** Previous and next, with where one is; nothing for a single page. */
export function Pager({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages de la liste" className="mt-4 flex flex-wrap items-center gap-4">
      {page > 1 && (
        <Link href={href(page - 1) as Route} className="fr-btn fr-btn--secondary fr-btn--sm">
          Page précédente
        </Link>
      )}
      <span>
        Page {page} sur {pages}
      </span>
      {page < pages && (
        <Link href={href(page + 1) as Route} className="fr-btn fr-btn--secondary fr-btn--sm">
          Page suivante
        </Link>
      )}
    </nav>
  );
}
