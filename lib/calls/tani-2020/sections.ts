import type { Section } from '../../domain/call.ts';
import { MAX_LENGTH, sheetSections } from './sheet.ts';

const SHORT = 300;
const LETTER_MAX_BYTES = 20_000_000;

const structure: Section = {
  code: 'structure',
  title: 'Votre structure',
  readerTitle: 'Structure candidate',
  part: null,
  intro: ['Ces informations identifient le dossier. Une structure dépose un seul dossier par appel.'],
  questions: [
    {
      kind: 'shortText',
      code: 'nom-structure',
      label: 'Nom de la structure',
      need: 'blocking',
      maxLength: SHORT,
      autocomplete: 'organization',
    },
    { kind: 'organisationKind', code: 'nature', label: 'Nature de la structure', need: 'blocking' },
    { kind: 'siren', code: 'siren', label: 'Numéro SIREN', hint: 'Neuf chiffres, par exemple 200 076 958.', need: 'blocking' },
    {
      kind: 'shortText',
      code: 'territoire',
      label: 'Territoire concerné',
      hint: 'Le nom sous lequel il sera cité, par exemple « Corse » ou « Vallée de la Drôme ».',
      need: 'blocking',
      maxLength: SHORT,
    },
    {
      kind: 'wholeNumber',
      code: 'population',
      label: 'Population du territoire',
      hint: 'Nombre d’habitants, même approché.',
      need: 'advised',
      min: 1,
      max: 20_000_000,
      unit: 'habitants',
    },
  ],
};

const category: Section = {
  code: 'categorie',
  title: 'Votre catégorie',
  readerTitle: 'Catégorie',
  part: null,
  intro: [
    'L’appel distingue deux catégories de candidats, avec des places et des critères différents.',
    'Si vous ne choisissez pas, la Mission examinera votre dossier dans la catégorie qui lui correspond et vous en donnera la raison.',
  ],
  questions: [
    {
      kind: 'category',
      code: 'categorie',
      label: 'Dans quelle catégorie candidatez-vous ?',
      readerLabel: 'Catégorie choisie par le candidat',
      need: 'advised',
    },
  ],
};

const presentation: Section = {
  code: 'presentation',
  title: 'Présentation du territoire',
  part: 'presentation',
  intro: [],
  questions: [
    {
      kind: 'longText',
      code: 'presentation',
      label: 'Présentez votre territoire en quelques paragraphes',
      readerLabel: 'Le territoire en quelques paragraphes',
      hint: 'Habitants, lieux de médiation numérique, acteurs, particularités : ce qu’un lecteur qui ne vous connaît pas doit savoir.',
      need: 'blocking',
      rows: 14,
      advisedLength: 6000,
      maxLength: MAX_LENGTH,
    },
  ],
};

const motivation: Section = {
  code: 'motivation',
  title: 'Lettre de motivation',
  part: 'motivation',
  intro: ['Cette lettre est le support sur lequel la Mission vérifie les critères de sélection.'],
  questions: [
    {
      kind: 'longText',
      code: 'motivation',
      label: 'Vos motivations pour devenir Territoire d’Actions pour un Numérique Inclusif',
      readerLabel: 'Motivations pour devenir Territoire d’Actions pour un Numérique Inclusif',
      need: 'blocking',
      rows: 14,
      advisedLength: 6000,
      maxLength: MAX_LENGTH,
    },
    {
      kind: 'criteria',
      code: 'criteres',
      label: 'Les critères, un par un',
      hint: 'Répondez franchement : un critère non rempli n’écarte pas un dossier tant que le nombre demandé est atteint.',
      need: 'advised',
      advisedLength: 1000,
      maxLength: MAX_LENGTH,
    },
  ],
};

const supportLetter: Section = {
  code: 'lettre',
  title: 'Lettre de soutien d’un élu',
  part: 'lettre',
  intro: ['Chaque candidat doit bénéficier du soutien d’un élu de son territoire. La lettre peut être signée à la main puis numérisée.'],
  questions: [
    {
      kind: 'file',
      code: 'lettre-elu',
      label: 'Lettre de soutien signée (PDF)',
      need: 'blocking',
      maxBytes: LETTER_MAX_BYTES,
    },
    { kind: 'shortText', code: 'elu-nom', label: 'Nom de l’élu', need: 'advised', maxLength: SHORT },
    {
      kind: 'shortText',
      code: 'elu-mandat',
      label: 'Mandat et collectivité',
      hint: 'Par exemple « vice-présidente du conseil départemental ».',
      need: 'advised',
      maxLength: SHORT,
    },
  ],
};

const referent: Section = {
  code: 'referent',
  title: 'Interlocuteur référent',
  part: null,
  intro: [
    'L’appel demande de pouvoir désigner une personne qui aura du temps pour participer au dispositif : points téléphoniques réguliers et réunions environ tous les trois mois.',
    'Vous pouvez déposer votre dossier sans l’avoir désignée ; ce sera nécessaire avant la signature de la charte.',
  ],
  questions: [
    { kind: 'shortText', code: 'referent-nom', label: 'Nom du référent', need: 'beforeCharter', maxLength: SHORT, autocomplete: 'off' },
    { kind: 'shortText', code: 'referent-fonction', label: 'Fonction', need: 'advised', maxLength: SHORT },
    { kind: 'email', code: 'referent-courriel', label: 'Courriel', need: 'beforeCharter' },
    { kind: 'phone', code: 'referent-telephone', label: 'Téléphone', need: 'advised' },
    {
      kind: 'shortText',
      code: 'referent-disponibilite',
      label: 'Temps disponible',
      hint: 'Par exemple « deux jours par mois pendant l’année ».',
      need: 'advised',
      maxLength: SHORT,
    },
  ],
};

/** The pages of the form, in the order in which they are proposed; any order is allowed. */
export const sections: Section[] = [structure, category, presentation, motivation, ...sheetSections, supportLetter, referent];
