'use client';

import { useEffect, useState } from 'react';
import { beatSeconds } from '#lib/domain/section-work.ts';

/** Who else has this page open. It says so of its own reader as long as the page is looked at, and stops when it is left. */
export function Presence({ url, initial }: { url: string; initial: string[] }) {
  const [others, setOthers] = useState(initial);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    const beat = async () => {
      if (document.hidden) return;
      try {
        const response = await fetch(url, { method: 'POST', signal });
        if (response.ok) setOthers((await response.json()).others);
      } catch {
        // Offline, or left meanwhile: what matters is said by the form.
      }
    };
    const leave = () => void navigator.sendBeacon(url, new URLSearchParams({ fin: 'oui' }));
    const timer = setInterval(beat, beatSeconds * 1000);
    document.addEventListener('visibilitychange', () => (document.hidden ? leave() : void beat()), { signal });
    window.addEventListener('pagehide', leave, { signal });
    void beat();
    return () => {
      clearInterval(timer);
      gone.abort();
      leave();
    };
  }, [url]);
  return (
    <div role="status">
      {others.map((sentence) => (
        <p key={sentence} className="fr-text--sm mb-4 border-l-4 border-(--border-plain-warning) pl-4">
          {sentence} Vos textes ne s’effaceront pas l’un l’autre&nbsp;: en cas de doute, les deux versions vous seront montrées.
        </p>
      ))}
    </div>
  );
}
