import type { Category } from '../../domain/call.ts';

/** Article 3.2: ten laureates, seven and three, each category with its own criteria. */
export const categories: Category[] = [
  {
    code: 'travaux-engages',
    label: 'Territoire ayant déjà défini ou engagé des travaux sur sa stratégie locale d’inclusion numérique',
    shortLabel: 'Travaux engagés',
    quote: '7 seront des territoires ayant déjà défini ou engagé des travaux sur leur stratégie locale d’inclusion numérique ;',
    seats: 7,
    minimumCriteria: 2,
    criteriaQuote:
      'Pour la première catégorie de candidats, les lauréats de cet appel à manifestation d’intérêt devront remplir au moins 2 des 5 critères suivants :',
    criteria: [
      {
        code: 'C1',
        label: 'Pass numériques',
        text: 'Être lauréat de l’appel à projets Pass Numériques ou avoir entamé la démarche de déploiement de pass numériques sur son territoire ;',
      },
      {
        code: 'C2',
        label: 'Schémas territoriaux',
        text: 'Avoir intégré dans leurs schémas territoriaux (SDAASAP1, SDUSN2, etc.) la thématique des usages numériques et de l’inclusion numérique ;',
        note: 'SDAASAP (ou SDAASP) : schéma départemental d’amélioration de l’accessibilité des services au public. SDUSN : stratégie de développement des usages et services numériques.',
      },
      {
        code: 'C3',
        label: 'Équipe et moyens dédiés',
        text: 'Avoir une équipe administrative ainsi que des moyens d’actions dédiés à la question des usages numériques et de l’inclusion numérique ;',
      },
      {
        code: 'C4',
        label: 'Démarche partenariale',
        text: 'Avoir engagé une démarche partenariale (opérateurs de services publics, acteurs privés, etc.) sur la question de l’inclusion numérique incluant notamment le Hub pour un numérique inclusif, s’il y en a un présent sur le territoire ;',
        note: 'La mention du Hub ne vaut que si un Hub est présent sur le territoire à la date du dépôt.',
      },
      {
        code: 'C5',
        label: 'Réseau d’acteurs',
        text: 'Avoir entamé une démarche de structuration d’un réseau d’acteurs de la médiation numérique sur son territoire.',
      },
    ],
  },
  {
    code: 'travaux-a-engager',
    label:
      'Territoire n’ayant pas encore engagé ces travaux mais ayant saisi l’intérêt de déployer une stratégie locale d’inclusion numérique',
    shortLabel: 'Travaux à engager',
    quote:
      '3 seront des territoires n’ayant pas encore engagé ces travaux mais ayant saisi l’intérêt de déployer une stratégie locale d’inclusion numérique.',
    seats: 3,
    // « les critères de sélection seront les suivants », beside « au moins 2 des 5 » for the first category: all three.
    minimumCriteria: 3,
    criteriaQuote: 'Pour la deuxième catégorie de candidats, les critères de sélection seront les suivants :',
    criteria: [
      {
        code: 'K1',
        label: 'Intérêt pour une stratégie locale',
        text: 'Témoigner d’un intérêt à développer une stratégie locale d’inclusion numérique ;',
      },
      {
        code: 'K2',
        label: 'Moyens d’action',
        text: 'Avoir des moyens d’action (humains, budgétaires, etc.) pour mener à bien l’élaboration puis le déploiement d’une stratégie locale ;',
      },
      {
        code: 'K3',
        label: 'Plan d’action ou initiatives',
        text: 'Être en mesure d’exposer un plan d’action ou des initiatives pertinentes à mettre en place sur son territoire en matière d’inclusion numérique.',
      },
    ],
  },
];
