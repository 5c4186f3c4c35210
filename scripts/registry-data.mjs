// Makes registry/structures.json, the structures a candidate may choose instead of typing them, from the public découpage
// of the territory. To run again when a new edition is out: change `edition`, then
//   node scripts/registry-data.mjs
// It asks the npm registry for the package, checks its fingerprint, and keeps nothing else of it than the file it writes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { departmentSirens, singleCollectivities, sirensReadOn } from './registry-sirens.mjs';

/** The edition read: its exact version, its fingerprint as the npm registry gives it, and the day it was published. */
const edition = {
  package: '@etalab/decoupage-administratif',
  version: '6.0.0',
  integrity: 'sha512-XavYsFlbcM/prKr8hNHPKER94IHw/dsxNM4nxjWMYk6PLFACpEedvn/7wK8Baozm0dCYhWWcf+7bcWpA5pmCaQ==',
  publishedOn: '2026-04-09',
};

const kindNames = { CC: 'Communauté de communes', CA: 'Communauté d’agglomération', CU: 'Communauté urbaine' };
/** How « Ain », « Corrèze »… are joined to « Département », by the code of their article (Insee, TNCC). */
const joined = ['de ', 'd’', 'du ', 'de la ', 'des ', 'de l’'];

const read = await unpack();
const communes = new Map(
  read('communes')
    .filter(({ type }) => type === 'commune-actuelle')
    .map((commune) => [commune.code, commune]),
);
const departments = new Map(read('departements').map((department) => [department.code, department]));
const groupings = [...read('epci'), ...read('ept')];
const structures = [...groupings.map(grouping), ...councils(), ...singleCollectivities.map(collectivity)].sort((a, b) =>
  a.name.localeCompare(b.name, 'fr'),
);
for (const { siren, name } of structures) if (siren && !hasRightKey(siren)) throw new Error(`wrong key: ${siren} (${name})`);
const sirens = structures.flatMap(({ siren }) => siren ?? []);
if (new Set(sirens).size !== sirens.length) throw new Error('one SIREN for two structures');

mkdirSync('registry', { recursive: true });
writeFileSync('registry/structures.json', written());
console.log(`registry/structures.json : ${structures.length} structures, ${sirens.length} avec leur SIREN.`);

/** One structure a line, so that the next edition shows what it changes. */
function written() {
  const source = {
    name: 'Code officiel géographique et populations de référence (Insee), liste des intercommunalités (DGCL), répertoire Sirene (Insee)',
    licence: 'Licence Ouverte 2.0',
    version: `${edition.package} ${edition.version}`,
    date: edition.publishedOn,
    sirensReadOn,
  };
  const named = Object.fromEntries([...departments].map(([code, { nom }]) => [code, typographic(nom)]));
  const rows = structures.map(({ siren, name, kind, population, departments: codes, members }) =>
    JSON.stringify([siren, name, kind, population, codes, members]),
  );
  return `{"source":${JSON.stringify(source)},\n"departments":${JSON.stringify(named)},\n"structures":[\n${rows.join(',\n')}\n]}\n`;
}

function grouping({ code, nom, type, populationMunicipale, membres }) {
  const [, prefix, rest] = /^(CC|CA|CU) (.*)$/.exec(nom) ?? [];
  const inside = membres.map((member) => communes.get(member.code));
  return {
    siren: code,
    name: typographic(prefix ? `${kindNames[prefix]} ${rest}` : nom),
    // The métropole de Lyon is a collectivity with a status of its own (CGCT, article L3611-1).
    kind: type === 'MET69' ? 'SP' : type,
    population: populationMunicipale,
    departments: [...new Set(inside.map(({ departement }) => departement))].sort(),
    members: inside.map(asMember),
  };
}

/** The départements that have a council of their own. */
function councils() {
  return [...departmentSirens].map(([code, siren]) => {
    const { nom, typeLiaison } = departments.get(code);
    return {
      siren,
      name: typographic(`Département ${joined[typeLiaison]}${nom}`),
      kind: 'DEP',
      population: populationOf([code]) - (code === '69' ? lyon().populationMunicipale : 0),
      departments: [code],
      members: [],
    };
  });
}

function collectivity({ name, siren, kind, departments: codes }) {
  return { siren, name, kind, population: populationOf(codes), departments: codes, members: [] };
}

/** The métropole de Lyon is no part of the département du Rhône. */
function lyon() {
  return groupings.find(({ type }) => type === 'MET69');
}

function populationOf(codes) {
  return [...communes.values()]
    .filter(({ departement }) => codes.includes(departement))
    .reduce((total, { population = 0 }) => total + population, 0);
}

function asMember({ code, nom }) {
  return `${code} ${typographic(nom)}`;
}

function typographic(name) {
  return name.replace(/'/g, '’').replace(/\s+/g, ' ').trim();
}

function hasRightKey(siren) {
  const digits = [...siren].reverse().map((digit, rank) => Number(digit) * (rank % 2 ? 2 : 1));
  return digits.reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0) % 10 === 0;
}

/** Fetches the edition into a folder that is removed at the end, and gives what reads a file of it. */
async function unpack() {
  const folder = mkdtempSync(path.join(tmpdir(), 'registry-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const pack = ['pack', `${edition.package}@${edition.version}`, '--silent', '--pack-destination', folder];
  const archive = path.join(folder, execFileSync('npm', pack, { encoding: 'utf8' }).trim());
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (integrity !== edition.integrity) throw new Error(`${edition.package}: another content than expected (${integrity})`);
  execFileSync('tar', ['xzf', archive, '-C', folder]);
  return (name) => JSON.parse(readFileSync(path.join(folder, 'package/data', `${name}.json`), 'utf8'));
}
