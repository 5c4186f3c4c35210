import { describe, expect, it } from 'vitest';
import { charters } from '../../../lib/calls/tani-2020/charters.ts';

const codesOf = (code: string) => charters.find((version) => version.code === code)?.measures.map((measure) => measure.code);

describe('the measures of the charter', () => {
  const six = ['INTERFACES', 'AIDANTS', 'PIX', 'PASS', 'CARTO', 'GOUVERNANCE'];
  const eight = ['INTERFACES', 'AIDANTS', 'PIX', 'INCUBATEUR', 'PASS', 'CARTO', 'GOUVERNANCE', 'NEC_LOCAL'];

  it.each([
    { code: 'v1', measures: six, pass: 4 },
    { code: 'v2', measures: six, pass: 4 },
    { code: 'v3', measures: eight, pass: 5 },
  ])('$code: the same code for the same measure, pass numérique is number $pass', ({ code, measures, pass }) => {
    expect(codesOf(code)).toEqual(measures);
    expect(measures.indexOf('PASS') + 1).toBe(pass);
  });

  it('article 3 asks for at least two of them in every version', () => {
    expect(charters.map(({ code, minimumMeasures }) => [code, minimumMeasures])).toEqual([
      ['v1', 2],
      ['v2', 2],
      ['v3', 2],
    ]);
  });

  it('the number article 3 spells is the number of measures article 2 lists', () => {
    const spelled = charters.map((version) => /au moins deux des (\S+) dispositifs/.exec(JSON.stringify(version.articles))?.[1]);
    expect(spelled).toEqual(['six', 'six', 'huit']);
    expect(charters.map(({ measures }) => measures.length)).toEqual([6, 6, 8]);
  });

  it('of the six measures of 2019, three are worded otherwise in 2020', () => {
    const text = (version: string, measure: string) =>
      charters.find(({ code }) => code === version)?.measures.find(({ code }) => code === measure)?.text;
    expect(six.filter((code) => text('v2', code) !== text('v3', code))).toEqual(['INTERFACES', 'PIX', 'GOUVERNANCE']);
    expect(text('v3', 'GOUVERNANCE')).toBe(text('v2', 'GOUVERNANCE')?.replace('medico', 'médico'));
  });
});
