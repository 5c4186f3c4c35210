import { describe, expect, it } from 'vitest';
import { isRefusal, type Refusal, refusalSentence } from '../../lib/domain/refusals.ts';

const every: Record<Refusal, true> = {
  notFound: true,
  invalid: true,
  wrongStatus: true,
  wrongPhase: true,
  notOpenYet: true,
  depositClosed: true,
  depositStillOpen: true,
  incomplete: true,
  nameMissing: true,
  alreadyExists: true,
  ownAlreadyExists: true,
  conflict: true,
  documentReplaced: true,
  choicesOvertaken: true,
  blockingPoints: true,
  dossiersNotExamined: true,
  dossiersNotReady: true,
  depositsStillAuthorised: true,
  examinationBegun: true,
  dossierWithdrawn: true,
  alreadyReviewed: true,
  reviewDelivered: true,
  deliverFirst: true,
  reviewsMissing: true,
  readersAgree: true,
  selectionFrozen: true,
  selectionNotFrozen: true,
  recusedInCategory: true,
  samePerson: true,
  moveRefused: true,
  charterExists: true,
  realCall: true,
  ownRole: true,
  emailInvalid: true,
  roleUnknown: true,
  reasonMissing: true,
  tooOften: true,
  notOfTheTeam: true,
  visaMissing: true,
  visaAnswered: true,
  teamFull: true,
  lastLead: true,
  tooManyDocuments: true,
  nothingChosen: true,
  alreadyMember: true,
  alreadyAsked: true,
  correctionsAwaited: true,
  letterBeingSealed: true,
  correctionsNotAsked: true,
  correctionsOverdue: true,
  pageNotToCorrect: true,
  newerVersion: true,
  nothingCorrected: true,
  alreadyWritten: true,
  letterTooLate: true,
  letterOver: true,
  letterLimit: true,
  letterCodeWrong: true,
  registerIncomplete: true,
  registerUnreadable: true,
  receivedOutsideDeposit: true,
  originalMissing: true,
  nothingToConfirm: true,
  territoryHasDossier: true,
  questionsClosed: true,
  tooManyQuestions: true,
  questionAnswered: true,
};
const names = Object.keys(every) as Refusal[];
const times = {
  opensAt: new Date('2019-06-03T08:00:00+02:00'),
  closesAt: new Date('2019-10-05T00:00:00+02:00'),
  now: new Date('2019-10-05T00:00:07+02:00'),
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the sentence of a refusal', () => {
  it('is one of its own for each, whole, and never asks the person to apologise', () => {
    const sentences = names.map((name) => refusalSentence(name));
    expect(new Set(sentences).size).toBe(names.length);
    expect(sentences.filter((sentence) => !/^[A-ZÀ-Ý].{15,}\.$/.test(sentence) || /erreur|échec|interdit|\?\?/i.test(sentence))).toEqual(
      [],
    );
  });

  it('does not tell whoever has no right whether the thing exists', () => {
    expect(refusalSentence('notFound', times)).toBe('Cette page n’existe pas ou ne vous est pas ouverte.');
  });

  it('after the closing, says both instants to the second and that the text is kept', () => {
    expect(plain(refusalSentence('depositClosed', times))).toBe(
      'Le dépôt est clos depuis le 5 octobre 2019 à 0 h 00 min 00 s (heure de Paris). Votre demande nous est parvenue le 5 octobre 2019 à 0 h 00 min 07 s (heure de Paris). Votre texte reste lisible dans votre dossier.',
    );
  });

  it('before the opening, says when it opens if the call says it', () => {
    expect(plain(refusalSentence('notOpenYet', times))).toBe('Le dépôt ouvrira le lundi 3 juin 2019 à 8 h 00 (heure de Paris).');
    expect(refusalSentence('notOpenYet', { ...times, opensAt: null })).toBe('Le dépôt n’est pas encore ouvert.');
  });

  it('before the closing, says when the next step begins', () => {
    expect(plain(refusalSentence('depositStillOpen', times))).toBe(
      'Cette étape commence après la clôture : le dépôt est ouvert jusqu’au vendredi 4 octobre 2019 à 23 h 59 inclus, heure de Paris.',
    );
  });

  it('names the last day to correct, before and after it', () => {
    const withDueDate = { ...times, correctionsDueAt: new Date('2019-10-15T00:00:00+02:00') };
    expect(plain(refusalSentence('correctionsAwaited', withDueDate))).toContain('jusqu’au lundi 14 octobre 2019 à 23 h 59 inclus');
    expect(plain(refusalSentence('correctionsOverdue', withDueDate))).toContain('depuis le lundi 14 octobre 2019 à 23 h 59');
  });

  it('without dates, is the general one', () => {
    expect(refusalSentence('depositClosed')).toBe('Le dépôt est clos. Votre texte reste lisible dans votre dossier.');
    expect(refusalSentence('depositStillOpen')).toBe('Cette étape commence après la clôture du dépôt.');
  });
});

it('an address may carry the name of a refusal and nothing else', () => {
  expect(names.map(isRefusal)).toEqual(Array(names.length).fill(true));
  expect(['', 'NotFound', 'constructor', 'toString', null, 1].map(isRefusal)).toEqual(Array(6).fill(false));
});
