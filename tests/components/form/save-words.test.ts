import { describe, expect, it } from 'vitest';
import type { SaveState } from '../../../components/form/autosaver.ts';
import { saveWords } from '../../../components/form/save-words.ts';

const words = (
  state: SaveState,
  { kept = true, conflict = null as null | { version: number; values: Record<string, string> }, problems = {} } = {},
) => saveWords({ state, kept, conflict, problems });
const failed = (why: 'unreachable' | 'session' | 'person' | 'refused', sentence = '') => ({ kind: 'failed', why, sentence }) as const;

describe('what is told of the text on screen', () => {
  it('« Enregistré à » is said of nothing but a confirmed save', () => {
    expect(words({ kind: 'saved', at: '14 h 02', again: false })).toEqual({ text: 'Enregistré à 14 h 02.', alert: false });
    const others: SaveState[] = [
      { kind: 'idle' },
      { kind: 'unsaved' },
      { kind: 'saving' },
      failed('unreachable'),
      failed('session'),
      failed('person', 'Autre.'),
      failed('refused', 'Clos.'),
    ];
    for (const state of others) for (const kept of [true, false]) expect(words(state, { kept }).text).not.toContain('Enregistré à');
  });

  it('without the server: where the text is, and to keep the page open when it is nowhere else', () => {
    expect(words(failed('unreachable')).text).toContain('Enregistré sur cet ordinateur, pas encore sur le serveur');
    expect(words(failed('session')).text).toContain('sur cet ordinateur');
    for (const why of ['unreachable', 'session'] as const) {
      const { text, alert } = words(failed(why), { kept: false });
      expect([text.startsWith('Gardez cette page ouverte'), text.includes('sur cet ordinateur'), alert]).toEqual([true, false, true]);
    }
  });

  it('refused for good, the text is said not to be saved; to correct or to choose, what to do is enough', () => {
    expect(words(failed('refused', 'Le dépôt est clos.')).text).toMatch(/^Le dépôt est clos\. .*n’est pas enregistré/);
    expect(words(failed('refused', 'À corriger.'), { problems: { texte: 'Trop long.' } }).text).toBe('À corriger.');
    expect(words(failed('refused', 'Choisissez.'), { conflict: { version: 2, values: {} } }).text).toBe('Choisissez.');
  });
});
