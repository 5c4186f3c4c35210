'use client';

import { type RefObject, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { Autosaver, type Conflict, type SaveAnswer } from './autosaver.ts';
import { forgetDraft, foundDraft, keepAgain, keepDraft, openWriter } from './local-drafts.ts';
import { fieldsOf, fillForm } from './posted-fields.ts';

/** A body larger than this is refused by browsers for requests that outlive their page. */
const KEEPALIVE_LIMIT = 60_000;

type Page = {
  form: RefObject<HTMLFormElement | null>;
  /** The address that saves the page. */
  url: string;
  /** Who writes: what waits in this browser is theirs alone. */
  owner: string;
  /** The last version known, from the page or from a submission. */
  version: number;
  /** What a submission met. */
  conflict?: Conflict | null;
  /** Puts back what was found, where filling the fields is not enough. */
  putBack?: (fields: URLSearchParams) => void;
};

/**
 * Saves a form in the browser at each change, and on the server after a pause, when a field is left, when the page is
 * hidden or left, when the connection comes back. What a former page could not send comes back in the form; `found` says
 * when it was written.
 */
export function useAutosave({ form, url, owner, version, conflict = null, putBack }: Page) {
  const [{ saver, writer }] = useState(() => makeSaver(form, url, owner, version));
  const autosave = useSyncExternalStore(saver.subscribe, saver.snapshot, saver.snapshot);
  const [found, setFound] = useState<number | null>(null);
  useEffect(() => {
    // Leaving the page: nothing must wait. Coming back to it, or to the network: what was refused can go now.
    const now = () => void saver.flush();
    document.addEventListener('visibilitychange', now);
    window.addEventListener('pagehide', now);
    window.addEventListener('online', now);
    return () => {
      document.removeEventListener('visibilitychange', now);
      window.removeEventListener('pagehide', now);
      window.removeEventListener('online', now);
    };
  }, [saver]);
  useLayoutEffect(() => saver.leave, [saver]); // before the form itself is taken away
  useEffect(() => saver.reached(version), [saver, version]);
  useEffect(() => {
    if (conflict) saver.meet(conflict);
  }, [saver, conflict]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once, when the page opens
  useEffect(() => {
    const close = openWriter(writer);
    void takeUp().catch(() => {});
    return close;

    async function takeUp() {
      const draft = await foundDraft(owner, url);
      const held = fieldsOf(form.current);
      if (!draft || !form.current || !held || saver.snapshot().state.kind !== 'idle') return;
      if (draft.fields === held.toString()) return forgetDraft(draft);
      if (await keepDraft({ ...draft, writer })) await forgetDraft(draft);
      const fields = new URLSearchParams(draft.fields);
      if (putBack) putBack(fields);
      else fillForm(form.current, fields);
      setFound(draft.at);
      await saver.takeUp(draft);
    }
  }, []);

  /** The same person signed in again without leaving the page: what waits goes. */
  function resume() {
    keepAgain();
    return saver.flush();
  }
  return { ...autosave, found, resume, markChanged: saver.markChanged, flush: saver.flush, overwrite: saver.overwrite };
}

function makeSaver(form: Page['form'], url: string, owner: string, version: number) {
  const writer = globalThis.crypto?.randomUUID?.() ?? String(Math.random());
  const saver = new Autosaver(
    version,
    () => fieldsOf(form.current),
    (fields) => post(url, owner, fields),
    {
      keep: (draft) => keepDraft({ ...draft, owner, place: url, writer, at: Date.now() }),
      forget: () => void forgetDraft({ owner, place: url, writer }),
    },
  );
  return { saver, writer };
}

/** Null when the server could not be reached, or is not able to answer for now. */
async function post(url: string, owner: string, fields: URLSearchParams): Promise<SaveAnswer | null> {
  fields.set('auteur', owner);
  try {
    const answer = await fetch(url, { method: 'POST', body: fields, keepalive: fields.toString().length < KEEPALIVE_LIMIT });
    return answer.status >= 500 || answer.status === 429 ? null : ((await answer.json()) as SaveAnswer);
  } catch {
    return null;
  }
}
