import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indexed, isNumberSearch, mostFound, searchStructures } from '../../../lib/domain/registry/search.ts';
import { organisationKindFor, type RegistryKind, registryKinds } from '../../../lib/domain/registry/structure.ts';
import { isValidSiren } from '../../../lib/domain/siren.ts';

type Row = [string | null, string, RegistryKind, number, string[], string[]];
const shipped = JSON.parse(readFileSync('registry/structures.json', 'utf8')) as {
  source: Record<string, string>;
  departments: Record<string, string>;
  structures: Row[];
};
const structures = shipped.structures.map(([siren, name, kind, population, codes, members]) => ({
  key: siren ?? name,
  name,
  kind,
  kindLabel: registryKinds[kind],
  organisationKind: organisationKindFor(kind),
  siren,
  population,
  departments: codes.map((code) => ({ code, name: shipped.departments[code] ?? '' })),
  members: members.map((member) => ({ code: member.slice(0, 5), name: member.slice(6) })),
}));
const index = structures.map(indexed);
const names = (typed: string) => searchStructures(index, typed).map(({ structure }) => structure.name);
const first = (typed: string) => searchStructures(index, typed)[0];

describe('the shipped registry', () => {
  it('says where it comes from and when', () => {
    expect(shipped.source).toMatchObject({ licence: 'Licence Ouverte 2.0', date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(shipped.source.name).toContain('Insee');
  });

  it('holds the intercommunalities, the départements and what stands for one, each SIREN once and with a right key', () => {
    const sirens = structures.flatMap(({ siren }) => siren ?? []);
    expect(sirens.filter((siren) => !isValidSiren(siren))).toEqual([]);
    expect(new Set(sirens).size).toBe(sirens.length);
    const count = (...kinds: RegistryKind[]) => structures.filter(({ kind }) => kinds.includes(kind)).length;
    expect([count('CC', 'CA', 'CU', 'METRO'), count('EPT'), count('DEP'), count('SP'), count('OM')]).toEqual([1254, 11, 93, 4, 9]);
    expect(
      structures.every(({ kind, members }) => kind in registryKinds && members.every(({ code, name }) => code.length === 5 && name)),
    ).toBe(true);
  });

  it('knows the promotion 1 and the Collectivité de Corse', () => {
    const known = ['243100633', '200076958', '222309627', '221700016', '223300013', '222600017', '220700017', '226400018'];
    expect(known.map((siren) => first(siren)?.structure.name)).toEqual([
      'Communauté d’agglomération du Sicoval',
      'Collectivité de Corse',
      'Département de la Creuse',
      'Département de la Charente-Maritime',
      'Département de la Gironde',
      'Département de la Drôme',
      'Département de l’Ardèche',
      'Département des Pyrénées-Atlantiques',
    ]);
    expect(first('200076958')?.structure).toMatchObject({ population: 355_486, departments: [{ code: '2A' }, { code: '2B' }] });
  });
});

describe('a search finds', () => {
  it.each([
    ['sicoval', 'Communauté d’agglomération du Sicoval'],
    ['SICOVÂL', 'Communauté d’agglomération du Sicoval'],
    ['drome', 'Département de la Drôme'],
    ['département de la drôme', 'Département de la Drôme'],
    ['collectivite de corse', 'Collectivité de Corse'],
    ['Corse', 'Collectivité de Corse'],
    ['metropole de lyon', 'Métropole de Lyon'],
    ['bordeaux', 'Bordeaux Métropole'],
    ['polynésie', 'Polynésie française'],
    ['mayotte', 'Département de Mayotte'],
    ['CC faucigny glières', 'Communauté de communes Faucigny - Glières'],
    ['communauté de communes faucigny', 'Communauté de communes Faucigny - Glières'],
    ['200 076 958', 'Collectivité de Corse'],
    ['20007695800012', 'Collectivité de Corse'],
    ['26', 'Département de la Drôme'],
    ['2a', 'Collectivité de Corse'],
    ['988', 'Nouvelle-Calédonie'],
  ])('« %s » → %s', (typed, expected) => {
    expect(names(typed)[0]).toBe(expected);
  });

  it('an unfinished word', () => {
    expect(names('sico')).toContain('Communauté d’agglomération du Sicoval');
    expect(names('pyren atlan')[0]).toBe('Département des Pyrénées-Atlantiques');
  });

  it('the intercommunality of a commune, and says through which', () => {
    expect(first('luc en diois')).toMatchObject({ through: 'Luc-en-Diois', structure: { departments: [{ code: '26' }] } });
    expect(names('Crest')).toContain('Communauté de communes du Crestois et de Pays de Saillans Coeur de Drôme');
    expect(first('ramonville st agne')).toMatchObject({
      through: 'Ramonville-Saint-Agne',
      structure: { name: expect.stringContaining('Sicoval') },
    });
  });

  it('by the place when the name does not settle it', () => {
    const found = names('communauté de communes drôme');
    expect(found.length).toBeGreaterThan(1);
  });

  it('no more than can be read, and nothing for what is nothing', () => {
    expect(names('communauté')).toHaveLength(mostFound);
    for (const nothing of ['', ' ', 'x', 'de la', '%', '0', '999000011', 'zzzzqqq', '\u0000'.repeat(50)])
      expect(names(nothing)).toEqual([]);
    expect(names('sicoval'.padEnd(5000, ' a'))).toEqual(names('sicoval'));
  });
});

it('a number is told from words, however it is spaced', () => {
  for (const number of ['243100633', '243 100 633', '243.100.633', ' 26 ', '243\u00a0100\u202f633'])
    expect(isNumberSearch(number)).toBe(true);
  for (const words of ['', 'Sicoval', '2A', 'Paris 12', '12e']) expect(isNumberSearch(words), words).toBe(false);
});
