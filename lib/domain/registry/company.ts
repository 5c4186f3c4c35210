import type { RegistryStructure } from './structure.ts';

/** What the public search of entities says of one. */
type CompanyFacts = { siren: string; name: string; legalCategory: string; department: string };

/** Insee, catégories juridiques (niveau III) of public structures, with the code of a call's kind of organisation. */
const categories: Record<string, { label: string; organisationKind: string | null }> = {
  '7210': { label: 'Commune', organisationKind: 'commune' },
  '7220': { label: 'Département', organisationKind: 'departement' },
  '7225': { label: 'Collectivité d’outre-mer', organisationKind: 'outre-mer' },
  '7229': { label: 'Collectivité territoriale', organisationKind: null },
  '7230': { label: 'Région', organisationKind: 'region' },
  '7340': { label: 'Pôle métropolitain', organisationKind: 'structure-de-cooperation' },
  '7343': { label: 'Communauté urbaine', organisationKind: 'intercommunalite' },
  '7344': { label: 'Métropole', organisationKind: 'intercommunalite' },
  '7345': { label: 'Syndicat intercommunal', organisationKind: 'structure-de-cooperation' },
  '7346': { label: 'Communauté de communes', organisationKind: 'intercommunalite' },
  '7348': { label: 'Communauté d’agglomération', organisationKind: 'intercommunalite' },
  '7353': { label: 'Syndicat intercommunal', organisationKind: 'structure-de-cooperation' },
  '7354': { label: 'Syndicat mixte', organisationKind: 'structure-de-cooperation' },
  '7355': { label: 'Syndicat mixte', organisationKind: 'structure-de-cooperation' },
  '7357': { label: 'Pôle d’équilibre territorial et rural', organisationKind: 'structure-de-cooperation' },
  '7410': { label: 'Groupement d’intérêt public', organisationKind: 'gip' },
};

/** An entity found live, as a structure one may choose; null for a private one, which cannot apply under these words. */
export function structureOfCompany(company: CompanyFacts, departments: Readonly<Record<string, string>>): RegistryStructure | null {
  const { siren, name, legalCategory, department } = company;
  if (!legalCategory.startsWith('7')) return null;
  const category = categories[legalCategory] ?? { label: 'Structure publique', organisationKind: null };
  return {
    key: `E${siren}`,
    name,
    kind: 'other',
    kindLabel: category.label,
    organisationKind: category.organisationKind,
    siren,
    population: null,
    departments: departments[department] ? [{ code: department, name: departments[department] }] : [],
    members: [],
  };
}
