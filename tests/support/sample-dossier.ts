import type { CriteriaAnswer } from '../../lib/domain/criteria-kind.ts';
import type { DossierAnswers } from '../../lib/domain/form.ts';
import type { Answer, FileAnswer } from '../../lib/domain/question-kinds.ts';

/** The letter of support of the sample dossier. */
export const sampleLetter: FileAnswer = {
  fileId: '0b5e7c1e-0000-4000-8000-000000000042',
  name: 'Lettre de soutien.pdf',
  bytes: 1_234_567,
  sha256: 'c'.repeat(64),
  pages: 2,
};

const claims: CriteriaAnswer = {
  C1: { position: 'achieved', explanation: 'Deux mille pass ont été distribués.', proof: 'Délibération du 3 mars' },
  C2: { position: 'started', explanation: 'Le schéma est en cours de révision.', proof: '' },
  C3: { position: 'achieved', explanation: 'Deux agents et une ligne de budget.', proof: 'Fiche, 5. Moyens' },
  C4: { position: 'planned', explanation: 'Une convention sera signée avec le Hub.', proof: '' },
  C5: { position: 'no', explanation: '', proof: '' },
};

/** Every question of the TANI call answered, by an invented structure. */
export const sampleAnswers: DossierAnswers = {
  structure: {
    'nom-structure': 'Communauté d’agglomération du Val d’Exemple',
    nature: 'intercommunalite',
    siren: '880 045 679',
    territoire: 'Val d’Exemple',
    population: '85 700',
  },
  categorie: { categorie: 'travaux-engages' },
  presentation: { presentation: 'Trente-deux communes autour d’une rivière.\n\nQuatre espaces publics numériques.' },
  motivation: { motivation: 'Nous voulons apprendre des autres territoires.', criteres: claims },
  'fiche-1': { '1-1': 'Communauté d’agglomération du Val d’Exemple', '1-2': 'Direction des solidarités.' },
  'fiche-2': { '2-1': 'Par les demandes d’aide reçues à l’accueil.' },
  'fiche-3': { '3-1': 'Que chacun trouve de l’aide près de chez lui.' },
  'fiche-4': {
    '4-1': '1) Recenser.\n2) Former.\n3) Évaluer.',
    '4-2': 'Un groupe de travail mensuel.',
    '4-3': 'Centres sociaux, médiathèques, France Services.',
    '4-4': 'Pas dans l’immédiat.',
    '4-5': 'Oui, dans le schéma d’accessibilité.',
  },
  'fiche-5': { '5-1': '85 000 euros.', '5-2': 'Deux agents.', '5-3': 'Une carte dans les mairies.' },
  'fiche-6': { '6-1': 'Des bénévoles peu formés.', '6-2': 'La confiance entre les structures.' },
  'fiche-7': { '7-1': 'Un relevé trimestriel.' },
  lettre: { 'lettre-elu': sampleLetter, 'elu-nom': 'Dominique Exemple', 'elu-mandat': 'Vice-présidence, Val d’Exemple' },
  referent: {
    'referent-nom': 'Alix Exemple',
    'referent-fonction': 'Mission inclusion numérique',
    'referent-courriel': 'alix@example.org',
    'referent-telephone': '01 99 00 00 00',
    'referent-disponibilite': 'Deux jours par mois.',
  },
};

/** The same answers without this one, as when the question was never touched. */
export function without(answers: DossierAnswers, sectionCode: string, questionCode: string): DossierAnswers {
  const { [questionCode]: removed, ...rest } = answers[sectionCode] ?? {};
  if (removed === undefined) throw new Error(`no answer to ${sectionCode}.${questionCode}`);
  return { ...answers, [sectionCode]: rest };
}

/** The same answers with this one instead. */
export function answering(answers: DossierAnswers, sectionCode: string, questionCode: string, answer: Answer): DossierAnswers {
  return { ...answers, [sectionCode]: { ...answers[sectionCode], [questionCode]: answer } };
}
