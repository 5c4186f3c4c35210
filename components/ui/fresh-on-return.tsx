'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';

/**
 * The browser's Back button brings a page back as it was left, with the text it had before being saved. This asks the
 * server again, and keeps the page from being written on for that short while. Offline, the page stays as it was left.
 */
export function FreshOnReturn({ page }: { page: string }) {
  const router = useRouter();
  const [asking, start] = useTransition();
  useEffect(() => {
    const onReturn = (event: PopStateEvent) => {
      if (event.state === null || !navigator.onLine) return; // null: a link to a place of the page was followed
      setTimeout(() => start(() => router.refresh())); // after the router itself has put the page back
    };
    window.addEventListener('popstate', onReturn);
    return () => window.removeEventListener('popstate', onReturn);
  }, [router]);
  useEffect(() => {
    document.getElementById(page)?.toggleAttribute('inert', asking);
  }, [page, asking]);
  return null;
}
