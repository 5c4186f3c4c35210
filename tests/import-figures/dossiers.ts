import { corseDossier } from '../../e2e/support/corse.ts';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';

/** One question of a written dossier, in the document's words, and its answer by paragraphs. */
export type Asked = { code: string; section: string; question: string; answer: string[] };
/** A dossier as its author thinks of it, before it is laid out one way or another. */
export type WrittenDossier = { name: string; front: string[]; sheet: Asked[] };

const asked = tani2020.sections
  .filter(({ part }) => part === 'fiche')
  .flatMap(({ title, questions }) => questions.map((question) => ({ section: title, question })));

/** The dossiers the figures are made from: an invented one, and a real one where its folder stands beside the repository. */
export function writtenDossiers(): WrittenDossier[] {
  const corse = corseDossier();
  return [invented(), ...(corse ? [real(corse)] : [])];
}

function invented(): WrittenDossier {
  return {
    name: 'Val d’Exemple',
    front,
    sheet: asked.map(({ section, question }, rank) => ({
      code: question.code,
      section,
      question: wording(question),
      answer: answers[rank] ?? [],
    })),
  };
}

function real({ presentation, motivation, sheet }: NonNullable<ReturnType<typeof corseDossier>>): WrittenDossier {
  return {
    name: 'Corse',
    front: [...inParagraphs(presentation), ...inParagraphs(motivation)],
    sheet: asked.map(({ section, question }) => ({
      code: question.code,
      section,
      question: wording(question),
      answer: inParagraphs(sheet[question.label] ?? ''),
    })),
  };
}

function wording(question: { label: string; sourceLabel?: string }): string {
  return question.sourceLabel ?? question.label;
}

function inParagraphs(text: string): string[] {
  return text
    .split(/\n\s*\n|\n\s*(?=\d\)|•)/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

const front = [
  'Candidature du Val d’Exemple',
  'Le Val d’Exemple réunit trente-deux communes autour d’une rivière. Il compte 85 700 habitants, quatre espaces publics numériques et une maison de services au public.',
  'Pourquoi nous candidatons',
  'Depuis trois ans, les demandes d’aide pour les démarches en ligne ont doublé aux accueils des mairies. Les agents y répondent avec les moyens du bord, et sans lieu où orienter les personnes.',
  'Nous voulons devenir un territoire où chacun trouve de l’aide près de chez lui, et partager ce que nous aurons appris avec les autres territoires du réseau.',
  'Notre démarche repose sur le diagnostic mené en 2018, sur l’équipe de deux agents dédiés et sur la convention signée avec les opérateurs de services publics.',
];

/** Answers of every shape: short, long, numbered, in bullets, with titles, figures, a question, an address. */
const answers: string[][] = [
  ['Communauté d’agglomération du Val d’Exemple'],
  ['Direction des solidarités et de la cohésion sociale, avec l’appui du service informatique mutualisé.'],
  [
    'Tout est parti des accueils. En 2016, les secrétaires de mairie ont compté pendant un mois les demandes d’aide : une sur trois concernait une démarche en ligne.',
    'Une étude confiée à l’université a ensuite montré que 22 % des habitants n’utilisent jamais internet, et que la moitié d’entre eux ont moins de soixante ans.',
  ],
  [
    'Nous attendons trois choses :',
    '• que personne ne renonce à un droit faute d’aide ;',
    '• que les aidants soient formés et reconnus ;',
    '• que les lieux existants travaillent ensemble.',
  ],
  [
    '1) Recenser les lieux et les aidants (fait) ;',
    '2) Former cinquante agents d’accueil en 2020 ;',
    '3) Ouvrir un numéro de téléphone unique ;',
    '4) Évaluer, puis étendre aux communes voisines.',
  ],
  [
    'Un comité de pilotage se réunit tous les deux mois. Il associe les maires, les associations et deux représentants des usagers.',
    'Chaque action fait l’objet d’une fiche, avec un responsable et une échéance.',
  ],
  [
    'Centres sociaux, médiathèques, France Services, la caisse d’allocations familiales, l’assurance maladie, Pôle emploi et les bailleurs sociaux.',
  ],
  ['Pas encore.'],
  [
    'Oui : le schéma départemental d’amélioration de l’accessibilité des services au public, dont l’action 14 porte sur la médiation numérique.',
  ],
  [
    '85 000 euros par an, dont 40 000 euros de l’agglomération, 30 000 euros du Département et 15 000 euros de la Région. Une demande FEDER est en cours pour 2021.',
  ],
  [
    'Deux agents à temps plein : une coordinatrice et un conseiller itinérant.',
    'S’y ajoutent douze bénévoles formés, à raison d’une demi-journée par semaine.',
  ],
  [
    'Une carte des lieux dans toutes les mairies, une page sur le site de l’agglomération (https://www.val-exemple.example/aide) et une lettre trimestrielle aux partenaires.',
    'Le slogan choisi par les usagers : « Et si on s’y mettait ensemble ? »',
  ],
  [
    'La première difficulté est la mobilité : les personnes les plus éloignées ne viennent pas dans les lieux.',
    'La seconde est la fragilité des associations, dont les financements sont annuels.',
  ],
  ['La confiance entre les structures.', 'Un portage politique constant.', 'Des horaires adaptés, y compris le samedi.'],
  [
    'Un relevé trimestriel : nombre de personnes accompagnées, démarches abouties, satisfaction. Une enquête annuelle auprès de 400 habitants complète ces chiffres.',
  ],
];
