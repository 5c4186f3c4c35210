import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { type CharterChoices, charterProblems, charterVersionOf, measuresProblem } from '../../lib/domain/charter.ts';
import type { CharterVersion } from '../../lib/domain/charter-version.ts';
import { smallCall } from '../support/small-call.ts';

const choices: CharterChoices = {
  versionCode: 'v3',
  measureCodes: ['AIDANTS', 'GOUVERNANCE'],
  signatories: [
    { side: 'state', name: 'Cédric O', title: 'Secrétaire d’État' },
    { side: 'territory', name: 'Dominique Exemple', title: 'Présidence' },
  ],
  place: 'Amiens',
  signedOn: '2020-01-16',
  referent: { name: 'Alix Exemple', contact: '' },
};
const problems = (change: Partial<CharterChoices>) => charterProblems(tani2020, { ...choices, ...change });
const version = (code: string, call = tani2020) => charterVersionOf(call, code) as CharterVersion;
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');

describe('article 3, « Mettre en œuvre au moins deux des six dispositifs »', () => {
  it.each(['v1', 'v2', 'v3'])('%s: none and one are not enough, two and all of them are', (code) => {
    const all = version(code).measures.map((measure) => measure.code);
    expect(plain(measuresProblem(version(code), []))).toMatch(/^Choisissez au moins 2 dispositifs/);
    expect(plain(measuresProblem(version(code), ['PASS']))).toMatch(/^Choisissez au moins 2 dispositifs/);
    expect(measuresProblem(version(code), ['PASS', 'PIX'])).toBeNull();
    expect(measuresProblem(version(code), all)).toBeNull();
  });

  it('the same measure twice is one measure', () => {
    expect(measuresProblem(version('v2'), ['PASS', 'PASS'])).not.toBeNull();
  });

  it('« des huit » : a measure of the third version does not exist in the first two', () => {
    const unknown = 'Un des dispositifs choisis n’existe pas dans cette version de la charte.';
    expect(measuresProblem(version('v2'), ['PASS', 'PIX', 'INCUBATEUR'])).toBe(unknown);
    expect(measuresProblem(version('v1'), ['NEC_LOCAL'])).toBe(unknown);
    expect(measuresProblem(version('v3'), ['INCUBATEUR', 'NEC_LOCAL'])).toBeNull();
  });
});

describe('another charter', () => {
  it('has its own measures and its own minimum: none is not enough, one of three is', () => {
    const pact = version('pacte-1', smallCall);
    expect(plain(measuresProblem(pact, []))).toMatch(/^Choisissez au moins 1 dispositif( |$|\.)/);
    expect(measuresProblem(pact, ['PRET'])).toBeNull();
    expect(measuresProblem(pact, ['PASS'])).toBe('Un des dispositifs choisis n’existe pas dans cette version de la charte.');
    expect(charterProblems(smallCall, { ...choices, versionCode: 'pacte-1', measureCodes: ['ECOLES'] })).toEqual({});
    expect(charterProblems(smallCall, choices)).toEqual({ version: 'Choisissez la version de la charte.' });
  });

  it('has its own articles: nobody is sent to an article 3 it does not have', () => {
    expect(measuresProblem(version('pacte-1', smallCall), [])).not.toContain('article 3');
  });
});

describe('a charter can be issued', () => {
  it('with a version, its measures, a signatory on each side, a place, a day and a referent', () => {
    expect(problems({})).toEqual({});
  });

  it('and not without a version of the call', () => {
    expect(problems({ versionCode: 'v4' })).toEqual({ version: 'Choisissez la version de la charte.' });
    expect(charterVersionOf(tani2020, 'v4')).toBeNull();
  });

  it('nor with too few measures', () => {
    expect(Object.keys(problems({ measureCodes: ['PASS'] }))).toEqual(['measures']);
  });

  it('nor without both sides named with their title; several signatories of a territory may sign', () => {
    const [state, territory] = choices.signatories as [CharterChoices['signatories'][number], CharterChoices['signatories'][number]];
    expect(problems({ signatories: [territory] })).toEqual({ state: 'Indiquez qui signe pour l’État.' });
    expect(problems({ signatories: [state] })).toEqual({ territory: 'Indiquez qui signe pour le territoire.' });
    expect(problems({ signatories: [{ ...state, title: ' ' }, territory] })).toEqual({ state: 'Indiquez qui signe pour l’État.' });
    expect(problems({ signatories: [state, { ...territory, name: ' ' }] })).toEqual({
      territory: 'Indiquez qui signe pour le territoire.',
    });
    expect(problems({ signatories: [state, territory, { ...territory, name: 'Une autre personne' }] })).toEqual({});
  });

  it('nor without a place', () => {
    expect(problems({ place: ' ' })).toEqual({ place: 'Indiquez le lieu de la signature.' });
  });

  it.each(['', '16 janvier 2020', '2020-1-16', '2020-13-01', '2020-01-32', '2020-02-30', '2019-02-29', '2020-01-16T10:00'])(
    'nor on « %s », which is no day',
    (signedOn) => {
      expect(problems({ signedOn })).toEqual({ signedOn: 'Indiquez le jour de la signature.' });
    },
  );

  it.each(['2020-01-16', '2020-02-29', '2019-12-31'])('on %s, which is one', (signedOn) => {
    expect(problems({ signedOn })).toEqual({});
  });

  it('nor without a referent: the call, 3.3, only let it wait until then', () => {
    expect(problems({ referent: { name: ' ', contact: 'x' } })).toEqual({
      referent: 'Indiquez l’interlocuteur référent du territoire\u00a0: l’appel le demande pour l’année d’accompagnement.',
    });
  });

  it('and everything to correct is said at once', () => {
    const nothing = { versionCode: '', measureCodes: [], signatories: [], place: '', signedOn: '', referent: { name: '', contact: '' } };
    expect(Object.keys(charterProblems(tani2020, nothing))).toEqual(['version', 'state', 'territory', 'place', 'signedOn', 'referent']);
  });
});
