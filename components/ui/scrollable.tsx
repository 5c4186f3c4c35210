import type { ReactNode } from 'react';

/**
 * A table wider than the screen scrolls by itself and not with the page; it takes the focus, so that a keyboard can
 * scroll it. On a narrow screen it says so: nothing else shows that there is more on the side.
 */
export function Scrollable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <p className="fr-hint-text mb-1 md:hidden">Faites glisser le tableau de côté pour lire toutes ses colonnes.</p>
      <section
        className="relative overflow-x-auto border-x border-(--border-default-grey) md:border-0"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        {children}
      </section>
    </>
  );
}
