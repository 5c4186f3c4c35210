'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY_MS = 3000;
/** Two minutes: what takes longer has met a difficulty, and the page says how to look again. */
const TIMES = 40;

/** Asks the server for the page again from time to time, while something on it is being prepared and the page is looked at. */
export function RefreshWhilePreparing() {
  const router = useRouter();
  useEffect(() => {
    let asked = 0;
    const timer = setInterval(() => {
      if (document.hidden) return;
      asked += 1;
      if (asked === TIMES) clearInterval(timer);
      router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
