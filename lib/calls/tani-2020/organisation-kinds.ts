import type { OrganisationKind } from '../../domain/call.ts';

const collectivites =
  'Les collectivités - y compris les collectivités à statut particulier et d’outre-mer - dont l’échelle territoriale est comprise entre l’intercommunalité (ou métropole) et le département ;';
const cooperation = 'Des structures de coopération (syndicats mixtes...) ;';
const autres = "D'autres structures à participation publique (GIP...) ;";

/**
 * The kinds of structure and what article 3.1 leads to for each. The scale between « intercommunalité » and
 * « département » binds the « collectivités » only; régions and communes fall outside it.
 */
export const organisationKinds: OrganisationKind[] = [
  {
    code: 'intercommunalite',
    label: 'Intercommunalité ou métropole',
    hint: 'Communauté de communes, communauté d’agglomération, communauté urbaine, métropole.',
    proposal: 'eligible',
    reason: 'Une intercommunalité est à la plus petite échelle que l’appel admet.',
    quote: collectivites,
  },
  {
    code: 'departement',
    label: 'Département',
    proposal: 'eligible',
    reason: 'Un département est à la plus grande échelle que l’appel admet.',
    quote: collectivites,
  },
  {
    code: 'statut-particulier',
    label: 'Collectivité à statut particulier',
    hint: 'Collectivité de Corse, Métropole de Lyon, Ville de Paris, Collectivité européenne d’Alsace…',
    proposal: 'eligible',
    reason: 'L’appel inclut expressément les collectivités à statut particulier, même à l’échelle d’une région.',
    quote: collectivites,
  },
  {
    code: 'outre-mer',
    label: 'Collectivité d’outre-mer',
    hint: 'Collectivité territoriale de Martinique ou de Guyane, département de Mayotte, collectivité du Pacifique…',
    proposal: 'eligible',
    reason: 'L’appel inclut expressément les collectivités d’outre-mer.',
    quote: collectivites,
  },
  {
    code: 'structure-de-cooperation',
    label: 'Structure de coopération',
    hint: 'Syndicat mixte, pôle d’équilibre territorial et rural, pôle métropolitain…',
    proposal: 'eligible',
    reason: 'L’appel cite les structures de coopération, sans limite d’échelle.',
    quote: cooperation,
  },
  {
    code: 'gip',
    label: 'Groupement d’intérêt public',
    proposal: 'eligible',
    reason: 'L’appel cite les GIP parmi les structures à participation publique.',
    quote: autres,
  },
  {
    code: 'autre-participation-publique',
    label: 'Autre structure à participation publique',
    hint: 'Société d’économie mixte, association portée par des collectivités… Expliquez-le dans la présentation.',
    proposal: 'toJudge',
    reason: 'L’appel laisse ouverte la liste des structures à participation publique : il faut vérifier cette participation.',
    quote: autres,
  },
  {
    code: 'region',
    label: 'Région',
    proposal: 'ineligible',
    reason: 'L’échelle de la région dépasse celle du département. Une structure de coopération du territoire peut porter le dossier.',
    quote: collectivites,
  },
  {
    code: 'commune',
    label: 'Commune',
    proposal: 'ineligible',
    reason: 'L’échelle de la commune est inférieure à celle de l’intercommunalité. L’intercommunalité peut porter le dossier.',
    quote: collectivites,
  },
  {
    code: 'autre',
    label: 'Autre structure',
    hint: 'Service de l’État, association sans participation publique, entreprise…',
    proposal: 'ineligible',
    reason: 'L’appel ne cite que des collectivités, des structures de coopération et des structures à participation publique.',
    quote: autres,
  },
];
