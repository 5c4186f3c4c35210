import type { Call, CallDefinition, Category } from '../../lib/domain/call.ts';
import type { DossierAnswers } from '../../lib/domain/form.ts';

/** An invented call that shares nothing with TANI but the shape of a call: what holds for it is not hard-wired. */
export const smallCall: CallDefinition = {
  code: 'lect-2031',
  numberPrefix: 'LECT-2031',
  title: 'Bourgs lecteurs, première vague',
  shortTitle: 'Bourgs lecteurs',
  promotion: 1,
  labelName: 'Bourg lecteur',
  fictitious: true,
  presentation: [{ kind: 'paragraph', text: 'Lire se fait à pluseurs.' }],
  contact: { service: 'Bureau de la lecture', email: 'lecture@example.org' },
  calendar: {
    opensAt: '2031-03-01T09:00:00+01:00',
    closesAt: '2031-04-01T12:00:00+02:00',
    timeZone: 'Europe/Paris',
    closingQuote: 'Les dossiers arrivent avant midi, le 1er avril 2031.',
    labelYear: 2032,
  },
  organisationKinds: [
    { code: 'bibliotheque', label: 'Bibliothèque', proposal: 'eligible', reason: 'Le règlement la cite.', quote: 'Toute bibliothèque ;' },
    { code: 'association', label: 'Association', proposal: 'toJudge', reason: 'Selon ses statuts.', quote: 'Certaines associations ;' },
    { code: 'librairie', label: 'Librairie', proposal: 'ineligible', reason: 'Elle vend.', quote: 'Hors commerce.' },
  ],
  categories: [
    {
      code: 'reseaux',
      label: 'Réseaux déjà ouverts',
      shortLabel: 'Réseaux',
      quote: 'Deux réseaux seront retenus.',
      seats: 2,
      minimumCriteria: 3,
      criteriaQuote: 'Un réseau remplit trois des quatre conditions.',
      criteria: [
        { code: 'R1', label: 'Horaires', text: 'Ouvrir le samedi ;' },
        { code: 'R2', label: 'Fonds', text: 'Avoir mille livres ;' },
        { code: 'R3', label: 'Équipe', text: 'Salarier une personne ;' },
        { code: 'R4', label: 'Accueil', text: 'Accueillir les écoles.' },
      ],
    },
    {
      code: 'pionniers',
      label: 'Lieux à créer',
      shortLabel: 'Pionniers',
      quote: 'Un lieu à créer sera retenu.',
      seats: 1,
      minimumCriteria: 1,
      criteriaQuote: 'L’une des deux conditions suffit.',
      criteria: [
        { code: 'P1', label: 'Local', text: 'Avoir un local ;' },
        { code: 'P2', label: 'Budget', text: 'Avoir un budget.' },
      ],
    },
  ],
  parts: [
    { code: 'projet', label: 'Le projet', quote: 'Une page sur le projet ;' },
    { code: 'chiffres', label: 'Les chiffres', quote: 'Un tableau chiffré.' },
  ],
  sections: [
    {
      code: 'voie',
      title: 'Votre voie',
      part: 'projet',
      intro: ['Deux voies.'],
      questions: [
        { kind: 'category', code: 'voie', label: 'Quelle voie ?', need: 'blocking' },
        { kind: 'criteria', code: 'conditions', label: 'Les conditions', need: 'blocking', maxLength: 200 },
        {
          kind: 'longText',
          code: 'resume',
          label: 'Le projet en une page',
          need: 'blocking',
          rows: 6,
          maxLength: 400,
          prefillFrom: 'territoire',
        },
      ],
    },
    {
      code: 'structure',
      title: 'Qui êtes-vous ?',
      part: null,
      intro: [],
      questions: [
        { kind: 'shortText', code: 'nom-structure', label: 'Nom', need: 'blocking', maxLength: 80 },
        { kind: 'organisationKind', code: 'nature', label: 'Nature', need: 'blocking' },
        { kind: 'siren', code: 'siren', label: 'SIREN', need: 'blocking' },
        { kind: 'shortText', code: 'territoire', label: 'Bourg', need: 'optional', maxLength: 80 },
      ],
    },
    {
      code: 'chiffres',
      title: 'Les chiffres',
      part: 'chiffres',
      intro: [],
      questions: [
        { kind: 'wholeNumber', code: 'prets', label: 'Prêts par an', need: 'blocking', min: 10, max: 9_000, unit: 'prêts' },
        {
          kind: 'choice',
          code: 'ouverture',
          label: 'Ouverture',
          need: 'blocking',
          options: { jour: 'Tous les jours', semaine: 'Une fois par semaine' },
        },
        { kind: 'file', code: 'plan', label: 'Plan du lieu', need: 'beforeCharter', maxBytes: 5_000 },
        { kind: 'email', code: 'courriel', label: 'Courriel', need: 'advised' },
        { kind: 'phone', code: 'telephone', label: 'Téléphone', need: 'optional' },
      ],
    },
  ],
  evaluation: { reviewsPerDossier: 3, maxAppreciation: 10, ranking: ['meanAppreciation', 'lot'], rankingStatement: ['La moyenne décide.'] },
  charters: [
    {
      code: 'pacte-1',
      origin: 'Pacte des bourgs lecteurs',
      title: 'Pacte des bourgs lecteurs',
      preamble: [],
      articles: [{ title: 'Article unique', blocks: [{ kind: 'paragraph', text: 'Nous lirons.' }, { kind: 'measures' }] }],
      measures: [
        { code: 'VEILLEES', label: 'Veillées', text: 'Une veillée par mois ;' },
        { code: 'ECOLES', label: 'Écoles', text: 'Une classe par semaine ;' },
        { code: 'PRET', label: 'Prêt à domicile', text: 'Porter les livres.' },
      ],
      minimumMeasures: 1,
      stateSignatory: { name: 'Camille Exemple', title: 'Direction de la lecture' },
    },
  ],
  misprints: [{ where: 'Présentation', source: 'pluseurs', shown: 'plusieurs', reason: 'Une lettre manque.' }],
  remedies: ['Un recours peut être formé dans les deux mois.'],
  retention: [{ what: 'Dossiers', rule: 'Un an.' }],
};

/** Everything the small call asks, answered for its first category; all invented. */
export const smallAnswers: DossierAnswers = {
  structure: { 'nom-structure': 'Bibliothèque de Sorbelle', nature: 'bibliotheque', siren: '880012349', territoire: 'Sorbelle' },
  voie: {
    voie: 'reseaux',
    conditions: Object.fromEntries(
      ['R1', 'R2', 'R3', 'R4'].map((code) => [code, { position: 'achieved' as const, explanation: `Oui pour ${code}.`, proof: '' }]),
    ),
    resume: 'Un réseau de trois salles.',
  },
  chiffres: {
    prets: '4 200',
    ouverture: 'semaine',
    plan: { fileId: '6f0d6a0c-0000-4000-8000-000000000001', name: 'plan.pdf', bytes: 4_000, sha256: 'a'.repeat(64), pages: 1 },
    courriel: 'accueil@example.org',
    telephone: '+33 1 99 00 00 00',
  },
};

/** A call as the application knows it, with the dates of its definition. */
export function asCall(definition: CallDefinition): Call {
  const { opensAt, closesAt } = definition.calendar;
  return {
    id: definition.code,
    definition,
    fingerprint: 'f'.repeat(64),
    opensAt: opensAt ? new Date(opensAt) : null,
    closesAt: new Date(closesAt),
  };
}

/** The category of that rank, from 0. */
export function categoryAt(definition: CallDefinition, rank: number): Category {
  const category = definition.categories[rank];
  if (!category) throw new Error(`no category ${rank}`);
  return category;
}
