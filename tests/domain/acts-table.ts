import type { MissionRole } from '../../lib/domain/actor.ts';
import type { ActName } from '../../lib/domain/acts.ts';
import type { DossierStatus } from '../../lib/domain/dossier-status.ts';
import type { Capacity } from '../../lib/domain/situation.ts';

/** The matrix of acts as plain data, written from the call and the decisions of the service, not from `acts.ts`. */
export type Row = {
  /** Acts on a dossier are judged with what the actor is to that dossier; the others with their roles only. */
  on: 'dossier' | 'call';
  by: Capacity[];
  from?: DossierStatus[];
  during?: 'deposit' | 'closed';
  /** For whom the phase does not count. */
  anytimeFor?: Capacity[];
  to?: DossierStatus;
  /** In the order in which they are told. */
  conditions?: (keyof typeof conditions)[];
};

/** Each condition: the fact it looks at and the values it accepts. `deliverFirst` binds reviewers of an undecided dossier only. */
export const conditions = {
  incomplete: ['problems', [0]],
  nameMissing: ['actorName', ['Moi']],
  blockingPoints: ['problems', [0]],
  dossiersNotReady: ['problems', [0]],
  dossiersNotExamined: ['unexamined', [0]],
  depositsStillAuthorised: ['stillAuthorised', [0]],
  examinationBegun: ['examinations', [0]],
  dossierWithdrawn: ['withdrawnSinceFrozen', [0]],
  alreadyReviewed: ['deliveredReviews', [0]],
  reviewsMissing: ['deliveredReviews', [2, 3]],
  reviewDelivered: ['ownReview', ['none', 'draft']],
  deliverFirst: ['ownReview', ['delivered']],
  readersAgree: ['findingBasis', ['disagreement', 'settled']],
  selectionFrozen: ['selection', ['open']],
  selectionNotFrozen: ['selection', ['frozen']],
  recusedInCategory: ['recusedInCategory', [false]],
  samePerson: ['frozenBy', ['another', null]],
  realCall: ['fictitious', [true]],
  charterExists: ['hasCharter', [false]],
  teamFull: ['teamSize', [29]],
  lastLead: ['leavesNoLead', [false]],
  notFound: ['hasMessages', [true]],
  visaMissing: ['visaLacking', [false]],
  letterBeingSealed: ['letterBeingSealed', [false]],
  tooOften: ['actsLastHour', [39]],
  correctionsAwaited: ['correction', ['none', 'overdue']],
  correctionsNotAsked: ['correction', ['open', 'overdue']],
  correctionsOverdue: ['correction', ['open']],
  pageNotToCorrect: ['page', ['asked']],
  alreadyWritten: ['emptyDraft', [true]],
  tooManyDocuments: ['keptDocuments', [9]],
  letterTooLate: ['letterDeadline', ['ahead']],
  receivedOutsideDeposit: ['receivedInTime', [true]],
  originalMissing: ['hasOriginal', [true]],
  nothingToConfirm: ['awaitsConfirmation', [true]],
} as const;

/** The values each fact is tried with. Two reviews are expected: one is not enough, two and three are. */
const facts = {
  problems: [0, 1],
  unexamined: [0, 1],
  stillAuthorised: [0, 1],
  examinations: [0, 1],
  withdrawnSinceFrozen: [0, 1],
  deliveredReviews: [0, 1, 2, 3],
  ownReview: ['none', 'draft', 'delivered'],
  findingBasis: ['disagreement', 'unanimous'],
  selection: ['open', 'frozen', 'released'],
  recusedInCategory: [false, true],
  frozenBy: ['another', 'me', null],
  fictitious: [true, false],
  hasCharter: [false, true],
  actorName: ['Moi', ' '],
  teamSize: [29, 30],
  leavesNoLead: [false, true],
  visaLacking: [false, true],
  letterBeingSealed: [false, true],
  actsLastHour: [39, 40],
  hasMessages: [true, false],
  correction: ['none', 'open', 'overdue'],
  page: ['asked', 'other'],
  emptyDraft: [true, false],
  keptDocuments: [9, 10],
  letterDeadline: ['ahead', 'now'],
  receivedInTime: [true, false],
  hasOriginal: [true, false],
  awaitsConfirmation: [true, false],
} as const;
export type World = { [F in keyof typeof facts]: (typeof facts)[F][number] };

/** Every combination of the facts this row looks at, the most favourable first; the other facts are all kind, then all hostile. */
export function worldsOf({ conditions: names = [] }: Row): World[] {
  const watched = new Set<string>(names.map((name) => conditions[name][0]));
  const others = (index: 0 | -1) =>
    Object.fromEntries(Object.entries(facts).map(([fact, values]) => [fact, (values as readonly unknown[]).at(index)])) as World;
  return ([0, -1] as const).flatMap((index) =>
    Object.entries(facts)
      .filter(([fact]) => watched.has(fact))
      .reduce<World[]>(
        (worlds, [fact, values]) => worlds.flatMap((world) => values.map((value) => ({ ...world, [fact]: value }))),
        [others(index)],
      ),
  );
}

/** Every fact at its kindest. */
export const kindestWorld = worldsOf({ on: 'call', by: [] })[0] as World;

export const phases = ['beforeOpening', 'deposit', 'closed'] as const;

const deposited: DossierStatus[] = ['submitted', 'admissible', 'inadmissible', 'laureate', 'reserve', 'notSelected', 'withdrawn'];

export const table: Record<ActName, Row> = {
  createDossier: { on: 'call', by: ['signedIn'], during: 'deposit', conditions: ['tooOften'] },
  viewDossier: { on: 'dossier', by: ['lead', 'contributor', 'assistant'] },
  editDossier: {
    on: 'dossier',
    by: ['lead', 'contributor', 'assistant'],
    from: ['draft', 'submitted'],
    during: 'deposit',
    anytimeFor: ['assistant'],
  },
  submitDossier: {
    on: 'dossier',
    by: ['lead'],
    from: ['draft', 'submitted'],
    during: 'deposit',
    to: 'submitted',
    conditions: ['incomplete', 'nameMissing', 'visaMissing'],
  },
  correctSection: {
    on: 'dossier',
    by: ['lead', 'contributor'],
    from: ['submitted'],
    during: 'closed',
    conditions: ['correctionsNotAsked', 'correctionsOverdue', 'pageNotToCorrect'],
  },
  submitCorrection: {
    on: 'dossier',
    by: ['lead'],
    from: ['submitted'],
    during: 'closed',
    to: 'submitted',
    conditions: ['correctionsNotAsked', 'correctionsOverdue', 'incomplete', 'nameMissing'],
  },
  importDocument: {
    on: 'dossier',
    by: ['lead', 'contributor', 'assistant'],
    from: ['draft', 'submitted'],
    during: 'deposit',
    anytimeFor: ['assistant'],
    conditions: ['tooOften', 'tooManyDocuments'],
  },
  withdrawDossier: { on: 'dossier', by: ['lead'], from: ['submitted', 'admissible'], to: 'withdrawn' },
  cancelWithdrawal: { on: 'dossier', by: ['lead'], from: ['withdrawn'], during: 'deposit', to: 'submitted' },
  takeAnswers: {
    on: 'dossier',
    by: ['lead', 'contributor', 'assistant'],
    from: ['draft', 'submitted'],
    during: 'deposit',
    anytimeFor: ['assistant'],
  },
  reuseDossier: {
    on: 'dossier',
    by: ['lead', 'contributor', 'assistant'],
    from: ['draft'],
    during: 'deposit',
    anytimeFor: ['assistant'],
    conditions: ['alreadyWritten'],
  },
  deleteDraft: { on: 'dossier', by: ['lead', 'assistant'], from: ['draft'] },
  startAssistedDeposit: { on: 'call', by: ['administrator'], conditions: ['receivedOutsideDeposit'] },
  depositForTerritory: {
    on: 'dossier',
    by: ['assistant'],
    from: ['draft'],
    to: 'submitted',
    conditions: ['nameMissing', 'originalMissing', 'selectionFrozen'],
  },
  inviteTerritory: {
    on: 'dossier',
    by: ['formerAssistant', 'administrator'],
    from: ['submitted', 'admissible'],
    conditions: ['nothingToConfirm'],
  },
  answerAssistedDeposit: { on: 'dossier', by: ['lead'], from: ['submitted', 'admissible'], conditions: ['nothingToConfirm'] },
  inviteMember: { on: 'dossier', by: ['lead'], conditions: ['tooOften', 'teamFull'] },
  changeMember: { on: 'dossier', by: ['lead'], conditions: ['lastLead'] },
  leaveDossier: { on: 'dossier', by: ['lead', 'contributor'], conditions: ['lastLead'] },
  answerAccessRequest: { on: 'dossier', by: ['lead', 'administrator'] },
  assignSection: { on: 'dossier', by: ['lead', 'contributor'], from: ['draft', 'submitted'], during: 'deposit', conditions: ['tooOften'] },
  finishSection: { on: 'dossier', by: ['lead', 'contributor'], from: ['draft', 'submitted'], during: 'deposit', conditions: ['tooOften'] },
  askVisa: { on: 'dossier', by: ['lead'], from: ['draft', 'submitted'], during: 'deposit', conditions: ['tooOften'] },
  requireVisa: { on: 'dossier', by: ['lead'], from: ['draft', 'submitted'], during: 'deposit' },
  viewForVisa: { on: 'dossier', by: ['approver'], from: ['draft', 'submitted'], during: 'deposit' },
  answerVisa: { on: 'dossier', by: ['approver'], from: ['draft', 'submitted'], during: 'deposit' },
  writeMessage: { on: 'dossier', by: ['lead', 'contributor'], conditions: ['tooOften'] },
  readMessages: { on: 'dossier', by: ['administrator'], conditions: ['notFound'] },
  readExaminedMessages: { on: 'dossier', by: ['reviewer', 'administrator'], from: deposited, during: 'closed' },
  answerMessage: { on: 'dossier', by: ['reviewer', 'administrator'], conditions: ['tooOften'] },
  requestLetter: { on: 'dossier', by: ['lead', 'contributor'], from: ['draft', 'submitted'], conditions: ['letterTooLate'] },
  answerLetter: { on: 'dossier', by: ['official'], from: ['draft', 'submitted'], conditions: ['letterTooLate'] },
  confirmLetter: { on: 'dossier', by: ['official'], from: ['draft', 'submitted'], conditions: ['letterTooLate'] },
  attachLateLetter: {
    on: 'dossier',
    by: ['lead', 'contributor'],
    from: ['submitted'],
    during: 'closed',
    conditions: ['letterTooLate', 'nameMissing'],
  },
  examineDossier: { on: 'dossier', by: ['reviewer', 'committee', 'chair', 'administrator'], from: deposited, during: 'closed' },
  decideEligibility: { on: 'dossier', by: ['reviewer', 'administrator'], from: ['submitted'], during: 'closed' },
  setCategory: {
    on: 'dossier',
    by: ['reviewer', 'administrator'],
    from: ['submitted', 'admissible'],
    during: 'closed',
    conditions: ['alreadyReviewed', 'selectionFrozen'],
  },
  declareAdmissible: {
    on: 'dossier',
    by: ['reviewer', 'administrator'],
    from: ['submitted'],
    during: 'closed',
    to: 'admissible',
    conditions: ['correctionsAwaited', 'selectionFrozen', 'blockingPoints'],
  },
  declareInadmissible: {
    on: 'dossier',
    by: ['reviewer', 'administrator'],
    from: ['submitted'],
    during: 'closed',
    to: 'inadmissible',
    conditions: ['correctionsAwaited', 'letterBeingSealed'],
  },
  askCorrections: {
    on: 'dossier',
    by: ['reviewer', 'administrator'],
    from: ['submitted'],
    during: 'closed',
    conditions: ['correctionsAwaited'],
  },
  prolongCorrections: {
    on: 'dossier',
    by: ['reviewer', 'administrator'],
    from: ['submitted'],
    during: 'closed',
    conditions: ['correctionsNotAsked'],
  },
  withdrawCorrections: {
    on: 'dossier',
    by: ['reviewer', 'administrator'],
    from: ['submitted'],
    during: 'closed',
    conditions: ['correctionsNotAsked', 'correctionsOverdue'],
  },
  recuse: { on: 'dossier', by: ['reviewer', 'committee', 'chair', 'administrator'], from: ['submitted', 'admissible'], during: 'closed' },
  writeReview: {
    on: 'dossier',
    by: ['reviewer'],
    from: ['admissible'],
    during: 'closed',
    conditions: ['reviewDelivered', 'selectionFrozen'],
  },
  deliverReview: {
    on: 'dossier',
    by: ['reviewer'],
    from: ['admissible'],
    during: 'closed',
    conditions: ['reviewDelivered', 'selectionFrozen', 'incomplete'],
  },
  readReviews: {
    on: 'dossier',
    by: ['reviewer', 'committee', 'chair', 'administrator'],
    from: deposited,
    during: 'closed',
    conditions: ['deliverFirst'],
  },
  settleFinding: {
    on: 'dossier',
    by: ['chair'],
    from: ['admissible'],
    during: 'closed',
    conditions: ['selectionFrozen', 'reviewsMissing', 'readersAgree'],
  },
  viewSelection: { on: 'call', by: ['committee', 'chair', 'administrator'], during: 'closed' },
  moveDossier: { on: 'dossier', by: ['committee', 'chair'], from: ['admissible'], during: 'closed', conditions: ['selectionFrozen'] },
  freezeSelection: {
    on: 'call',
    by: ['chair'],
    during: 'closed',
    conditions: ['selectionFrozen', 'recusedInCategory', 'depositsStillAuthorised', 'dossiersNotExamined', 'dossiersNotReady'],
  },
  reopenSelection: { on: 'call', by: ['chair', 'administrator'], during: 'closed', conditions: ['selectionNotFrozen'] },
  releaseSelection: {
    on: 'call',
    by: ['chair', 'administrator'],
    during: 'closed',
    conditions: ['selectionNotFrozen', 'samePerson', 'recusedInCategory', 'dossierWithdrawn'],
  },
  issueCharter: { on: 'dossier', by: ['administrator'], from: ['laureate'], during: 'closed', conditions: ['charterExists'] },
  administer: { on: 'call', by: ['administrator'] },
  askQuestion: { on: 'call', by: ['anyone'], during: 'deposit' },
  answerQuestion: { on: 'call', by: ['administrator'] },
  dismissQuestion: { on: 'call', by: ['administrator'] },
  closeDeposit: { on: 'call', by: ['administrator'], during: 'deposit', conditions: ['realCall'] },
  recordIncident: { on: 'call', by: ['administrator'], conditions: ['examinationBegun'] },
  authoriseLate: { on: 'dossier', by: ['administrator'], from: ['draft', 'submitted'], conditions: ['examinationBegun'] },
};

/** Somebody, and what they are on a dossier and on a call. */
export type Person = {
  who: string;
  /** They come by the personal link of the support letter. */
  byLetterLink?: boolean;
  roles: MissionRole[];
  grantedFor: string | null;
  membership: 'lead' | 'contributor' | null;
  recused: boolean;
  /** They entered the dossier for the territory: still entering it, or not any more. */
  entered?: 'now' | 'before';
  approver: boolean;
  onDossier: Capacity[];
  onCall: Capacity[];
};

const roles: MissionRole[] = ['reviewer', 'committee', 'chair', 'administrator'];
const none = { roles: [], grantedFor: null, membership: null, recused: false, approver: false };

export const persons: Person[] = [
  { ...none, who: 'nobody', onDossier: [], onCall: [] },
  { ...none, who: 'holder of the link', byLetterLink: true, onDossier: ['official'], onCall: ['official'] },
  { ...none, who: 'stranger', onDossier: ['signedIn'], onCall: ['signedIn'] },
  { ...none, who: 'lead', membership: 'lead', onDossier: ['signedIn', 'lead'], onCall: ['signedIn'] },
  { ...none, who: 'contributor', membership: 'contributor', onDossier: ['signedIn', 'contributor'], onCall: ['signedIn'] },
  { ...none, who: 'approver', approver: true, onDossier: ['signedIn', 'approver'], onCall: ['signedIn'] },
  {
    ...none,
    who: 'approver who has answered',
    approver: true,
    recused: true,
    onDossier: ['signedIn', 'approver'],
    onCall: ['signedIn'],
  },
  ...roles.flatMap((role): Person[] => [
    { ...none, who: `${role}, asked for a visa`, roles: [role], approver: true, onDossier: ['signedIn', role], onCall: ['signedIn', role] },
    { ...none, who: role, roles: [role], onDossier: ['signedIn', role], onCall: ['signedIn', role] },
    { ...none, who: `${role} of this call`, roles: [role], grantedFor: 'this', onDossier: ['signedIn', role], onCall: ['signedIn', role] },
    { ...none, who: `${role} of another call`, roles: [role], grantedFor: 'other', onDossier: ['signedIn'], onCall: ['signedIn'] },
    { ...none, who: `${role}, recused`, roles: [role], recused: true, onDossier: ['signedIn'], onCall: ['signedIn', role] },
    {
      ...none,
      who: `${role}, contributor to the dossier`,
      roles: [role],
      membership: 'contributor',
      onDossier: ['signedIn', 'contributor'],
      onCall: ['signedIn', role],
    },
  ]),
  {
    ...none,
    who: 'administrator who enters it',
    roles: ['administrator', 'reviewer'],
    entered: 'now',
    onDossier: ['signedIn', 'assistant'],
    onCall: ['signedIn', 'administrator', 'reviewer'],
  },
  {
    ...none,
    who: 'administrator who entered it',
    roles: ['administrator', 'reviewer'],
    recused: true,
    entered: 'before',
    onDossier: ['signedIn', 'formerAssistant'],
    onCall: ['signedIn', 'administrator', 'reviewer'],
  },
  { ...none, who: 'lead who entered it', membership: 'lead', entered: 'before', onDossier: ['signedIn'], onCall: ['signedIn'] },
  { ...none, who: 'administrator no more, who enters it', entered: 'now', onDossier: ['signedIn'], onCall: ['signedIn'] },
  {
    ...none,
    who: 'chair who reviews',
    roles: ['reviewer', 'chair'],
    onDossier: ['signedIn', 'reviewer', 'chair'],
    onCall: ['signedIn', 'reviewer', 'chair'],
  },
];
