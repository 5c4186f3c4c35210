'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';

type Props = { children: ReactNode; secondary?: boolean; small?: boolean; name?: string; value?: string };

/** The button of a form; it cannot be pressed twice while the first press is on its way. */
export function SubmitButton({ children, secondary, small, name, value }: Props) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      name={name}
      value={value}
      className={`fr-btn ${secondary ? 'fr-btn--secondary' : ''} ${small ? 'fr-btn--sm' : ''}`}
      aria-disabled={pending}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {children}
      {pending && <span className="fr-sr-only">, en cours</span>}
    </button>
  );
}
