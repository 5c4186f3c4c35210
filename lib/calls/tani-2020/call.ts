import type { CallDefinition } from '../../domain/call.ts';
import { categories } from './categories.ts';
import { charters } from './charters.ts';
import { misprints } from './misprints.ts';
import { organisationKinds } from './organisation-kinds.ts';
import { presentation } from './presentation.ts';
import { sections } from './sections.ts';

/** The call for expressions of interest of promotion 2, published in 2019 by the Mission Société Numérique. */
export const tani2020: CallDefinition = {
  code: 'tani-2020',
  numberPrefix: 'TANI-2020',
  title: 'Sélection de la promotion 2 des « Territoires d’Actions pour un Numérique Inclusif »',
  shortTitle: 'TANI, promotion 2',
  promotion: 2,
  labelName: 'Territoire d’Actions pour un Numérique Inclusif',
  fictitious: false,
  presentation,
  contact: { service: 'Mission Société Numérique', email: 'societe.numerique@finances.gouv.fr' },
  calendar: {
    opensAt: null,
    // « avant le 5 octobre 2019 »: the 5th itself is too late, in the legal time of Paris (UTC+2 that day).
    closesAt: '2019-10-05T00:00:00+02:00',
    timeZone: 'Europe/Paris',
    closingQuote:
      'il suffit d’envoyer son dossier de candidature complet par courriel (societe.numerique@finances.gouv.fr) avant le 5 octobre 2019.',
    labelYear: 2020,
  },
  organisationKinds,
  categories,
  parts: [
    {
      code: 'presentation',
      label: 'Présentation du territoire',
      quote: 'D’une courte présentation du « territoire » candidat ;',
      preparation:
        'Un texte à écrire ici, deux pages environ, sans signature : habitants, lieux de médiation numérique, acteurs, particularités. Comptez une demi-heure.',
    },
    {
      code: 'lettre',
      label: 'Lettre de soutien d’un élu',
      quote: 'D’une lettre de soutien d’un élu du territoire ;',
      preparation:
        'Un PDF de 20 Mo au plus, signé par un élu du territoire, à la main puis numérisé ou électroniquement. Demandez-le dès maintenant : c’est la pièce qui prend le plus de temps à obtenir.',
    },
    {
      code: 'motivation',
      label: 'Lettre de motivation',
      quote:
        'D’une lettre explicitant les motivations du candidat pour devenir TANI : elle sera le support permettant de justifier du respect des critères de sélection susmentionnés ;',
      preparation:
        'Un texte à écrire ici, deux pages environ, sans signature, puis une réponse courte à chacun des critères de votre catégorie. Comptez une heure.',
    },
    {
      code: 'fiche',
      label: 'Fiche de documentation (annexe 3)',
      quote:
        'D’une fiche de documentation des politiques publiques souhaitant être mises en œuvre/ayant été mises en œuvre sur le territoire en matière d’inclusion numérique (cf. annexe 3) ;',
      preparation:
        'Sept sections à remplir ici, quinze questions en tout, sans signature : ce qui est fait ou prévu, les moyens, les acteurs, les résultats. Comptez une heure et demie, avec les services concernés.',
    },
  ],
  sections,
  evaluation: {
    reviewsPerDossier: 2,
    maxAppreciation: 4,
    ranking: ['criteriaMet', 'meanAppreciation', 'lot'],
    rankingStatement: [
      'Seuls les dossiers qui remplissent le nombre de critères demandé par l’appel peuvent être lauréats.',
      'Ils sont classés par nombre de critères remplis, d’un commun constat des évaluateurs.',
      'À égalité, la moyenne des appréciations de 0 à 4 les départage.',
      'S’ils sont encore à égalité, un tirage au sort vérifiable les départage : il est calculé à partir des empreintes de tous les dossiers déposés.',
    ],
  },
  charters,
  misprints,
  remedies: [
    'Cette décision peut faire l’objet, dans les deux mois qui suivent sa notification, d’un recours gracieux auprès de la Mission Société Numérique ou d’un recours hiérarchique auprès du ministre chargé du numérique.',
    'Elle peut aussi être contestée, dans le même délai, devant le tribunal administratif compétent. Un recours gracieux ou hiérarchique formé dans ce délai conserve ce droit.',
  ],
  retention: [
    { what: 'Dossiers lauréats et chartes', rule: 'Conservés pendant l’année du label puis versés aux archives publiques.' },
    { what: 'Dossiers non retenus', rule: 'Conservés un an après la décision, recours éventuels compris.' },
    { what: 'Brouillons non déposés', rule: 'Effacés six mois après la clôture.' },
  ],
};
