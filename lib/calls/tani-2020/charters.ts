import type { CharterBlock, CharterVersion } from '../../domain/charter-version.ts';

const paragraph = (text: string): CharterBlock => ({ kind: 'paragraph', text });
const list = (...items: string[]): CharterBlock => ({ kind: 'list', items });

const title = 'Charte « Territoire d’Actions pour un numérique inclusif »';

const preamble = [
  "Les rapporteurs de la Stratégie Nationale pour un Numérique Inclusif ont remis leur rapport au Secrétaire d’État auprès du Premier ministre chargé du numérique, le 28 mai 2018. Celui-ci intègre 11 recommandations principales pour favoriser la montée en compétences des 13 millions de Français éloignés du numérique. Les travaux et auditions menés dans le cadre de l'élaboration de cette Stratégie ont permis de recenser de nombreuses initiatives publiques et expérimentations en faveur d'un numérique inclusif, mises en œuvre dans les territoires ruraux comme urbains. Les rapporteurs ont construit leurs recommandations sur la base de certaines d'entre elles.",
  "Le Secrétariat d’État chargé du numérique souhaite donc renforcer la visibilité de ces dispositifs et de permettre le soutien et la montée à l'échelle des initiatives locales ainsi que la mise en réseau des porteurs de projets. Cette démarche nécessite de documenter les initiatives et les possibilités d'amélioration des dispositifs entrepris afin d’en favoriser la diffusion vers d'autres territoires.",
];

const partnership =
  "Le dispositif valorise des démarches dites «partenariales», dont le porteur de projet identifié associe les parties prenantes de l'inclusion numérique de son territoire.";
const scope =
  'Il s’agit de valoriser et supporter les acteurs qui ont mis en place des recommandations structurantes issues du rapport de la Stratégie nationale pour un Numérique inclusif, dont :';
const territoriesCommit = 'Dans le cadre du dispositif, les territoires signataires s’engagent à :';
const stateCommits = 'L’Etat par la Mission Société Numérique de l’Agence du Numérique s’engage à :';
const recognise = 'Valoriser la démarche à travers la signature de la Charte ;';
const support =
  "Aider au suivi de la mise en œuvre de la stratégie, aider à sa documentation, apporter un conseil en ingénierie de projet et aider à l'évaluation d'impact ;";
const network =
  "Animer le réseau entre les territoires signataires pour favoriser l'échange et les retours d'expériences entre les initiatives et la production de communs.";
const firstPlatforms =
  'Valoriser la démarche sur les plateformes existantes (celle pour les collectivités territoriales https://inclusion.societenumerique.gouv.fr et celle du Labo pour les analyses et data https://labo.societenumerique.gouv.fr);';
const licences = paragraph(
  'Afin de mieux diffuser les bonnes pratiques, les personnes mentionnées à l’article 1er s’inscrivent dans un processus de mise en commun des expériences territoriales afin de les rendre visibles et de faciliter leur diffusion. Par conséquent, les livrables issus des démarches territoriales labellisées devront être déposés sous une licence permettant leur réutilisation par des territoires aux enjeux similaires. La licence «Etalab» pourra par exemple être utilisée, tout comme d’autres licences ouvertes adaptées.',
);

const aidants = {
  code: 'AIDANTS',
  label: 'Formation et outillage des aidants numériques',
  text: "Mise en place de dispositifs de formation et d'outillage des aidants numériques ;",
};
const pass = { code: 'PASS', label: 'Pass numérique', text: 'Déploiement du dispositif de pass numérique ;' };
const carto = {
  code: 'CARTO',
  label: 'Cartographie de la médiation numérique',
  text: 'Mise en place du dispositif de cartographie des parties prenantes de la médiation numérique et participation à la réalisation d’une cartographie nationale des services de médiation numérique dans les territoires ;',
};
const gouvernance = (accent: 'medico' | 'médico') => ({
  code: 'GOUVERNANCE',
  label: 'Instance locale de gouvernance',
  text: `Participation à la création et à l'animation d'une instance locale de gouvernance pour favoriser une meilleure connaissance, une coordination et une mutualisation d'outils communs entre les différents acteurs (travailleurs sociaux, médiateurs sociaux et numériques, intervenants en charge de l'accueil social et ${accent}-social, bénévoles...).`,
});

const sixMeasures = [
  {
    code: 'INTERFACES',
    label: 'Appropriation des interfaces numériques',
    text: "Mise en place d’outils pour aider les usagers à s’approprier les interfaces numériques : démonstrateurs des sites d'accès aux droits relevant des collectivités ; participation à la simplification de l'accès au droit en lien avec les services de l'Etat concernés (Agence du Numérique et DINSIC notamment dans le cadre du programme DCANT) ; aide à l'appropriation des sites de démonstration des opérateurs publics nationaux (par exemple : https://impots.societenumerique.gouv.fr) ;",
  },
  aidants,
  {
    code: 'PIX',
    label: 'Évaluation des compétences avec PIX',
    text: "Déploiement de PIX, plateforme d'évaluation des compétences numériques, et notamment du parcours d’évaluation des compétences de base ;",
  },
  pass,
  carto,
  gouvernance('medico'),
];

const eightMeasures = [
  {
    code: 'INTERFACES',
    label: 'Appropriation des interfaces numériques',
    text: "Mise en place d’outils pour aider les usagers à s’approprier les interfaces numériques : démonstrateurs des sites d'accès aux droits relevant des collectivités ; participation à la simplification de l'accès au droit en lien avec les services de l'Etat concernés (Programme Société Numérique de l’ANCT) ;",
  },
  aidants,
  {
    code: 'PIX',
    label: 'Évaluation des compétences avec PIX',
    text: "Déploiement de PIX, plateforme d'évaluation des compétences numériques, et notamment du parcours ABC Pix d’évaluation des compétences de base ;",
  },
  {
    code: 'INCUBATEUR',
    label: 'Création de services avec l’incubateur',
    text: 'Participation à la création de services numérique via l’incubateur de l’ANCT (en suivant la méthodologie Start Up d’Etat)',
  },
  pass,
  carto,
  gouvernance('médico'),
  { code: 'NEC_LOCAL', label: 'Numérique en Commun[s] local', text: 'Animation d’un “Numérique en Commun[s]” local.' },
];

const firstCommitments = list(
  'Mettre en œuvre au moins deux des six dispositifs listés ci-dessus ;',
  'Documenter la démarche et son impact ;',
  'Faire des retours circonstanciés sur les outils mis en place (outils à destination des aidants numériques, outil de diagnostic PIX, outils de cartographie, …)',
);

const firstStateCommitments = list(recognise, support, firstPlatforms, network);

const signatoriesOfAmiens =
  "La présente Charte peut être signée par des collectivités territoriales, des services déconcentrés de l’État, des structures de coopération (syndicats mixtes...) et d'autres structures à participation publique (GIP...).";

const cedricO = {
  name: 'Cédric O',
  title:
    "Secrétaire d'État auprès du ministre de l’Économie et des Finances et du ministre de l’Action et des Comptes publics chargé du Numérique",
};

/** The three texts of the charter, word for word. Only a few words differ between the first two; the third has two more measures. */
export const charters: CharterVersion[] = [
  {
    code: 'v1',
    origin: 'Charte d’engagement type, annexe 2 de l’appel de 2019',
    title,
    preamble: [],
    articles: [
      {
        title: 'Article 1 - Structures éligibles',
        blocks: [
          paragraph(
            "La présente Charte peut être signée par des collectivités territoriales, des structures de coopération (syndicats mixtes...) et d'autres structures à participation publique (GIP...).",
          ),
          paragraph(partnership),
        ],
      },
      { title: 'Article 2 - Périmètre de la Charte', blocks: [paragraph(scope), { kind: 'measures' }] },
      {
        title: 'Article 3 - Engagement des parties prenantes',
        blocks: [paragraph(territoriesCommit), firstCommitments, paragraph(stateCommits), firstStateCommitments],
      },
      { title: 'Article 4 - Licences et Communication', blocks: [licences] },
    ],
    measures: sixMeasures,
    minimumMeasures: 2,
    stateSignatory: cedricO,
  },
  {
    code: 'v2',
    origin: 'Charte signée à Amiens le 16 janvier 2020',
    title,
    preamble,
    articles: [
      { title: 'Article 1 - Structures éligibles', blocks: [paragraph(signatoriesOfAmiens), paragraph(partnership)] },
      { title: 'Article 2 - Périmètre de la Charte', blocks: [paragraph(scope), { kind: 'measures' }] },
      {
        title: 'Article 3 - Engagement des parties prenantes',
        blocks: [paragraph(territoriesCommit), firstCommitments, paragraph(stateCommits), firstStateCommitments],
      },
      { title: 'Article 4 - Licences et Communication', blocks: [licences] },
    ],
    measures: sixMeasures,
    minimumMeasures: 2,
    stateSignatory: cedricO,
  },
  {
    code: 'v3',
    origin: 'Charte de 2020, huit dispositifs',
    title,
    preamble,
    articles: [
      { title: 'Article 1 - Structures éligibles', blocks: [paragraph(signatoriesOfAmiens), paragraph(partnership)] },
      { title: 'Article 2 - Périmètre de la Charte', blocks: [paragraph(scope), { kind: 'measures' }] },
      {
        title: 'Article 3 - Engagement des parties prenantes',
        blocks: [
          paragraph(territoriesCommit),
          list(
            'Mettre en œuvre au moins deux des huit dispositifs listés ci-dessus ;',
            'Faire des retours circonstanciés sur les outils mis en place (Aidants Connect, outils à destination des aidants numériques, outil de diagnostic PIX, outils de cartographie, …)',
            "Produire une documentation (type retour d'expérience) sur une problématique spécifique rencontrée sur votre territoire, en lien avec la thématique de l'inclusion numérique. Ce travail est réalisé en binôme entre les 2 promotions de TANI. Cette documentation sera ensuite partagée aux autres TANI (atelier de restitution, livrable à définir). Une trame sera proposée par le Programme Société Numérique.",
          ),
          paragraph(stateCommits),
          list(
            recognise,
            support,
            'Valoriser la démarche sur les plateformes existantes (https://societenumerique.gouv.fr et celle du Labo pour les analyses et data https://labo.societenumerique.gouv.fr);',
            network,
          ),
        ],
      },
      { title: 'Article 4 - Licences et Communication', blocks: [licences] },
    ],
    measures: eightMeasures,
    minimumMeasures: 2,
    stateSignatory: cedricO,
  },
];
