import type { ReactNode } from 'react';

type Props = {
  severity: 'info' | 'success' | 'warning' | 'error';
  title?: string;
  children?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits its turn; none for what was on the page from the start. */
  role?: 'alert' | 'status';
  id?: string;
};

/** A message of the design system, without the script that closes it. */
export function Alert({ severity, title, children, role, id }: Props) {
  return (
    <div className={`fr-alert fr-alert--${severity} ${title ? '' : 'fr-alert--sm'} my-4`} role={role} id={id}>
      {title && <p className="fr-alert__title">{title}</p>}
      {children && <div className="[&>p]:mb-2 [&>p:last-child]:mb-0">{children}</div>}
    </div>
  );
}
