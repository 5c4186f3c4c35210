import { categories } from '../../lib/calls/tani-2020/categories.ts';
import type { CriteriaAnswer } from '../../lib/domain/criteria-kind.ts';
import type { SectionAnswers } from '../../lib/domain/form.ts';
import type { Territory } from './territories.ts';

/** The invented answers of a territory, page by page. */
export function answersOf(territory: Territory): Record<string, SectionAnswers> {
  const { name, kind, siren, population, category, lead } = territory;
  const place = territory.territory;
  const words = territory.category === 'travaux-a-engager' ? starting(place) : engaged(place, name);
  return {
    structure: { 'nom-structure': name, nature: kind, siren, territoire: place, population },
    categorie: { categorie: category },
    presentation: {
      presentation: `Le territoire « ${place} » compte ${population} habitants. Il réunit un bourg-centre bien desservi et des communes plus éloignées, où l’on met souvent plus de trente minutes pour rejoindre un accueil physique.\n\nLes lieux où l’on peut être aidé existent : médiathèques, espaces France Services, associations d’insertion. Ils se connaissent encore mal, et les habitants ne savent pas toujours vers lequel se tourner.`,
    },
    motivation: { motivation: words.motivation, criteres: claims(territory) },
    'fiche-1': { '1-1': name, '1-2': 'Direction des solidarités, avec l’appui du service informatique et du réseau des médiathèques.' },
    'fiche-2': { '2-1': words.context },
    'fiche-3': {
      '3-1': `Que chaque habitant trouve, à moins de vingt minutes de chez lui, une personne formée pour l’aider à faire seul la fois suivante. Nous attendons aussi que les agents d’accueil cessent de faire « à la place de », faute de mieux.`,
    },
    'fiche-4': {
      '4-1': words.steps,
      '4-2':
        'Un comité de pilotage deux fois par an, un groupe de travail mensuel avec les structures de terrain, et des essais courts dans deux communes avant toute généralisation.',
      '4-3':
        'La caisse d’allocations familiales, France Travail, les centres sociaux, trois associations de médiation numérique, le réseau des médiathèques, La Poste.',
      '4-4': words.support,
      '4-5': words.framework,
    },
    'fiche-5': {
      '5-1': words.money,
      '5-2': words.people,
      '5-3':
        'Une carte des lieux d’aide distribuée dans les mairies et les pharmacies, une page sur le site, des affiches dans les bus. Pas de campagne en ligne seule : elle n’atteindrait pas ceux que nous cherchons.',
    },
    'fiche-6': {
      '6-1':
        '• Des bénévoles nombreux mais peu formés.\n• Des aides ponctuelles, qui s’arrêtent avec les financements.\n• La difficulté de mesurer ce qui change vraiment pour les personnes.',
      '6-2': 'Le temps passé avec les agents d’accueil, la confiance entre les structures, et un interlocuteur unique clairement nommé.',
    },
    'fiche-7': {
      '7-1':
        'Un relevé trimestriel du nombre de personnes aidées et du motif, un court questionnaire six mois après, et deux entretiens collectifs par an.',
    },
    lettre: { 'elu-nom': 'Dominique Lanier', 'elu-mandat': `Vice-présidence chargée du numérique, ${name}` },
    referent: {
      'referent-nom': lead,
      'referent-fonction': 'Chargée ou chargé de mission inclusion numérique',
      'referent-courriel': emailOf(territory),
      'referent-telephone': '01 99 00 00 00',
      'referent-disponibilite': 'Deux jours par mois pendant l’année.',
    },
  };
}

/** The invented address of a territory's lead, by which they sign in. */
export function emailOf({ lead, territory }: Territory): string {
  const fold = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/œ/g, 'oe')
      .replace(/[^a-z]+/g, '-')
      .replace(/^-|-$/g, '');
  return `${lead.split(' ').map(fold).join('.')}@${fold(territory)}.example`;
}

function claims({ category, met = 0, stage }: Territory): CriteriaAnswer {
  const criteria = categories.find((c) => c.code === category)?.criteria ?? [];
  const rows = criteria.map((criterion, index) => {
    const done = index < met + (stage === 'disputed' ? 1 : 0);
    const explanation = done
      ? `Oui : ${explanations[criterion.code] ?? 'le travail est engagé et documenté.'}`
      : 'Pas encore. Le sujet est inscrit à l’ordre du jour du prochain comité de pilotage, sans décision à ce jour.';
    return [
      criterion.code,
      { position: done ? 'achieved' : 'planned', explanation, proof: done ? 'Fiche de documentation, parties 4 et 5.' : '' },
    ] as const;
  });
  return Object.fromEntries(rows);
}

/** Sentences that reviewers can quote: they stand in the letter as they are. */
export const explanations: Record<string, string> = {
  C1: 'les premiers carnets de pass numériques ont été distribués par quatre centres sociaux au printemps.',
  C2: 'le schéma d’accessibilité des services au public consacre un chapitre entier à l’inclusion numérique.',
  C3: 'deux agents y travaillent à plein temps, avec un budget annuel voté de 85 000 euros.',
  C4: 'une convention lie la collectivité, la caisse d’allocations familiales, France Travail et trois associations.',
  C5: 'les quatorze lieux de médiation se réunissent chaque mois et partagent un même outil d’orientation.',
  K1: 'l’assemblée a débattu du sujet à deux reprises et demandé un plan pour l’an prochain.',
  K2: 'un poste est ouvert au recrutement et 40 000 euros sont inscrits au budget.',
  K3: 'un bus itinérant, la formation des secrétaires de mairie et une carte des lieux d’aide sont prêts à démarrer.',
};

function engaged(place: string, name: string) {
  return {
    motivation: `Depuis trois ans, ${name} construit pas à pas une réponse à ceux que le numérique laisse de côté. Nous avons appris en faisant, et nous nous heurtons aujourd’hui aux mêmes questions que d’autres : comment tenir dans la durée, comment mesurer, comment faire travailler ensemble des structures qui ont chacune leurs outils.\n\nRejoindre le réseau, c’est pouvoir comparer nos choix à ceux de territoires qui nous ressemblent, et partager ce qui a marché, comme ce qui n’a pas marché.`,
    context: `Tout est parti de l’accueil : en un an, les demandes d’aide pour des démarches en ligne ont doublé dans les mairies de ${place}. Un diagnostic mené avec les centres sociaux a montré qu’un habitant sur cinq renonçait à un droit faute de pouvoir faire la démarche.`,
    steps:
      '1) Un diagnostic partagé, achevé.\n2) La formation des agents d’accueil, en cours.\n3) La mise en réseau des lieux de médiation, en cours.\n4) Un outil commun d’orientation, au second semestre.\n5) Une évaluation, à la fin de l’année.',
    support: 'Oui, par une association régionale pour la formation des aidants.',
    framework: 'Oui, dans le schéma départemental d’amélioration de l’accessibilité des services au public.',
    money: '85 000 euros par an sur le budget de la collectivité, et 40 000 euros demandés au fonds social européen.',
    people: 'Deux agents à plein temps et un réseau de quatorze médiateurs dans les structures partenaires.',
  };
}

function starting(place: string) {
  return {
    motivation: `${place} part de loin, mais part décidé. Nos élus ont compris, à force de recevoir des habitants démunis, que l’accès aux droits passe désormais par un écran. Nous n’avons pas encore de stratégie : nous avons une volonté, un début de moyens et des idées simples.\n\nÊtre accompagnés nous éviterait de refaire les erreurs des autres.`,
    context: `La fermeture de deux guichets a tout révélé : des habitants de ${place} sont venus en mairie demander qu’on fasse leurs démarches pour eux. Les secrétaires l’ont fait, sans formation et sans cadre.`,
    steps:
      '1) Écouter les secrétaires de mairie et les associations.\n2) Former une personne par commune.\n3) Faire passer un bus deux fois par mois.\n4) Faire le point au bout d’un an.',
    support: 'Pas dans l’immédiat.',
    framework: 'Pas encore. Le prochain contrat de territoire pourra l’accueillir.',
    money: '40 000 euros inscrits au budget, à compléter.',
    people: 'Un poste ouvert au recrutement, et les secrétaires de mairie.',
  };
}
