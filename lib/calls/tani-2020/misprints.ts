import type { CallDefinition } from '../../domain/call.ts';

/** The slips of the published texts. The PDF of a charter keeps the official words; only the screen shows the others. */
export const misprints: CallDefinition['misprints'] = [
  {
    where: 'Annexe 3, 7. Impacts',
    source: 'Avez-vous prévu de mettre de mettre en place/mis en place des dispositifs de mesure d’impact',
    shown: 'Avez-vous prévu de mettre en place/mis en place des dispositifs de mesure d’impact',
    reason: '« de mettre » est écrit deux fois.',
  },
  {
    where: 'Annexe 3, 1. Présentation',
    source: 'Nom de votre collectivité',
    shown: 'Nom de la structure',
    reason: 'Un syndicat mixte ou un GIP peut candidater sans être une collectivité.',
  },
  {
    where: 'Annexe 3, 4. Élaboration et mise en place',
    source: '4. Elaboration et mise en place',
    shown: '4. Élaboration et mise en place',
    reason: 'La capitale a perdu son accent.',
  },
  {
    where: 'Annexe 3, 4. Élaboration et mise en place',
    source: 'allez-vous travailler?',
    shown: 'allez-vous travailler ?',
    reason: 'L’espace manque avant le point d’interrogation.',
  },
  {
    where: 'Annexe 3, 4. Élaboration et mise en place',
    source: 'bureau d’études,…',
    shown: 'bureau d’études…',
    reason: 'La virgule et les points de suspension font double emploi.',
  },
  {
    where: 'Annexe 3, 4. Élaboration et mise en place',
    source: 'SCORAN …',
    shown: 'SCORAN…',
    reason: 'Les points de suspension suivent le mot sans espace.',
  },
  {
    where: 'Appel, 3.2',
    source: 'SDAASAP1, SDUSN2',
    shown: 'SDAASAP, SDUSN',
    reason: 'Les chiffres sont des appels de note, collés aux sigles par la mise en texte.',
  },
  {
    where: 'Charte de 2020, article 3',
    source: 'L’Etat par la Mission Société Numérique de l’Agence du Numérique s’engage à :',
    shown: 'L’État, par le Programme Société Numérique de l’ANCT, s’engage à :',
    reason: 'Le reste du texte cite l’ANCT, qui a repris la Mission Société Numérique au 1er janvier 2020.',
  },
  {
    where: 'Charte de 2020, article 3',
    source: 'rencontrée sur votre territoire',
    shown: 'rencontrée sur leur territoire',
    reason: 'La phrase a pour sujet « les territoires signataires ».',
  },
];
