import 'server-only';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { OrganisationIdentifier } from '../domain/organisation-identifier.ts';
import { structureOfCompany } from '../domain/registry/company.ts';
import { type FoundStructure, type IndexedStructure, indexed, searchStructures } from '../domain/registry/search.ts';
import {
  organisationKindFor,
  type RegistryExtract,
  type RegistryKind,
  type RegistrySource,
  type RegistryStructure,
  registryKinds,
} from '../domain/registry/structure.ts';
import { isValidSiren, normaliseSiren } from '../domain/siren.ts';
import { type CompanySearch, companySearch } from '../infra/company-search.ts';
import { prisma } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';

type Registry = {
  source: RegistrySource;
  departments: Record<string, string>;
  index: IndexedStructure[];
  byKey: Map<string, RegistryStructure>;
};
/** What a search gives: from the shipped registry, and from the public search of entities where it is turned on. */
export type RegistryAnswer = { found: FoundStructure[]; live: RegistryStructure[]; source: RegistrySource };
/** `chosen`: the candidate chose this structure; otherwise it is the one the SIREN declared belongs to. */
export type RegistryWords = { extract: RegistryExtract; chosen: boolean };

/** The structures that answer to what was typed: a name, a commune, a département, a SIREN. The live ones never make anybody wait long. */
export async function searchRegistry(typed: string): Promise<RegistryAnswer> {
  const { index, source } = registry();
  const found = searchStructures(index, typed);
  const live = (await liveStructures(typed)) ?? [];
  return { found, live: live.filter(({ siren }) => !found.some(({ structure }) => structure.siren === siren)), source };
}

/** What the registry says of the structure somebody chose; null when nothing is known under that key. */
export async function registryExtract(key: string): Promise<RegistryExtract | null> {
  if (!/^[\dA-Z-]{3,20}$/.test(key)) return null;
  const { byKey, source } = registry();
  const shipped = byKey.get(key);
  if (shipped) return { ...shipped, source };
  const siren = key.startsWith('E') ? key.slice(1) : '';
  if (!isValidSiren(siren)) return null;
  const live = (await liveStructures(siren))?.find((structure) => structure.siren === siren);
  return live ? { ...live, source: { ...liveSource, date: new Date().toISOString().slice(0, 10) } } : null;
}

const liveSource = {
  name: 'API Recherche d’entreprises (répertoire Sirene)',
  licence: 'Licence Ouverte 2.0',
  version: 'consultée en ligne',
};

async function liveStructures(typed: string): Promise<RegistryStructure[] | null> {
  const find = liveSearch();
  if (!find) return null;
  const number = normaliseSiren(typed).slice(0, 9);
  const companies = await find(isValidSiren(number) ? number : typed);
  const { departments } = registry();
  return companies?.flatMap((company) => structureOfCompany(company, departments) ?? []) ?? null;
}

let search: { address: string; find: CompanySearch } | undefined;

function liveSearch(): CompanySearch | null {
  const address = settings().COMPANY_SEARCH_URL;
  if (!address) return null;
  if (search?.address !== address) search = { address, find: companySearch(address) };
  return search.find;
}

type Row = [siren: string | null, name: string, kind: RegistryKind, population: number, departments: string[], members: string[]];
let loaded: Registry | undefined;

/** Read at the first search: most pages never need it. */
function registry(): Registry {
  loaded ??= load();
  return loaded;
}

function load(): Registry {
  const file = path.join(settings().APP_ROOT, 'registry', 'structures.json');
  const { source, departments, structures } = JSON.parse(readFileSync(file, 'utf8')) as {
    source: RegistrySource;
    departments: Record<string, string>;
    structures: Row[];
  };
  const all = structures.map(([siren, name, kind, population, codes, members]) => ({
    key: siren ?? `${kind}-${codes.join('-')}`,
    name,
    kind,
    kindLabel: registryKinds[kind],
    organisationKind: organisationKindFor(kind),
    siren,
    population,
    departments: codes.map((code) => ({ code, name: departments[code] ?? code })),
    members: members.map((member) => ({ code: member.slice(0, 5), name: member.slice(6) })),
  }));
  return { source, departments, index: all.map(indexed), byKey: new Map(all.map((structure) => [structure.key, structure])) };
}

/**
 * What the registry says of a dossier's structure: what was kept when the candidate chose it, otherwise what the shipped
 * registry has under the SIREN declared; null when it knows nothing.
 */
export async function registryWords(dossierId: string, identifier: OrganisationIdentifier): Promise<RegistryWords | null> {
  const row = await prisma().registryExtract.findUnique({ where: { dossierId } });
  if (row) return { extract: row.content as unknown as RegistryExtract, chosen: true };
  const extract = identifier.scheme === 'siren' ? shippedUnder(identifier.value) : null;
  return extract && { extract, chosen: false };
}

function shippedUnder(siren: string): RegistryExtract | null {
  const { byKey, source } = registry();
  const structure = byKey.get(siren);
  return structure ? { ...structure, source } : null;
}
