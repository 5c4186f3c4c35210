import type { ReactNode } from 'react';

type Props = {
  label: string;
  /** What the label is about, for who only hears it. */
  about?: string;
  secondary?: boolean;
  small?: boolean;
  children: ReactNode;
};

/**
 * An act that cannot be undone takes two steps: opening this, which says what will happen and to whom, then the button
 * inside. It is a plain disclosure, so that it also holds without scripts.
 */
export function Confirmation({ label, about, secondary, small, children }: Props) {
  return (
    <details className={small ? 'max-w-[48rem]' : 'w-full max-w-[48rem]'}>
      <summary className={`fr-btn ${secondary ? 'fr-btn--secondary' : ''} ${small ? 'fr-btn--sm' : ''}`}>
        {label}
        {about && <span className="fr-sr-only"> {about}</span>}
      </summary>
      <div className="mt-3 border border-(--border-default-grey) p-4">{children}</div>
    </details>
  );
}
