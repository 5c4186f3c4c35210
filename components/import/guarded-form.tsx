'use client';

import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLeaveWarning } from '#components/form/use-leave-warning.ts';

/** A form posted to this address as any form is; with scripts, leaving it once something was changed asks to be sure. */
export function GuardedForm({ action, children }: { action: string; children: ReactNode }) {
  const [changed, setChanged] = useState(false);
  useLeaveWarning(changed);
  return (
    <form action={action} method="post" onChange={() => setChanged(true)} onSubmit={() => flushSync(() => setChanged(false))}>
      {children}
    </form>
  );
}
