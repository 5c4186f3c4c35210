import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import {
  describeStructure,
  organisationKindFor,
  prefilledAnswers,
  type RegistryKind,
  type RegistryStructure,
  registryKinds,
  territoryName,
} from '../../../lib/domain/registry/structure.ts';
import { smallCall } from '../../support/small-call.ts';

const drome = { code: '26', name: 'Drôme' };
const biovallee: RegistryStructure = {
  key: '242600534',
  name: 'Communauté de communes du Val de Drôme en Biovallée',
  kind: 'CC',
  kindLabel: registryKinds.CC,
  organisationKind: 'intercommunalite',
  siren: '242600534',
  population: 31_000,
  departments: [drome],
  members: [],
};
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('a structure chosen in the registry', () => {
  it('proposes everything it knows to the form', () => {
    const answers = prefilledAnswers(tani2020, biovallee);
    expect({ ...answers, population: plain(String(answers.population)) }).toEqual({
      'nom-structure': 'Communauté de communes du Val de Drôme en Biovallée',
      nature: 'intercommunalite',
      siren: '242600534',
      territoire: 'Val de Drôme en Biovallée',
      population: '31 000',
    });
  });

  it('proposes nothing it does not know, nor a kind the call does not have', () => {
    const unknown = { ...biovallee, siren: null, population: null, organisationKind: null };
    expect(prefilledAnswers(tani2020, unknown)).toMatchObject({ nature: '', siren: '', population: '' });
    expect(prefilledAnswers(smallCall, biovallee)).toMatchObject({ nature: '' });
  });

  it('proposes the register of the Pacific rather than a SIREN, and no number', () => {
    const number = (code: string) => prefilledAnswers(tani2020, { ...biovallee, siren: null, departments: [{ code, name: code }] }).siren;
    expect(['987', '988', '986', '26'].map(number)).toEqual(['TAHITI', 'RIDET', '', '']);
  });

  it('has a kind the published call knows, unless it comes from elsewhere', () => {
    const codes: (string | null)[] = tani2020.organisationKinds.map(({ code }) => code);
    for (const kind of Object.keys(registryKinds) as RegistryKind[])
      expect(kind === 'other' ? organisationKindFor(kind) === null : codes.includes(organisationKindFor(kind)), kind).toBe(true);
  });

  it.each([
    ['Communauté d’agglomération du Sicoval', 'CA', 'Sicoval'],
    ['Communauté de communes des Savanes', 'CC', 'Savanes'],
    ['Communauté de communes de l’Ouest Guyanais', 'CC', 'Ouest Guyanais'],
    ['Communauté d’agglomération Intercommunale du Nord de la Réunion (CINOR)', 'CA', 'Nord de la Réunion (CINOR)'],
    ['Communauté urbaine d’Arras', 'CU', 'Arras'],
    ['Bordeaux Métropole', 'METRO', 'Bordeaux Métropole'],
    ['Métropole Rouen Normandie', 'METRO', 'Métropole Rouen Normandie'],
    ['Métropole de Lyon', 'SP', 'Lyon'],
    ['Collectivité européenne d’Alsace', 'SP', 'Alsace'],
    ['Collectivité de Corse', 'SP', 'Corse'],
    ['Collectivité territoriale de Martinique', 'OM', 'Martinique'],
    ['Département de Mayotte', 'OM', 'Mayotte'],
    ['Ville de Paris', 'SP', 'Paris'],
    ['Plaine Commune', 'EPT', 'Plaine Commune'],
  ] as const)('%s is about the territory « %3$s »', (name, kind, expected) => {
    expect(territoryName({ ...biovallee, name, kind })).toBe(expected);
  });

  it('of a département is about the département', () => {
    expect(territoryName({ ...biovallee, name: 'Département de la Drôme', kind: 'DEP' })).toBe('Drôme');
  });

  it('is told by its kind, where it is and how many live there', () => {
    expect(plain(describeStructure(biovallee))).toBe('Communauté de communes, Drôme (26), 31 000 habitants');
    const many = ['01', '02', '03', '04', '05'].map((code) => ({ code, name: `D${code}` }));
    expect(describeStructure({ ...biovallee, population: null, departments: many })).toBe(
      'Communauté de communes, D01 (01), D02 (02), D03 (03), et 2 autres départements',
    );
  });
});
