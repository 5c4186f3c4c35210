import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { identityQuestions, identitySection, sectionOf } from '../../lib/domain/call.ts';
import { type Identity, identityOf, identityProblems, searchableText } from '../../lib/domain/identity.ts';
import { sampleAnswers } from '../support/sample-dossier.ts';
import { smallAnswers, smallCall } from '../support/small-call.ts';

const corse: Identity = {
  identifier: { scheme: 'siren', value: '200076958' },
  organisationKind: 'statut-particulier',
  organisationName: 'Collectivité de Corse',
  territoryName: 'Corse',
  population: null,
};

describe('who applies', () => {
  it('is read from the answers, the SIREN and the population without their spaces', () => {
    expect(identityOf(sampleAnswers)).toEqual({
      identifier: { scheme: 'siren', value: '880045679' },
      organisationKind: 'intercommunalite',
      organisationName: 'Communauté d’agglomération du Val d’Exemple',
      territoryName: 'Val d’Exemple',
      population: 85_700,
    });
    expect(identityOf(smallAnswers)).toEqual({
      identifier: { scheme: 'siren', value: '880012349' },
      organisationKind: 'bibliotheque',
      organisationName: 'Bibliothèque de Sorbelle',
      territoryName: 'Sorbelle',
      population: null,
    });
  });

  it('is empty, not invented, while nothing is answered', () => {
    expect(identityOf({})).toEqual({
      identifier: { scheme: 'siren', value: '' },
      organisationKind: '',
      organisationName: '',
      territoryName: '',
      population: null,
    });
  });

  it('has a population only when it is a number that can be kept', () => {
    const population = (typed: string) => identityOf({ structure: { population: typed } }).population;
    expect(['environ 250 000', '250.000 habitants', 'beaucoup', '2147483648'].map(population)).toEqual([250_000, 250_000, null, null]);
  });

  it('is asked by every call under the same names', () => {
    const asked = (call: typeof tani2020) => sectionOf(call, identitySection)?.questions.map((q) => q.code) ?? [];
    expect(asked(tani2020)).toEqual(Object.values(identityQuestions));
    expect(asked(smallCall)).toEqual(Object.values(identityQuestions).filter((code) => code !== 'population'));
  });
});

describe('a dossier can be created', () => {
  const corsican = { 'nom-structure': 'Collectivité de Corse', nature: 'statut-particulier', siren: '200 076 958' };
  const problems = (call: typeof tani2020, changed: object = {}) => identityProblems(call, { structure: { ...corsican, ...changed } });

  it('with a name, a kind of structure of this call and a right SIREN', () => {
    expect(problems(tani2020)).toEqual({});
    expect(identityProblems(smallCall, smallAnswers)).toEqual({});
  });

  it('with what stands for the SIREN overseas', () => {
    for (const siren of ['RIDET 0 123 456', 'TAHITI B12345', 'aucun numéro']) expect(problems(tani2020, { siren })).toEqual({});
    expect(problems(tani2020, { siren: 'RIDET 12' })).toEqual({ siren: expect.stringContaining('RIDET n’est pas valide') });
  });

  it('and not without one of them, said by the question to correct', () => {
    const siren = 'Ce numéro SIREN n’est pas valide. Il compte neuf chiffres\u00a0: vérifiez-les sur un document officiel de la structure.';
    expect(problems(tani2020, { 'nom-structure': '' })).toEqual({ 'nom-structure': 'Indiquez le nom de la structure.' });
    expect(problems(tani2020, { siren: '200076959' })).toEqual({ siren });
    expect(problems(smallCall)).toEqual({ nature: 'Choisissez la nature de la structure.' });
    const empty = identityProblems(tani2020, {});
    expect(Object.keys(empty)).toEqual(['nom-structure', 'nature', 'siren']);
    expect(empty.siren).toContain('Indiquez le numéro SIREN');
  });
});

it('a search looks through the name, the territory, the SIREN or other number and that of the dossier, without accents or capitals', () => {
  expect(searchableText(corse, 'TANI-2020-0042')).toBe('collectivite de corse corse 200076958 tani-2020-0042');
  expect(searchableText(corse, null)).toBe('collectivite de corse corse 200076958');
  expect(searchableText({ ...corse, identifier: { scheme: 'ridet', value: '0123456' } }, null)).toBe('collectivite de corse corse 0123456');
  expect(searchableText({ ...corse, identifier: { scheme: 'none', value: 'collectivite de corse' } }, null)).toBe(
    'collectivite de corse corse',
  );
});
