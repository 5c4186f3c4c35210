import type { TextBlock } from '../../domain/call.ts';

const heading2 = (text: string): TextBlock => ({ kind: 'heading', level: 2, text });
const heading3 = (text: string): TextBlock => ({ kind: 'heading', level: 3, text });
const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', text });
const list = (...items: string[]): TextBlock => ({ kind: 'list', items });
const notes = (...items: string[]): TextBlock => ({ kind: 'notes', items });

/** The call of promotion 2, word for word; its misprints are listed in `misprints.ts` and corrected on screen only. */
export const presentation: TextBlock[] = [
  heading2('1. Présentation de la Mission Société Numérique'),
  paragraph(
    'La Mission Société Numérique a vocation à accompagner la transition numérique des territoires en matière d’usages, d’accès aux droits et de services. Elle soutient le développement des structures de culture et de médiation numériques ainsi que des tiers-lieux. Les actions qu’elle porte sont toutes orientées vers la mise en capacité des collectivités territoriales et acteurs locaux à se saisir des opportunités numériques.',
  ),
  paragraph(
    'La Mission Société Numérique travaille à accélérer la montée en compétences des Français et à accompagner la transition des territoires pour :',
  ),
  list(
    'Permettre à tous les citoyens et les territoires de s’approprier les usages et potentialités numériques (accès aux droits, à l’emploi, aux savoirs, citoyenneté, pratiques créatives, mobilité, etc.) ;',
    'Développer du lien social, réduire les fractures existantes et ne pas en créer de nouvelles ;',
    'Garantir l’accès de tous à leurs droits et aux services publics dans un contexte de numérisation des démarches et de transformation numérique des politiques publiques (télémédecine, smartcities, télétravail, etc.) ;',
    'Bénéficier des retombées économiques en termes d’employabilité, de compétitivité, de développement de l’économie numérique et des dépenses de loisirs, mais aussi d’économies liées à la numérisation des démarches ;',
    'Préparer la société et les territoires à s’adapter aux évolutions technologiques.',
  ),
  heading2('2. Présentation du dispositif « Territoires d’Actions pour un Numérique Inclusif »'),
  paragraph(
    'La Mission Société Numérique soutient et outille les collectivités territoriales dans la mise en œuvre de leurs stratégies et initiatives locales.',
  ),
  paragraph(
    'La Mission a notamment engagé l’année dernière une coopération avec 10 “Territoires d’actions pour un Numérique Inclusif” (cf. annexe 1). Ce dispositif vise à soutenir l’élaboration de stratégies numériques locales par la mobilisation de temps et d’expertise de la Mission Société Numérique.',
  ),
  paragraph('Il a pour objectifs de :'),
  list(
    'Conseiller et orienter les équipes ;',
    'Les mettre en réseaux avec d’autres territoires pour qu’ils s’inspirent et se nourrissent d’autres acteurs ;',
    'Proposer à l’expérimentation des outils en cours de développement ou d’essaimage et les enrichir grâce à leurs retours d’usages (cf. annexe 2) ;',
    'Valoriser et documenter les initiatives pour nourrir les autres territoires.',
  ),
  paragraph(
    'Le présent appel à manifestation d’intérêt vise ainsi à sélectionner et labelliser dix territoires, qui constitueront la seconde promotion des Territoires d’Actions pour un Numérique Inclusif (TANI) sur l’année 2020.',
  ),
  paragraph('Les territoires sélectionnés bénéficieront de l’accompagnement de la Mission Société Numérique mais également :'),
  list(
    'd’un système de tutorat inter-promotions TANI : chaque lauréat sera parrainé par un TANI de la promotion 1 ;',
    'd’une logique de réseau permettant le partage de bonnes pratiques et de retours d’expérience opérationnels sur la mise en œuvre de dispositifs en matière d’inclusion numérique ;',
    'd’un label permettant aux lauréats d’obtenir une crédibilité sur le sujet, levier pour mobiliser des partenaires (financiers, etc.) au niveau local.',
  ),
  heading2('3. Conditions à remplir pour devenir « Territoire d’Actions pour un Numérique Inclusif »'),
  heading3('3.1. Critères d’éligibilité'),
  paragraph('Sont éligibles à cette labellisation :'),
  list(
    'Les collectivités - y compris les collectivités à statut particulier et d’outre-mer - dont l’échelle territoriale est comprise entre l’intercommunalité (ou métropole) et le département ;',
    'Des structures de coopération (syndicats mixtes...) ;',
    "D'autres structures à participation publique (GIP...) ;",
  ),
  heading3('3.2 Critères de sélection'),
  paragraph(
    'Cet appel à manifestation d’intérêt s’adresse à des candidats dont le niveau de maturité en matière d’inclusion numérique peut être variable. Parmi les 10 lauréats :',
  ),
  list(
    '7 seront des territoires ayant déjà défini ou engagé des travaux sur leur stratégie locale d’inclusion numérique ;',
    '3 seront des territoires n’ayant pas encore engagé ces travaux mais ayant saisi l’intérêt de déployer une stratégie locale d’inclusion numérique.',
  ),
  paragraph(
    'Pour la première catégorie de candidats, les lauréats de cet appel à manifestation d’intérêt devront remplir au moins 2 des 5 critères suivants :',
  ),
  list(
    'Être lauréat de l’appel à projets Pass Numériques ou avoir entamé la démarche de déploiement de pass numériques sur son territoire ;',
    'Avoir intégré dans leurs schémas territoriaux (SDAASAP1, SDUSN2, etc.) la thématique des usages numériques et de l’inclusion numérique ;',
    'Avoir une équipe administrative ainsi que des moyens d’actions dédiés à la question des usages numériques et de l’inclusion numérique ;',
    'Avoir engagé une démarche partenariale (opérateurs de services publics, acteurs privés, etc.) sur la question de l’inclusion numérique incluant notamment le Hub pour un numérique inclusif, s’il y en a un présent sur le territoire ;',
    'Avoir entamé une démarche de structuration d’un réseau d’acteurs de la médiation numérique sur son territoire.',
  ),
  paragraph('Pour la deuxième catégorie de candidats, les critères de sélection seront les suivants :'),
  list(
    'Témoigner d’un intérêt à développer une stratégie locale d’inclusion numérique ;',
    'Avoir des moyens d’action (humains, budgétaires, etc.) pour mener à bien l’élaboration puis le déploiement d’une stratégie locale ;',
    'Être en mesure d’exposer un plan d’action ou des initiatives pertinentes à mettre en place sur son territoire en matière d’inclusion numérique.',
  ),
  paragraph('Par ailleurs, chaque candidat devra obligatoirement bénéficier du soutien d’un élu de son territoire.'),
  notes(
    '1 Schémas départementaux d’amélioration de l’accessibilité des services au public.',
    '2 Stratégie de Développement des Usages et Services Numériques.',
  ),
  heading3('3.3 Modalités pratiques'),
  paragraph(
    'Chaque candidat doit être en mesure de pouvoir désigner un interlocuteur référent auprès de la Mission Société Numérique qui aura du temps disponible sur l’année 2020 pour participer aux différentes animations du dispositif TANI.',
  ),
  paragraph('En effet, d’un point de vue opérationnel, le dispositif TANI implique de participer à :'),
  list(
    'des points téléphoniques réguliers avec le référent du territoire au sein de la Mission Société Numérique ;',
    'des réunions TANI ayant lieu environ tous les 3 mois en marge d’événements locaux (à Paris et dans les territoires).',
  ),
  heading2('4. Modalités de réponse à l’appel à manifestation d’intérêt'),
  paragraph('Le dossier de candidature devra être composé :'),
  list(
    'D’une courte présentation du « territoire » candidat ;',
    'D’une lettre de soutien d’un élu du territoire ;',
    'D’une lettre explicitant les motivations du candidat pour devenir TANI : elle sera le support permettant de justifier du respect des critères de sélection susmentionnés ;',
    'D’une fiche de documentation des politiques publiques souhaitant être mises en œuvre/ayant été mises en œuvre sur le territoire en matière d’inclusion numérique (cf. annexe 3) ;',
  ),
  paragraph(
    'Pour répondre à cet appel à manifestation d’intérêt, il suffit d’envoyer son dossier de candidature complet par courriel (societe.numerique@finances.gouv.fr) avant le 5 octobre 2019.',
  ),
];
