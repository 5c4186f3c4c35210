'use client';

import { Fragment, type ReactNode, useState } from 'react';

/**
 * A form that is begun anew when the page comes back from the server with another version of what it holds. Its first
 * key is always the same: without scripts, that is how what a form answers finds its form.
 */
export function Reopened({ version, children }: { version: number; children: ReactNode }) {
  const [opened] = useState(version);
  return <Fragment key={version === opened ? 'opened' : version}>{children}</Fragment>;
}
