'use client';

import type { Route } from 'next';
import { usePathname } from 'next/navigation';
import { Link } from '#components/ui/link.tsx';

/** A link of the main menu, marked when the page shown belongs to it. */
export function SectionLink({ href, label }: { href: string; label: string }) {
  const path = usePathname();
  const current = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href as Route}
      aria-current={current ? 'page' : undefined}
      className={`inline-block border-b-2 bg-none py-2 text-sm ${current ? 'border-current font-bold' : 'border-transparent'}`}
    >
      {label}
    </Link>
  );
}
