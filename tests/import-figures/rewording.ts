import type { Asked } from './dossiers.ts';

const FOREIGN = [
  'projet',
  'collectif',
  'durable',
  'bureau',
  'valeur',
  'demande',
  'rapport',
  'avenir',
  'public',
  'mesure',
  'habitants',
  'service',
];

/** The question without some of its words, as when a form is retyped in a hurry. */
export function withoutWords(asked: Asked, share: number, draw: () => number): Asked {
  const words = asked.question.split(' ').filter((word) => !/\p{L}/u.test(word) || draw() >= share);
  return { ...asked, question: words.some((word) => /\p{L}{3}/u.test(word)) ? words.join(' ') : asked.question };
}

/** The question with some of its words replaced by words of another subject. */
export function withOtherWords(asked: Asked, share: number, draw: () => number): Asked {
  const words = asked.question.split(' ').map((word) => {
    if (!/\p{L}/u.test(word) || draw() >= share) return word;
    return `${FOREIGN[Math.floor(draw() * FOREIGN.length)]}${/[?,):]+$/.exec(word)?.[0] ?? ''}`;
  });
  return { ...asked, question: words.join(' ') };
}

/** The same fifteen questions said by somebody else. */
export const paraphrases: Record<string, string> = {
  '1-1': 'Nom de la collectivité',
  '1-2': 'Service ou direction responsable de l’inclusion numérique',
  '2-1': 'Pourquoi vous êtes-vous intéressés à l’inclusion numérique ?',
  '3-1': 'Attentes vis-à-vis de la politique locale d’inclusion numérique',
  '4-1': 'Étapes du processus',
  '4-2': 'Méthodologie suivie',
  '4-3': 'Acteurs associés au travail',
  '4-4': 'Accompagnement par un tiers (bureau d’études, association)',
  '4-5': 'Inscription dans un document-cadre (SDAASAP, SDUSN…)',
  '5-1': 'Moyens financiers',
  '5-2': 'Moyens humains',
  '5-3': 'Stratégie de communication',
  '6-1': 'Difficultés rencontrées',
  '6-2': 'Facteurs de succès',
  '7-1': 'Mesure de l’impact : indicateurs et outils d’évaluation',
};

/** What another year might ask in the place of four questions. */
export const nextYear: Record<string, string> = {
  '1-1': 'Dénomination de votre collectivité ou de votre groupement',
  '2-1': 'Comment votre territoire en est-il venu à s’intéresser aux enjeux de l’inclusion numérique ?',
  '4-5': 'Cette politique s’inscrit-elle dans un document stratégique plus large (feuille de route France Numérique Ensemble, SDUSN…) ?',
  '7-1': 'Quels dispositifs de mesure d’impact avez-vous mis en place ou prévu (indicateurs, outils d’évaluation…) ?',
};
