'use client';

import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type FileState, sendForm } from './send-file.ts';
import { useLeaveWarning } from './use-leave-warning.ts';

/** Follows the file chosen in a form: nothing but sending the page saves it, and leaving before then asks to be sure. */
export function useFileSending(form: RefObject<HTMLFormElement | null>) {
  const [state, setState] = useState<FileState>('none');
  const look = () => setState(holdsFile(form.current) ? 'chosen' : 'none');
  useLeaveWarning(state !== 'none');
  // Going back to a page, the browser may put the chosen file back without saying so.
  useEffect(() => setState(holdsFile(form.current) ? 'chosen' : 'none'), [form]);

  /** Sends the fields with their file, then goes where the server answers; what fails stays on the page. */
  async function send(address: string, fields: FormData) {
    const next = await sendForm(address, fields, setState);
    flushSync(() => setState(next ? 'none' : 'failed')); // so that leaving asks nothing any more
    if (next) window.location.assign(next);
  }

  return { state, look, send };
}

/** True for the field a file is chosen with. */
export function isFileInput(target: EventTarget): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === 'file';
}

/** True when a file is chosen in this form. */
export function holdsFile(form: HTMLFormElement | null): boolean {
  return [...(form?.elements ?? [])].some((element) => isFileInput(element) && (element.files?.length ?? 0) > 0);
}
