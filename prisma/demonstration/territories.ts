/** How far an invented territory has gone, which decides what is done with its dossier. */
export type Stage =
  | 'emptyDraft'
  | 'startedDraft'
  | 'withoutLetter'
  | 'submittedOpen'
  | 'changedSinceSubmission'
  | 'submitted'
  | 'letterAwaited'
  | 'inadmissible'
  | 'admissible'
  | 'oneReview'
  | 'twoReviews'
  | 'disputed'
  | 'released';

export type Territory = {
  name: string;
  kind: string;
  territory: string;
  population: string;
  siren: string;
  /** Empty: the candidate did not choose. */
  category: 'travaux-engages' | 'travaux-a-engager' | '';
  lead: string;
  stage: Stage;
  /** How many criteria its reviewers find met, from the first on. */
  met?: number;
};

const engaged = 'travaux-engages';
const starting = 'travaux-a-engager';

/** Every name is invented; the SIREN numbers have a right key and belong to nobody (they begin with 999). */
export const territories: Territory[] = [
  {
    name: 'Communauté de communes du Val d’Aubrelle',
    kind: 'intercommunalite',
    territory: 'Val d’Aubrelle',
    population: '18 400',
    siren: '999000011',
    category: '',
    lead: 'Camille Durand',
    stage: 'emptyDraft',
  },
  {
    name: 'Syndicat mixte des Hautes-Combes',
    kind: 'structure-de-cooperation',
    territory: 'Hautes-Combes',
    population: '64 200',
    siren: '999000029',
    category: engaged,
    lead: 'Rachid Benali',
    stage: 'startedDraft',
  },
  {
    name: 'Département de la Mérance',
    kind: 'departement',
    territory: 'Mérance',
    population: '312 000',
    siren: '999000037',
    category: engaged,
    lead: 'Lucie Perrot',
    stage: 'withoutLetter',
  },
  {
    name: 'GIP Landes d’Orcy Numérique',
    kind: 'gip',
    territory: 'Landes d’Orcy',
    population: '97 500',
    siren: '999000045',
    category: starting,
    lead: 'Thomas Le Goff',
    stage: 'submittedOpen',
  },
  {
    name: 'Communauté d’agglomération de Sarvigny',
    kind: 'intercommunalite',
    territory: 'Pays de Sarvigny',
    population: '121 300',
    siren: '999000052',
    category: engaged,
    lead: 'Nadia Cherif',
    stage: 'changedSinceSubmission',
  },
  {
    name: 'Région Grand Littoral',
    kind: 'region',
    territory: 'Grand Littoral',
    population: '2 410 000',
    siren: '999000060',
    category: engaged,
    lead: 'Paul Marchand',
    stage: 'submitted',
  },
  {
    name: 'Société d’économie mixte Rives Connectées',
    kind: 'autre-participation-publique',
    territory: 'Rives de l’Ourne',
    population: '88 900',
    siren: '999000078',
    category: engaged,
    lead: 'Élise Fontan',
    stage: 'letterAwaited',
  },
  {
    name: 'Communauté de communes des Trois Clochers',
    kind: 'intercommunalite',
    territory: 'Trois Clochers',
    population: '12 700',
    siren: '999000086',
    category: '',
    lead: 'Mathis Roussel',
    stage: 'submitted',
  },
  {
    name: 'Ville de Bellombre',
    kind: 'commune',
    territory: 'Bellombre',
    population: '9 300',
    siren: '999000094',
    category: starting,
    lead: 'Jeanne Aubert',
    stage: 'inadmissible',
  },
  {
    name: 'Métropole de Valcendres',
    kind: 'intercommunalite',
    territory: 'Valcendres',
    population: '467 000',
    siren: '999000102',
    category: engaged,
    lead: 'Yanis Morvan',
    stage: 'admissible',
  },
  {
    name: 'Collectivité d’outre-mer des Îles Cormoran',
    kind: 'outre-mer',
    territory: 'Îles Cormoran',
    population: '43 600',
    siren: '999000110',
    category: engaged,
    lead: 'Maëva Hoarau',
    stage: 'admissible',
  },
  {
    name: 'Département du Haut-Berzin',
    kind: 'departement',
    territory: 'Haut-Berzin',
    population: '205 800',
    siren: '999000128',
    category: engaged,
    lead: 'Antoine Vidal',
    stage: 'oneReview',
    met: 3,
  },
  {
    name: 'Pôle métropolitain Entre-Deux-Vals',
    kind: 'structure-de-cooperation',
    territory: 'Entre-Deux-Vals',
    population: '188 400',
    siren: '999000136',
    category: engaged,
    lead: 'Sofia Renard',
    stage: 'oneReview',
    met: 2,
  },
  {
    name: 'Communauté urbaine de Port-Aubin',
    kind: 'intercommunalite',
    territory: 'Port-Aubin',
    population: '236 100',
    siren: '999000144',
    category: engaged,
    lead: 'Gabriel Tessier',
    stage: 'twoReviews',
    met: 5,
  },
  {
    name: 'Syndicat mixte Montagne Solidaire',
    kind: 'structure-de-cooperation',
    territory: 'Massif de la Serre',
    population: '52 900',
    siren: '999000151',
    category: engaged,
    lead: 'Chloé Garnier',
    stage: 'twoReviews',
    met: 4,
  },
  {
    name: 'Département de la Vauzelle',
    kind: 'departement',
    territory: 'Vauzelle',
    population: '274 500',
    siren: '999000169',
    category: engaged,
    lead: 'Ibrahim Sow',
    stage: 'twoReviews',
    met: 3,
  },
  {
    name: 'Communauté de communes du Plateau d’Arzac',
    kind: 'intercommunalite',
    territory: 'Plateau d’Arzac',
    population: '21 800',
    siren: '999000177',
    category: engaged,
    lead: 'Manon Lefèvre',
    stage: 'twoReviews',
    met: 2,
  },
  {
    name: 'Communauté d’agglomération des Deux Sources',
    kind: 'intercommunalite',
    territory: 'Deux Sources',
    population: '74 300',
    siren: '999000185',
    category: engaged,
    lead: 'Karim Haddad',
    stage: 'twoReviews',
    met: 1,
  },
  {
    name: 'Collectivité à statut particulier de l’Estuaire',
    kind: 'statut-particulier',
    territory: 'Estuaire',
    population: '611 000',
    siren: '999000193',
    category: engaged,
    lead: 'Hélène Caron',
    stage: 'disputed',
    met: 1,
  },
  {
    name: 'Communauté de communes Cœur de Lande',
    kind: 'intercommunalite',
    territory: 'Cœur de Lande',
    population: '15 900',
    siren: '999000201',
    category: starting,
    lead: 'Julien Masson',
    stage: 'released',
    met: 3,
  },
  {
    name: 'GIP Bassin de l’Irette',
    kind: 'gip',
    territory: 'Bassin de l’Irette',
    population: '58 700',
    siren: '999000219',
    category: starting,
    lead: 'Aïcha Traoré',
    stage: 'released',
    met: 3,
  },
  {
    name: 'Communauté de communes des Monts d’Alène',
    kind: 'intercommunalite',
    territory: 'Monts d’Alène',
    population: '9 800',
    siren: '999000227',
    category: starting,
    lead: 'Simon Bourdon',
    stage: 'released',
    met: 3,
  },
  {
    name: 'Syndicat mixte Plaine et Canaux',
    kind: 'structure-de-cooperation',
    territory: 'Plaine et Canaux',
    population: '112 400',
    siren: '999000235',
    category: starting,
    lead: 'Laure Pinson',
    stage: 'released',
    met: 3,
  },
  {
    name: 'Communauté de communes de la Roche-Brune',
    kind: 'intercommunalite',
    territory: 'Roche-Brune',
    population: '13 200',
    siren: '999000243',
    category: starting,
    lead: 'Enzo Picard',
    stage: 'released',
    met: 2,
  },
];
