import type { Section } from '../../domain/call.ts';
import type { QuestionOf } from '../../domain/question.ts';

const ADVISED_LENGTH = 1500;
/** Far beyond any real answer (the longest known one has 963 characters): it protects the service, it guides nobody. */
export const MAX_LENGTH = 120_000;

/**
 * A bullet of Annexe 3: its words are the label, known misprints corrected (`sourceLabel` keeps them). There is no
 * minimum: « Pas dans l’immédiat. » is an answer.
 */
function bullet(code: string, label: string, rows: number, sourceLabel?: string): QuestionOf<'longText'> {
  return { kind: 'longText', code, label, sourceLabel, need: 'blocking', rows, advisedLength: ADVISED_LENGTH, maxLength: MAX_LENGTH };
}

/**
 * The first bullet asks for a name, proposed from the page of the structure: a small box without advice on its length.
 * Not a single line: some candidates present their structure there, in several paragraphs.
 */
const structureName: QuestionOf<'longText'> = {
  ...bullet('1-1', 'Nom de la structure', 2, 'Nom de votre collectivité'),
  advisedLength: undefined,
  prefillFrom: 'nom-structure',
  opensWithPrefill: true,
};

function sheetSection(number: number, title: string, questions: QuestionOf<'longText'>[], more: Partial<Section> = {}): Section {
  return { code: `fiche-${number}`, title: `${number}. ${title}`, part: 'fiche', intro: [], questions, ...more };
}

/** What the annexe says before its first section. */
const purpose = [
  'L’objectif est de documenter les politiques publiques ayant été mises en œuvre/en cours de conception en matière d’inclusion numérique sur le territoire du candidat.',
  'Exemples de dispositifs/politiques à documenter : mise en place d’un bus itinérant dédié à l’accompagnement au numérique, diagnostic territorial en matière d’inclusion numérique, mise en place d’une stratégie locale d’inclusion numérique, etc.',
];

/** Annexe 3: seven sections, fifteen bullets, two of which identify the structure. */
export const sheetSections: Section[] = [
  sheetSection(
    1,
    'Présentation',
    [structureName, bullet('1-2', 'Services / directions en charge des thématiques liées à l’inclusion numérique', 3)],
    { intro: purpose },
  ),
  sheetSection(2, 'Contexte', [bullet('2-1', 'Comment en êtes-vous venu à vous intéresser aux enjeux de l’inclusion numérique ?', 8)]),
  sheetSection(3, 'Objectifs', [
    bullet('3-1', 'Qu’attendez-vous de la mise en place de votre politique locale d’inclusion numérique ?', 8),
  ]),
  sheetSection(
    4,
    'Élaboration et mise en place',
    [
      bullet('4-1', 'Quelles sont/seront les étapes de ce processus ?', 8),
      bullet('4-2', 'Quelle méthodologie avez-vous suivi/allez-vous suivre ?', 6),
      bullet(
        '4-3',
        'Avec quels acteurs avez-vous travaillé/allez-vous travailler ?',
        5,
        'Avec quels acteurs avez-vous travaillé/allez-vous travailler?',
      ),
      bullet(
        '4-4',
        'Êtes/serez-vous accompagnés par un tiers (association, bureau d’études…) pour réaliser votre démarche ?',
        3,
        'Êtes/serez-vous accompagnés par un tiers (association, bureau d’études,…) pour réaliser votre démarche ?',
      ),
      bullet(
        '4-5',
        'Cette politique s’inscrit-elle dans un document de cadrage plus large (SDAASAP, SDUSN, SCORAN…) ?',
        3,
        'Cette politique s’inscrit-elle dans un document de cadrage plus large (SDAASAP, SDUSN, SCORAN …) ?',
      ),
    ],
    { sourceTitle: '4. Elaboration et mise en place' },
  ),
  sheetSection(5, 'Moyens mis en œuvre', [
    bullet('5-1', 'Quels sont les moyens financiers mobilisables/mobilisés ?', 4),
    bullet('5-2', 'Quels sont les moyens humains mobilisés/mobilisables ?', 4),
    bullet('5-3', 'Quelle est votre stratégie de communication ?', 5),
  ]),
  sheetSection(6, 'Retours d’expériences', [
    bullet('6-1', 'Quelles sont les difficultés rencontrées dans la mise en œuvre/conception de cette politique publique ?', 8),
    bullet('6-2', 'Quels sont les facteurs clés de succès ?', 8),
  ]),
  sheetSection(7, 'Impacts', [
    bullet(
      '7-1',
      'Avez-vous prévu de mettre en place/mis en place des dispositifs de mesure d’impact (indicateurs, outils d’évaluation…) ? Lesquels ?',
      6,
      'Avez-vous prévu de mettre de mettre en place/mis en place des dispositifs de mesure d’impact (indicateurs, outils d’évaluation…) ? Lesquels ?',
    ),
  ]),
];
