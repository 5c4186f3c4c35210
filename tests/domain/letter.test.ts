import { describe, expect, it } from 'vitest';
import {
  designationProblems,
  isAwaited,
  type LetterParty,
  type LetterState,
  type LetterStep,
  letterAfter,
  letterStateLabels,
  letterStates,
  letterSteps,
  officialProblems,
  readOfficial,
} from '../../lib/domain/letter.ts';

/** Every step that leads somewhere, written out; everything else is refused. */
const allowed: Record<LetterStep, [LetterParty, Partial<Record<LetterState, LetterState>>]> = {
  send: ['team', Object.fromEntries(letterStates.map((state) => [state, 'sent']))],
  remind: ['team', { sent: 'sent', opened: 'opened', prepared: 'prepared' }],
  cancel: ['team', { sent: 'replaced', opened: 'replaced', prepared: 'replaced' }],
  open: ['official', { sent: 'opened' }],
  prepare: ['official', { sent: 'prepared', opened: 'prepared', prepared: 'prepared' }],
  confirm: ['official', { prepared: 'confirmed' }],
  refuse: ['official', { sent: 'refused', opened: 'refused', prepared: 'refused' }],
  designate: ['official', { sent: 'replaced', opened: 'replaced', prepared: 'replaced' }],
  bounce: ['service', { sent: 'addressInError', opened: 'addressInError', prepared: 'addressInError' }],
};
const parties: LetterParty[] = ['team', 'official', 'service'];

describe('the steps of a letter', () => {
  it.each(Object.keys(letterSteps) as LetterStep[])('%s: by whom, from where, to where', (step) => {
    const [who, moves] = allowed[step];
    for (const by of parties)
      for (const state of letterStates)
        expect(letterAfter(step, by, state), `${step} by ${by} from ${state}`).toBe(by === who ? (moves[state] ?? null) : null);
  });

  it('end: nothing but a new request leaves a letter that was confirmed, refused or replaced', () => {
    for (const state of letterStates.filter((s) => !isAwaited(s) && s !== 'toRequest'))
      for (const step of Object.keys(letterSteps) as LetterStep[])
        for (const by of parties) expect(letterAfter(step, by, state)).toBe(step === 'send' && by === 'team' ? 'sent' : null);
  });

  it('each state has words of its own', () => {
    expect(new Set(Object.values(letterStateLabels)).size).toBe(letterStates.length);
  });
});

describe('the official', () => {
  const typed = { name: ' Dominique \n Lanier ', function: 'maire', structure: 'Sorbelle', mandate: '', email: ' D.Lanier@Sorbelle.FR ' };

  it('is kept on one line each, the address in lower case', () => {
    expect(readOfficial(typed)).toEqual({ ...typed, name: 'Dominique Lanier', email: 'd.lanier@sorbelle.fr' });
    expect(officialProblems(readOfficial(typed))).toEqual({});
  });

  it('needs a name, a function, a structure and a whole address; the mandate may be left out', () => {
    const empty = { name: ' ', function: '', structure: '-', mandate: '', email: 'maire' };
    expect(Object.keys(officialProblems(readOfficial(empty))).sort()).toEqual(['email', 'function', 'name', 'structure']);
    expect(Object.keys(officialProblems({ ...readOfficial(typed), mandate: 'x'.repeat(201) }))).toEqual(['mandate']);
    const long = { function: 'f'.repeat(150), structure: 's'.repeat(100), mandate: 'm'.repeat(46) };
    expect(officialProblems({ ...readOfficial(typed), ...long })).toEqual({});
    expect(Object.keys(officialProblems({ ...readOfficial(typed), ...long, mandate: 'm'.repeat(47) }))).toEqual(['function']);
    expect(Object.keys(officialProblems({ ...readOfficial(typed), email: `${'x'.repeat(250)}@a.fr` }))).toEqual(['email']);
  });

  it('may name somebody else, with their whole address', () => {
    expect(designationProblems({ name: 'Sacha Exemple', email: 'sacha@sorbelle.fr' })).toEqual({});
    expect(Object.keys(designationProblems({ name: '…', email: 'sacha' }))).toEqual(['name', 'email']);
  });
});
