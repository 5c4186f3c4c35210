import type { ReactNode } from 'react';

/**
 * An act that cannot be undone takes two steps: opening this, which says what will happen and to whom, then the button
 * inside. It is a plain disclosure, so that it also holds without scripts.
 */
export function Confirmation({ label, secondary, children }: { label: string; secondary?: boolean; children: ReactNode }) {
  return (
    <details className="w-full max-w-[48rem]">
      <summary className={`fr-btn ${secondary ? 'fr-btn--secondary' : ''}`}>{label}</summary>
      <div className="mt-3 border border-(--border-default-grey) p-4">{children}</div>
    </details>
  );
}
