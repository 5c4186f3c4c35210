import { expect, it } from 'vitest';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import type { Identity } from '../../../lib/domain/identity.ts';
import { compareWithRegistry } from '../../../lib/domain/registry/comparison.ts';
import type { RegistryStructure } from '../../../lib/domain/registry/structure.ts';

const registered: RegistryStructure = {
  key: '200076958',
  name: 'Collectivité de Corse',
  kind: 'SP',
  kindLabel: 'Collectivité à statut particulier',
  organisationKind: 'statut-particulier',
  siren: '200076958',
  population: 355_486,
  departments: [],
  members: [],
};
const declared: Identity = {
  identifier: { scheme: 'siren', value: '200076958' },
  organisationKind: 'statut-particulier',
  organisationName: 'COLLECTIVITE DE CORSE',
  territoryName: 'Corse',
  population: 340_440,
};
const compared = (identity: Partial<Identity>, structure: Partial<RegistryStructure> = {}) =>
  compareWithRegistry(tani2020, { ...declared, ...identity }, { ...registered, ...structure });
const differing = (identity: Partial<Identity>) => compared(identity).flatMap(({ label, agrees }) => (agrees ? [] : [label]));

it('what is declared agrees with the registry, capitals and accents apart, the population within a tenth', () => {
  expect(compared({}).map(({ label }) => label)).toEqual(['Nom', 'SIREN', 'Nature', 'Population']);
  expect(differing({})).toEqual([]);
  expect([319_937, 319_938, 391_034, 391_035].map((population) => differing({ population }))).toEqual([
    ['Population'],
    [],
    [],
    ['Population'],
  ]);
});

it('what differs is named, with both', () => {
  expect(differing({ organisationName: 'Office de Corse' })).toEqual(['Nom']);
  expect(differing({ organisationKind: 'region' })).toEqual(['Nature']);
  expect(differing({ identifier: { scheme: 'siren', value: '243100633' } })).toEqual(['SIREN']);
  expect(differing({ identifier: { scheme: 'ridet', value: '0123456' } })).toEqual(['SIREN']);
  expect(
    compared({ population: null, organisationKind: '' })
      .slice(2)
      .map(({ declared: told }) => told),
  ).toEqual(['non indiquée', 'non indiquée']);
});

it('what the registry does not know is not compared', () => {
  const facts = compared({}, { siren: null, population: null, organisationKind: null });
  expect(facts.map(({ label }) => label)).toEqual(['Nom']);
});
