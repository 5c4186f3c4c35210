'use client';

import { type RefObject, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { Autosaver, type Conflict, type SaveAnswer } from './autosaver.ts';

/** A body larger than this is refused by browsers for requests that outlive their page. */
const KEEPALIVE_LIMIT = 60_000;

/**
 * Saves a form after a pause, when a field is left, when the page is hidden or left. `version`: the last one known from
 * the page or from a submission; `conflict`: what a submission met.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>, url: string, version: number, conflict: Conflict | null = null) {
  const [saver] = useState(
    () =>
      new Autosaver(
        version,
        () => fieldsOf(form.current),
        (fields) => post(url, fields),
      ),
  );
  const autosave = useSyncExternalStore(saver.subscribe, saver.snapshot, saver.snapshot);
  useEffect(() => {
    // Leaving the page: nothing must wait. Coming back to it, after signing in elsewhere: what was refused can go now.
    const onLeaveOrReturn = () => void saver.flush();
    document.addEventListener('visibilitychange', onLeaveOrReturn);
    return () => {
      document.removeEventListener('visibilitychange', onLeaveOrReturn);
    };
  }, [saver]);
  useLayoutEffect(() => saver.leave, [saver]); // before the form itself is taken away
  useEffect(() => saver.reached(version), [saver, version]);
  useEffect(() => {
    if (conflict) saver.meet(conflict);
  }, [saver, conflict]);
  return { ...autosave, markChanged: saver.markChanged, flush: saver.flush, overwrite: saver.overwrite };
}

/** The texts of the form; files travel on their own, and names with a dollar belong to the framework. */
function fieldsOf(form: HTMLFormElement | null): URLSearchParams | null {
  if (!form) return null;
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && !name.startsWith('$')) fields.append(name, value);
  return fields;
}

async function post(url: string, fields: URLSearchParams): Promise<SaveAnswer | null> {
  try {
    const answer = await fetch(url, { method: 'POST', body: fields, keepalive: fields.toString().length < KEEPALIVE_LIMIT });
    return (await answer.json()) as SaveAnswer;
  } catch {
    return null;
  }
}
