'use client';

import { startTransition, useEffect, useRef } from 'react';
import { SubmitButton } from '#components/form/submit-button.tsx';

/** Says to the server that the messages shown were read: by itself once they are on the screen, by its button without scripts. */
export function MarkRead({ mark }: { mark: () => Promise<void> }) {
  const told = useRef(false);
  useEffect(() => {
    if (told.current) return;
    told.current = true;
    startTransition(() => mark().catch(() => undefined));
  }, [mark]);
  return (
    <noscript>
      <form action={mark} className="mb-6">
        <SubmitButton secondary small>
          Marquer comme lu
        </SubmitButton>
      </form>
    </noscript>
  );
}
