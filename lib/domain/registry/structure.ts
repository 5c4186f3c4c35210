import { type CallDefinition, identityQuestions, organisationKindOf } from '../call.ts';
import type { SectionAnswers } from '../form.ts';
import { type IdentifierScheme, joinIdentifierAnswer } from '../organisation-identifier.ts';
import { frenchNumber } from '../text.ts';

/** The kinds of structure a registry tells apart, as they are named to a reader. `other`: found outside the shipped registry. */
export const registryKinds = {
  CC: 'Communauté de communes',
  CA: 'Communauté d’agglomération',
  CU: 'Communauté urbaine',
  METRO: 'Métropole',
  EPT: 'Établissement public territorial',
  SP: 'Collectivité à statut particulier',
  DEP: 'Département',
  OM: 'Collectivité d’outre-mer',
  other: 'Autre structure',
} as const;
export type RegistryKind = keyof typeof registryKinds;

/** Where a registry's words come from, and the day they were true. */
export type RegistrySource = { name: string; licence: string; version: string /** ISO day. */; date: string };

/** A structure as a registry knows it. */
export type RegistryStructure = {
  /** What names it in an address. */
  key: string;
  name: string;
  kind: RegistryKind;
  /** What to call its kind, when the registry says more than `kind`. */
  kindLabel: string;
  /** The code of a call's kind of organisation it most likely is; null when the registry cannot tell. */
  organisationKind: string | null;
  /** Nine digits; null where no source gives it. */
  siren: string | null;
  /** Inhabitants; null when the source does not say. */
  population: number | null;
  departments: { code: string; name: string }[];
  /** Member communes of an intercommunality. */
  members: { code: string; name: string }[];
};

/** What the registry said of a structure on the day its dossier was created: kept as it was, perimeter included. */
export type RegistryExtract = RegistryStructure & { source: RegistrySource };

const organisationKinds: Record<RegistryKind, string | null> = {
  CC: 'intercommunalite',
  CA: 'intercommunalite',
  CU: 'intercommunalite',
  METRO: 'intercommunalite',
  EPT: 'intercommunalite',
  SP: 'statut-particulier',
  DEP: 'departement',
  OM: 'outre-mer',
  other: null,
};

/** The code under which calls name this kind of structure; null when the registry does not settle it. */
export function organisationKindFor(kind: RegistryKind): string | null {
  return organisationKinds[kind];
}

/** What the form starts from when a structure is chosen. Everything can be changed; nothing is proposed the call does not know. */
export function prefilledAnswers(definition: CallDefinition, structure: RegistryStructure): SectionAnswers {
  const kind = organisationKindOf(definition, structure.organisationKind)?.code ?? '';
  return {
    [identityQuestions.name]: structure.name,
    [identityQuestions.organisationKind]: kind,
    [identityQuestions.siren]: structure.siren ?? registerThere(structure),
    [identityQuestions.territory]: territoryName(structure),
    [identityQuestions.population]: structure.population === null ? '' : frenchNumber(structure.population),
  };
}

/** Where structures have another number than a SIREN, its register is proposed and the number is left to be typed. */
function registerThere({ departments }: RegistryStructure): string {
  const schemes: Record<string, IdentifierScheme> = { '987': 'tahiti', '988': 'ridet' };
  return joinIdentifierAnswer({ siren: '', scheme: schemes[departments[0]?.code ?? ''] ?? 'siren', other: '' });
}

/** The place under the name of a structure: « Communauté de communes du Val de Drôme » → « Val de Drôme ». */
export function territoryName({ name, kind, departments }: RegistryStructure): string {
  if (kind === 'DEP' && departments.length === 1) return departments[0]?.name ?? name;
  const place = name.replace(legalForm, '').trim();
  return place ? place.charAt(0).toLocaleUpperCase('fr') + place.slice(1) : name;
}
const legalForm =
  /^(?:(?:communauté (?:de communes|d[’']agglomération|urbaine)|collectivité(?: territoriale| européenne)?|métropole(?= d)|département|ville)(?: intercommunale)?(?:\s+(?:de la|de l[’']|du|des|de|d[’']))?\s*)/iu;

/** « Communauté de communes, Drôme (26), 31 000 habitants. » */
export function describeStructure({ kindLabel, departments, population }: RegistryStructure): string {
  const places = departments.map(({ code, name }) => (code === name ? code : `${name} (${code})`));
  const shown = places.length > 4 ? [...places.slice(0, 3), `et ${places.length - 3} autres départements`] : places;
  return [kindLabel, ...shown, ...(population === null ? [] : [`${frenchNumber(population)}\u00a0habitants`])].join(', ');
}
