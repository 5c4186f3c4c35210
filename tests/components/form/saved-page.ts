import { vi } from 'vitest';
import { Autosaver, type SaveAnswer, type Unsent } from '../../../components/form/autosaver.ts';

/** A form that saves itself, and a server that answers when told to. It needs fake timers. */
export function page() {
  const requests: { text: string; version: string }[] = [];
  const shelf: { draft: Unsent | null; full: boolean } = { draft: null, full: false };
  let answerLast: ((answer: SaveAnswer | null) => void) | null = null;
  const form = { text: '' };
  const saver = new Autosaver(
    1,
    () => new URLSearchParams({ texte: form.text }),
    (fields) => {
      requests.push({ text: fields.get('texte') ?? '', version: fields.get('version') ?? '' });
      if (answerLast) throw new Error('two requests at a time');
      return new Promise((resolve) => {
        answerLast = resolve;
      });
    },
    {
      keep: async (draft) => {
        if (!shelf.full) shelf.draft = draft;
        return !shelf.full;
      },
      forget: () => {
        shelf.draft = null;
      },
    },
  );
  return {
    saver,
    requests,
    form,
    shelf,
    /** What the browser keeps of the form; null when it keeps nothing. */
    kept: () => shelf.draft && new URLSearchParams(shelf.draft.fields).get('texte'),
    state: () => saver.snapshot().state,
    isWaited: () => answerLast !== null,
    type(text: string) {
      form.text = text;
      saver.markChanged();
    },
    async wait(milliseconds: number) {
      await vi.advanceTimersByTimeAsync(milliseconds);
    },
    async answer(answer: SaveAnswer | null) {
      const resolve = answerLast;
      answerLast = null;
      resolve?.(answer);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}
