import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';

type Props = {
  title: ReactNode;
  back?: { href: string; label: string } /** Between the way back and the heading. */;
  above?: ReactNode;
  children?: ReactNode;
};

/** The heading of a page, the way back above it and a few words below. */
export function PageTitle({ title, back, above, children }: Props) {
  return (
    <div className="mb-6">
      {back && (
        <p className="fr-text--sm mb-2">
          <Link href={back.href as Route} className="fr-link fr-link--sm">
            ← {back.label}
          </Link>
        </p>
      )}
      {above}
      <h1 className="fr-h2 mb-3">{title}</h1>
      {children && <div className="max-w-[48rem]">{children}</div>}
    </div>
  );
}
