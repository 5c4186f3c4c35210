import { openCorrection } from './correction.ts';
import { importLimits } from './import/document.ts';
import type { Refusal } from './refusals.ts';
import { capacitiesOf, type Situation } from './situation.ts';
import { maxTeam } from './team.ts';
import { visaBlocks } from './visa.ts';

/** What an act asks for beyond who, from where and when: the refusal it gives, and the test that avoids it. */
export type Condition = readonly [refusal: Refusal, holds: (situation: Situation) => boolean];

export const complete: Condition = ['incomplete', (s) => s.problems === 0];
/** The receipt names who submitted. */
export const named: Condition = ['nameMissing', (s) => (s.actor?.name ?? '').trim() !== ''];
export const nothingBlocking: Condition = ['blockingPoints', (s) => s.problems === 0];
/** A dossier admitted after the choice was frozen would never get a decision. */
export const everyDossierExamined: Condition = ['dossiersNotExamined', (s) => s.unexamined === 0];
/** A dossier that may still be submitted could join any category. */
export const nothingStillDeposited: Condition = ['depositsStillAuthorised', (s) => s.stillAuthorised === 0];
/** Once something of the Mission’s work is written, whoever deposits next would not be treated as the others were. */
export const nothingExamined: Condition = ['examinationBegun', (s) => s.examinations === 0];
/** A seat left free goes to the next dossier, which only a new proposal can do. */
export const nobodyWithdrew: Condition = ['dossierWithdrawn', (s) => s.withdrawnSinceFrozen === 0];
export const everyDossierReady: Condition = ['dossiersNotReady', (s) => s.problems === 0];
export const notReviewedYet: Condition = ['alreadyReviewed', (s) => s.dossier?.deliveredReviews === 0];
export const ownReviewNotDelivered: Condition = ['reviewDelivered', (s) => s.dossier?.ownReview !== 'delivered'];
/** Independence: who may still give a review sees nobody else's before having delivered their own. */
export const ownReviewFirst: Condition = [
  'deliverFirst',
  (s) => s.dossier?.status !== 'admissible' || !capacitiesOf(s).has('reviewer') || s.dossier.ownReview === 'delivered',
];
export const enoughReviews: Condition = [
  'reviewsMissing',
  (s) => (s.dossier?.deliveredReviews ?? 0) >= (s.reviewsPerDossier ?? Number.POSITIVE_INFINITY),
];
/** The chair records what a discussion settled; nobody alone overrules readers who agree. */
export const readersDiffer: Condition = ['readersAgree', (s) => s.findingBasis === 'disagreement' || s.findingBasis === 'settled'];
export const roomInTeam: Condition = ['teamFull', (s) => (s.teamSize ?? maxTeam) < maxTeam];
export const roomForDocument: Condition = ['tooManyDocuments', (s) => (s.keptDocuments ?? importLimits.documents) < importLimits.documents];
export const keepsALead: Condition = ['lastLead', (s) => s.leavesNoLead === false];
/** Far more than a person does by hand in an hour: beyond it a window is stuck, or somebody plays. */
export const maxActsAnHour = 40;
export const unhurried: Condition = ['tooOften', (s) => (s.actsLastHour ?? maxActsAnHour) < maxActsAnHour];
/** Nobody at the Mission learns of a dossier whose people have not written to it. */
export const hasWritten: Condition = ['notFound', (s) => s.hasMessages === true];
export const letterInTime: Condition = ['letterTooLate', (s) => s.letterDeadline !== undefined && s.now < s.letterDeadline];
/** The lead’s own wish, which never makes anybody late. */
export const visaGiven: Condition = [
  'visaMissing',
  (s) => !visaBlocks({ visaLacking: s.visaLacking, now: s.now, closesAt: s.call.closesAt }),
];
export const selectionOpen: Condition = ['selectionFrozen', (s) => s.selection?.status === 'open'];
export const selectionFrozen: Condition = ['selectionNotFrozen', (s) => s.selection?.status === 'frozen'];
export const judgesEveryDossier: Condition = ['recusedInCategory', (s) => s.selection?.actorRecusedInCategory === false];
/** Two persons: who proposed the selection does not release it. */
export const anotherPerson: Condition = ['samePerson', (s) => s.selection?.frozenById !== s.actor?.userId];
export const onlyInvented: Condition = ['realCall', (s) => s.call.fictitious];
export const noCharterYet: Condition = ['charterExists', (s) => s.hasCharter === false];
/** Nothing is decided on a dossier while its candidates may still correct it. */
export const noCorrectionAwaited: Condition = [
  'correctionsAwaited',
  (s) => s.dossier?.correction !== undefined && openCorrection(s) === null,
];
/** A letter confirmed in time is being sealed: it joins the dossier in a moment, and is not held missing meanwhile. */
export const noLetterBeingSealed: Condition = ['letterBeingSealed', (s) => s.letterBeingSealed === false];
export const correctionAsked: Condition = ['correctionsNotAsked', (s) => Boolean(s.dossier?.correction)];
export const beforeDueDate: Condition = ['correctionsOverdue', (s) => openCorrection(s) !== null];
export const pageToCorrect: Condition = ['pageNotToCorrect', (s) => openCorrection(s)?.sections.includes(s.section ?? '') === true];
export const receivedDuringDeposit: Condition = ['receivedOutsideDeposit', (s) => s.receivedInTime === true];
export const originalAttached: Condition = ['originalMissing', (s) => s.hasOriginal === true];
export const awaitsConfirmation: Condition = ['nothingToConfirm', (s) => s.dossier?.assistance?.state === 'awaiting'];
/** What comes from a past dossier never takes the place of what is written in the new one. */
export const nothingWrittenYet: Condition = ['alreadyWritten', (s) => s.emptyDraft === true];
