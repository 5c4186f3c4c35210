import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SaveAnswer } from '../../../components/form/autosaver.ts';
import { page } from './saved-page.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const PAUSE_MS = 1500;
const RETRY_MS = 5000;
const LONGEST_RETRY_MS = 60_000;
const refusal: SaveAnswer = { ok: false, sentence: 'Ce texte est trop long.', problems: { texte: 'Trop long.' } };
const conflict: SaveAnswer = {
  ok: false,
  sentence: 'Ce texte a été modifié entre-temps.',
  current: { version: 9, values: { texte: 'autre' } },
};

const saved = (version: number): SaveAnswer => ({ ok: true, version, savedAt: `16 h ${version}` });

describe('saving while writing', () => {
  it('says nothing and sends nothing before something is typed', async () => {
    const { saver, requests, state, wait } = page();
    await saver.flush();
    await wait(60_000);
    expect([state(), requests]).toEqual([{ kind: 'idle' }, []]);
  });

  it('waits for a pause: each keystroke starts it again', async () => {
    const { requests, state, type, wait } = page();
    type('a');
    expect(state()).toEqual({ kind: 'unsaved' });
    await wait(PAUSE_MS - 1);
    type('ab');
    await wait(PAUSE_MS - 1);
    expect(requests).toEqual([]);
    await wait(1);
    expect([requests, state()]).toEqual([[{ text: 'ab', version: '1' }], { kind: 'saving' }]);
  });

  it('says « saved » with the server’s time once it has answered, and sends the new version next', async () => {
    const { requests, state, type, wait, answer } = page();
    type('a');
    await wait(PAUSE_MS);
    await answer(saved(2));
    expect(state()).toEqual({ kind: 'saved', at: '16 h 2', again: false });
    type('ab');
    await wait(PAUSE_MS);
    expect(requests.at(-1)).toEqual({ text: 'ab', version: '2' });
  });

  it('what is typed during a request is not saved by its answer, and goes with the next one', async () => {
    const { requests, state, type, wait, answer } = page();
    type('a');
    await wait(PAUSE_MS);
    type('ab');
    expect(state()).toEqual({ kind: 'saving' });
    await answer(saved(2));
    expect(state()).toEqual({ kind: 'unsaved' });
    await wait(PAUSE_MS);
    await answer(saved(3));
    expect([state(), requests.map(({ text }) => text)]).toEqual([{ kind: 'saved', at: '16 h 3', again: false }, ['a', 'ab']]);
  });

  it('leaving a field saves at once, and once', async () => {
    const { saver, requests, type, wait, answer } = page();
    type('a');
    void saver.flush();
    await wait(0);
    expect(requests).toHaveLength(1);
    await answer(saved(2));
    await wait(60_000);
    expect(requests).toHaveLength(1);
  });

  it('waiting for the end of a save waits for what was typed during it', async () => {
    const { saver, requests, type, wait, answer } = page();
    type('a');
    await wait(PAUSE_MS);
    type('ab');
    let done = false;
    void saver.flush().then(() => {
      done = true;
    });
    await answer(saved(2));
    expect([done, requests.at(-1)]).toEqual([false, { text: 'ab', version: '2' }]);
    await answer(saved(3));
    expect(done).toBe(true);
  });
});

describe('when a save fails', () => {
  it('without a connection, says so, keeps saying so while typing, and tries again by itself', async () => {
    const { requests, state, type, wait, answer } = page();
    type('a');
    await wait(PAUSE_MS);
    await answer(null);
    const failed = { kind: 'failed', why: 'unreachable', sentence: '' };
    expect(state()).toEqual(failed);
    await wait(RETRY_MS - 1);
    expect([state(), requests]).toEqual([failed, [{ text: 'a', version: '1' }]]);
    type('ab');
    expect(state()).toEqual(failed);
    await wait(PAUSE_MS);
    expect(requests.at(-1)).toEqual({ text: 'ab', version: '1' });
    await answer(null);
    await wait(2 * RETRY_MS);
    await answer(saved(2));
    expect([state(), requests.length]).toEqual([{ kind: 'saved', at: '16 h 2', again: true }, 3]);
  });

  it('refused, says why by field, and forgets it once a corrected text is saved', async () => {
    const { saver, requests, state, type, wait, answer } = page();
    type('trop long');
    await wait(PAUSE_MS);
    await answer(refusal);
    expect(saver.snapshot()).toEqual({
      state: { kind: 'failed', why: 'refused', sentence: 'Ce texte est trop long.' },
      version: 1,
      problems: { texte: 'Trop long.' },
      conflict: null,
      kept: true,
    });
    void saver.flush(); // the text is still not saved: leaving the field tries it again
    await wait(0);
    await answer(refusal);
    type('court');
    await wait(PAUSE_MS);
    await answer(saved(2));
    expect([state(), saver.snapshot().problems, requests.map(({ text }) => text)]).toEqual([
      { kind: 'saved', at: '16 h 2', again: true },
      {},
      ['trop long', 'trop long', 'court'],
    ]);
  });

  it('in conflict, stops and shows the other text until a person keeps theirs, over that very version', async () => {
    const { saver, requests, state, type, wait, answer } = page();
    type('mien');
    await wait(PAUSE_MS);
    await answer(conflict);
    expect(saver.snapshot().conflict).toEqual({ version: 9, values: { texte: 'autre' } });
    type('mien encore');
    await saver.flush();
    await wait(60_000);
    expect([requests.length, state().kind]).toEqual([1, 'failed']);
    saver.overwrite();
    await wait(0);
    expect(requests.at(-1)).toEqual({ text: 'mien encore', version: '9' });
    await answer(saved(10));
    expect(saver.snapshot()).toEqual({
      state: { kind: 'saved', at: '16 h 10', again: true },
      version: 10,
      problems: {},
      conflict: null,
      kept: true,
    });
  });
});

describe('what the browser keeps until the server has it', () => {
  it('each change at once, from the version it was written on; nothing once the server has it all', async () => {
    const { shelf, kept, type, wait, answer } = page();
    type('a');
    expect([kept(), shelf.draft?.base]).toEqual(['a', 1]);
    await wait(PAUSE_MS);
    type('ab');
    await wait(0);
    expect(kept()).toBe('ab');
    await answer(saved(2)); // for « a »: « ab » is still only here, and follows from version 2
    expect([kept(), shelf.draft?.base]).toEqual(['ab', 2]);
    await wait(PAUSE_MS);
    await answer(saved(3));
    expect(kept()).toBeNull();
  });

  it('a browser that keeps nothing is said to keep nothing', async () => {
    const { saver, shelf, type, wait, answer } = page();
    shelf.full = true;
    type('a');
    await wait(PAUSE_MS);
    await answer(null);
    expect(saver.snapshot().kept).toBe(false);
    shelf.full = false;
    type('ab');
    await wait(0);
    expect(saver.snapshot().kept).toBe(true);
  });

  it('what a former page left is sent from the version it was written on', async () => {
    const { saver, requests, form, state, wait, answer } = page();
    saver.reached(5);
    form.text = 'retrouvé';
    void saver.takeUp({ fields: 'texte=retrouv%C3%A9', base: 4, sent: [] });
    await wait(0);
    expect(requests).toEqual([{ text: 'retrouvé', version: '4' }]);
    await answer(saved(6));
    expect(state().kind).toBe('saved');
  });

  it('our own text, saved without its answer reaching us, is no conflict: what follows goes over it', async () => {
    const { saver, requests, shelf, type, wait, answer } = page();
    type('a');
    await wait(PAUSE_MS);
    type('ab');
    await answer(null);
    expect(shelf.draft?.sent).toHaveLength(1);
    await wait(RETRY_MS);
    await answer({ ok: false, sentence: '', current: { version: 2, values: { texte: 'a' } } });
    expect([saver.snapshot().conflict, requests.at(-1)]).toEqual([null, { text: 'ab', version: '2' }]);
    await answer(saved(3));
    expect(saver.snapshot().state.kind).toBe('saved');
  });

  it('is erased, and kept no more, once somebody else is signed in', async () => {
    const { saver, kept, type, wait, answer } = page();
    type('a');
    await wait(PAUSE_MS);
    await answer({ ok: false, why: 'person', sentence: 'Une autre personne.' });
    type('ab');
    await wait(0);
    expect([kept(), saver.snapshot().state]).toEqual([null, { kind: 'failed', why: 'person', sentence: 'Une autre personne.' }]);
  });
});

describe('what another way of saving says', () => {
  it('moves the version forward, never backward', async () => {
    const { saver, requests, type, wait } = page();
    saver.reached(7);
    saver.reached(3);
    type('a');
    await wait(PAUSE_MS);
    expect(requests).toEqual([{ text: 'a', version: '7' }]);
  });

  it('a conflict it met stops the saving until a person chooses', async () => {
    const { saver, requests, type, wait } = page();
    saver.meet({ version: 9, values: { texte: 'autre' } });
    type('a');
    await wait(60_000);
    expect(requests).toEqual([]);
    saver.overwrite();
    await wait(0);
    expect(requests).toEqual([{ text: 'a', version: '9' }]);
  });
});

describe('whoever watches', () => {
  it('is told of every change until they stop watching', async () => {
    const { saver, state, type, wait, answer } = page();
    const seen: string[] = [];
    const stop = saver.subscribe(() => seen.push(state().kind));
    type('a');
    await wait(PAUSE_MS);
    await answer(saved(2));
    stop();
    type('ab');
    expect(seen).toEqual(['unsaved', 'unsaved', 'saving', 'saved']); // the second: the browser keeps it
  });

  it('a page that is left sends at once what it held, and tries no more', async () => {
    const { saver, requests, form, type, wait, answer } = page();
    type('a');
    saver.leave();
    form.text = 'the form is gone';
    await wait(0);
    expect(requests).toEqual([{ text: 'a', version: '1' }]);
    await answer(null);
    await wait(60_000);
    expect(requests).toHaveLength(1);
  });

  it('a page that is left with everything saved sends nothing', async () => {
    const { saver, requests, wait } = page();
    saver.leave();
    await wait(60_000);
    expect(requests).toEqual([]);
  });
});

describe('whatever the interleaving of typing, pauses, answers and failures', () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.constant('type' as const) },
    { weight: 4, arbitrary: fc.constantFrom(1, 1499, 1500, 5000) },
    { weight: 4, arbitrary: fc.constant('ok' as const) },
    fc.constantFrom('unreachable' as const, 'refused' as const, 'conflict' as const, 'flush' as const, 'overwrite' as const),
  );

  it('never says « saved » while something typed is not acknowledged, and everything typed is sent in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { saver, requests, form, state, kept, isWaited, type, wait, answer } = page();
        let version = 1;
        let acknowledged = '';
        let refused = '';
        const accept = async () => {
          if (!isWaited()) return;
          acknowledged = requests.at(-1)?.text ?? '';
          version += 1;
          await answer(saved(version));
        };
        const check = () => {
          if (state().kind === 'saved') expect(acknowledged).toBe(form.text);
          if (state().kind === 'idle') expect(form.text).toBe('');
          if (isWaited()) expect(['saving', 'failed']).toContain(state().kind);
          else expect(state().kind).not.toBe('saving');
          // Whatever happens to the page now, its text is either on the server or in the browser.
          if (form.text !== acknowledged) expect(kept()).toBe(form.text);
        };
        for (const [rank, next] of steps.entries()) {
          if (next === 'type') type(`texte ${rank}`);
          else if (typeof next === 'number') await wait(next);
          else if (next === 'flush') void saver.flush();
          else if (next === 'overwrite' && saver.snapshot().conflict) saver.overwrite();
          else if (next === 'ok') await accept();
          else if (next === 'unreachable' && isWaited()) await answer(null);
          else if (next === 'conflict' && isWaited()) await answer(conflict);
          else if (next === 'refused' && isWaited()) {
            refused = requests.at(-1)?.text ?? '';
            await answer(refusal);
          }
          await wait(0);
          check();
        }
        // The connection comes back and a person settles the conflict: the server ends with the last text, unless it refused it.
        if (saver.snapshot().conflict) saver.overwrite();
        for (let round = 0; round < 4; round += 1) {
          await wait(LONGEST_RETRY_MS);
          await accept();
          check();
        }
        if (refused !== form.text) expect(acknowledged).toBe(form.text);
        expect(requests.at(-1)?.text ?? '').toBe(form.text);
      }),
      { numRuns: 300 },
    );
  });
});
