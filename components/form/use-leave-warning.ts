'use client';

import { useEffect } from 'react';

/**
 * While `active`, leaving the page asks for a confirmation. Links of the application change the page without the
 * browser leaving it, so they are followed as plain links meanwhile: the browser then asks, in its own words.
 */
export function useLeaveWarning(active: boolean) {
  useEffect(() => {
    if (!active) return;
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || isElsewhere(event, link)) return;
      event.preventDefault();
      event.stopPropagation();
      window.location.assign(link.href);
    };
    window.addEventListener('beforeunload', onLeave);
    window.addEventListener('click', onClick, true); // before the router hears of it
    return () => {
      window.removeEventListener('beforeunload', onLeave);
      window.removeEventListener('click', onClick, true);
    };
  }, [active]);
}

/** A link that opens elsewhere, or that stays on this page, loses nothing. */
function isElsewhere(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const otherWindow = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.target === '_blank';
  const samePage = link.getAttribute('href')?.startsWith('#') ?? true;
  return otherWindow || samePage || link.pathname.startsWith('/api/') || !link.protocol.startsWith('http');
}
