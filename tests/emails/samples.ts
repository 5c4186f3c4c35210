import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { receiptMentions } from '../../lib/domain/receipt-mentions.ts';
import { assistedAnswerMail, assistedDepositMail, confirmationReminderMail } from '../../lib/emails/assisted-deposit.ts';
import { questionAnsweredMail, questionDismissedMail } from '../../lib/emails/call-question.ts';
import { charterReadyMail } from '../../lib/emails/charter-ready.ts';
import { authorisationMail, extensionMail } from '../../lib/emails/closing.ts';
import {
  correctionsAnsweredMail,
  correctionsAskedMail,
  correctionsProlongedMail,
  correctionsReceiptMail,
  correctionsReminderMail,
  correctionsWithdrawnMail,
} from '../../lib/emails/corrections.ts';
import { type DecisionMail, decisionMail } from '../../lib/emails/decision.ts';
import { draftDeletedMail } from '../../lib/emails/draft-deleted.ts';
import { inadmissibleMail } from '../../lib/emails/inadmissible.ts';
import { letterCodeMail, letterConfirmedMail, letterReminderMail, letterRequestMail } from '../../lib/emails/letter.ts';
import {
  letterAddressMail,
  letterArrivedMail,
  letterAwaitedMail,
  letterJoinedMail,
  letterRefusedMail,
  otherSignerMail,
} from '../../lib/emails/letter-team.ts';
import type { MailContent } from '../../lib/emails/mail.ts';
import { candidateMessageMail, missionMessageMail } from '../../lib/emails/message.ts';
import { reminderMail } from '../../lib/emails/reminder.ts';
import { sectionAssignedMail } from '../../lib/emails/section-assigned.ts';
import { signInMail } from '../../lib/emails/sign-in.ts';
import { submissionReceiptMail } from '../../lib/emails/submission-receipt.ts';
import { accessAnswerMail, accessRequestMail, invitationMail } from '../../lib/emails/team.ts';
import { visaAnswerMail, visaRequestMail } from '../../lib/emails/visa.ts';
import { withdrawalCancelledMail, withdrawnMail } from '../../lib/emails/withdrawal.ts';

/** What a person could type in a name or a reason to act on whoever reads the mail. */
export const hostile = `<script>alert("x")</script> & 'Cie'`;
export const hostileInHtml = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;Cie&#39;';

export const receipt = {
  number: 'TANI-2020-0042',
  version: 1,
  callTitle: 'TANI, promotion 2',
  organisationName: 'Collectivité de Corse',
  receivedAt: new Date('2019-10-04T21:58:12Z'),
  closingSentence: 'jusqu’au vendredi 4 octobre 2019 à 23 h 59 inclus, heure de Paris',
  sha256: 'ab'.repeat(32),
  url: 'https://tani.example/candidature/1?a=1&b=2',
  service: 'Mission Société Numérique',
  mentions: receiptMentions(tani2020, new Date('2019-10-04T21:58:12Z'), new Date(tani2020.calendar.closesAt)),
};

export const decision: DecisionMail = {
  number: 'TANI-2020-0042',
  organisationName: 'Collectivité de Corse',
  callTitle: 'TANI, promotion 2',
  labelName: 'Territoire d’Actions pour un Numérique Inclusif',
  outcome: 'notSelected',
  findings: ['Pass numériques\u00a0: non rempli', 'Schémas territoriaux\u00a0: désaccord, non compté'],
  requirement: 'Il fallait remplir au moins 2 critères sur 5.',
  reasons: ['Dans l’ordre annoncé, le dossier est 8e des 9 dossiers qui remplissent la condition, pour 7 places.'],
  remedies: ['Recours gracieux dans les deux mois.', 'Recours contentieux dans le même délai.'],
  author: 'Camille Exemple, présidence du comité',
  service: 'Mission Société Numérique',
  contactEmail: 'mission@tani.example',
  url: 'https://tani.example/candidature/1',
};

export const inadmissible = {
  ...decision,
  reason: 'La lettre de soutien d’un élu manque.',
};

export const charter = {
  number: 'TANI-2020-0042',
  organisationName: 'Collectivité de Corse',
  service: 'Mission Société Numérique',
  url: 'https://tani.example/candidature/1/charte',
  verificationUrl: 'https://tani.example/verifier/K7QF-2M9X-4TWD',
};

export const signIn = { code: '012345', url: 'https://tani.example/connexion/lien?courriel=a%40b.fr&jeton=x' };

/** One of every mail the service sends. */
export const team = {
  organisationName: 'Pays d’Exemple',
  callTitle: 'TANI, promotion 2',
  service: 'Mission',
  url: 'https://tani.example/candidature',
};
export const reminder = {
  ...team,
  closing: 'jusqu’au 4 octobre 2019 à 23 h 59 inclus',
  localClosing: null,
  submittedVersion: 0,
  contactEmail: 'mission@tani.example',
};

const visa = { ...team, by: 'Dominique Roy, DGS,' };

export const message = { ...team, author: 'Camille Exemple', message: 'Peut-on joindre deux lettres ?' };
export const corrections = {
  ...team,
  number: 'TANI-2020-0042',
  contactEmail: 'mission@tani.example',
  due: 'jusqu’au lundi 14 octobre 2019 à 23 h 59 inclus, heure de Paris',
  dueThere: 'jusqu’au lundi 14 octobre 2019 à 23 h 59 inclus, heure de Paris (soit le lundi 14 octobre 2019 à 11 h 59 à Papeete)',
  points: [{ title: '3. Objectifs', text: 'Dites combien de personnes vous voulez accompagner.' }],
};
const onTime = { ...team, contactEmail: 'mission@tani.example' };
const incident = {
  startedAt: new Date('2019-10-04T12:10:00Z'),
  endedAt: new Date('2019-10-04T14:00:00Z'),
  description: 'Les codes de connexion n’arrivaient plus.',
  closesAt: new Date('2019-10-07T16:00:00Z'),
};
const authorisation = {
  until: new Date('2019-10-08T10:00:00Z'),
  givenAt: new Date('2019-10-05T08:00:00Z'),
  reason: 'Hospitalisation de la personne responsable.',
};
const withdrawal = { ...onTime, number: 'TANI-2020-0042', by: 'Marie Exemple (marie@pays.example)' };
const letter = {
  officialName: 'Dominique Exemple',
  organisationName: 'Pays d’Exemple',
  callTitle: 'TANI, promotion 2',
  until: 'jusqu’au 4 octobre 2019 à 23 h 59 inclus, heure de Paris',
  service: 'Mission',
  contactEmail: 'mission@tani.example',
  url: 'https://tani.example/lettre/x',
};
const confirmed = '21 septembre 2019 à 19 h 43 (heure de Paris)';

export const assisted = {
  ...receipt,
  channel: 'par courriel',
  reference: 'Message du 4 octobre',
  confirmUrl: 'https://tani.example/candidature',
};
const answer = {
  number: 'TANI-2020-0042',
  organisationName: 'Pays d’Exemple',
  service: 'Mission',
  url: 'https://tani.example/administration/saisies?appel=x',
};

export const everyMail: { name: string; mail: MailContent }[] = [
  { name: 'sign-in', mail: signInMail(signIn) },
  { name: 'submission receipt', mail: submissionReceiptMail(receipt) },
  { name: 'submission receipt, again', mail: submissionReceiptMail({ ...receipt, version: 3 }) },
  { name: 'inadmissible', mail: inadmissibleMail(inadmissible) },
  { name: 'laureate', mail: decisionMail({ ...decision, outcome: 'laureate' }) },
  { name: 'reserve', mail: decisionMail({ ...decision, outcome: 'reserve' }) },
  { name: 'not selected', mail: decisionMail(decision) },
  { name: 'charter ready', mail: charterReadyMail(charter) },
  { name: 'invitation', mail: invitationMail({ ...team, inviter: 'Alix Exemple (alix@pays.example)', may: 'Écrit dans le dossier.' }) },
  { name: 'access request', mail: accessRequestMail({ ...team, asker: 'sacha@pays.example', message: 'Je remplace Camille.' }) },
  { name: 'access accepted', mail: accessAnswerMail({ ...team, accepted: true }) },
  { name: 'access refused', mail: accessAnswerMail({ ...team, accepted: false }) },
  { name: 'letter request', mail: letterRequestMail({ ...letter, asker: 'Alix Exemple (alix@pays.example)' }) },
  { name: 'letter reminder', mail: letterReminderMail(letter) },
  { name: 'letter code', mail: letterCodeMail({ code: '012345', organisationName: 'Pays d’Exemple', minutes: 10, service: 'Mission' }) },
  {
    name: 'letter confirmed',
    mail: letterConfirmedMail({ ...letter, confirmed, verificationUrl: letter.url, verificationCode: 'K7QF-2M9X-4TWD' }),
  },
  { name: 'letter arrived', mail: letterArrivedMail({ ...letter, confirmed, followsSubmission: false }) },
  { name: 'letter arrived after the deposit', mail: letterArrivedMail({ ...letter, confirmed, followsSubmission: true }) },
  { name: 'letter refused', mail: letterRefusedMail({ ...letter, reason: 'Je soutiens un autre territoire.' }) },
  { name: 'other signer', mail: otherSignerMail({ ...letter, proposedName: 'Sacha Roy', proposedEmail: 'sacha@pays.example' }) },
  { name: 'letter address', mail: letterAddressMail({ ...letter, officialEmail: 'elu@pays.example' }) },
  { name: 'letter awaited', mail: letterAwaitedMail({ ...letter, sent: confirmed }) },
  { name: 'letter joined', mail: letterJoinedMail({ ...receipt, version: 2, completed: 1 }) },
  { name: 'question answered', mail: questionAnsweredMail({ ...team, question: 'Quand ?', answer: 'Demain.' }) },
  { name: 'question left aside', mail: questionDismissedMail({ ...team, asked: 'Quand ?', reason: 'La date est déjà publiée.' }) },
  { name: 'assisted deposit', mail: assistedDepositMail(assisted) },
  { name: 'assisted deposit, asked again', mail: confirmationReminderMail({ ...team, number: 'TANI-2020-0042' }) },
  { name: 'assisted deposit confirmed', mail: assistedAnswerMail({ ...answer, confirmed: true, reason: '' }) },
  { name: 'assisted deposit refused', mail: assistedAnswerMail({ ...answer, confirmed: false, reason: 'Il manque la page 3.' }) },
  {
    name: 'draft deleted',
    mail: draftDeletedMail({ ...team, by: 'Camille Exemple (camille@territoire.example)', contactEmail: 'mission@tani.example' }),
  },
  { name: 'reminder', mail: reminderMail(reminder) },
  { name: 'corrections asked', mail: correctionsAskedMail(corrections) },
  { name: 'corrections reminded', mail: correctionsReminderMail({ ...corrections, begun: false }) },
  { name: 'corrections begun', mail: correctionsReminderMail({ ...corrections, begun: true }) },
  { name: 'corrections prolonged', mail: correctionsProlongedMail(corrections) },
  { name: 'corrections withdrawn', mail: correctionsWithdrawnMail({ ...corrections, reason: 'Le point est clair désormais.' }) },
  { name: 'corrections received', mail: correctionsReceiptMail({ ...receipt, version: 2 }) },
  { name: 'corrections answered', mail: correctionsAnsweredMail({ ...corrections, version: 2 }) },
  { name: 'closing moved', mail: extensionMail({ ...onTime, incident }) },
  { name: 'late authorisation', mail: authorisationMail({ ...onTime, authorisation }) },
  { name: 'withdrawn', mail: withdrawnMail({ ...withdrawal, reason: 'Fusion de communes.', until: reminder.closing }) },
  { name: 'withdrawn for good', mail: withdrawnMail({ ...withdrawal, reason: 'Fusion de communes.', until: null }) },
  { name: 'withdrawal cancelled', mail: withdrawalCancelledMail({ ...withdrawal, version: 2 }) },
  { name: 'reminder, modified since', mail: reminderMail({ ...reminder, submittedVersion: 2 }) },
  { name: 'section assigned', mail: sectionAssignedMail({ ...team, sectionTitle: 'Le budget', by: 'Alix Exemple' }) },
  { name: 'visa asked', mail: visaRequestMail({ ...team, asker: 'Alix Exemple', closing: 'jusqu’au 4 octobre 2019' }) },
  { name: 'visa given', mail: visaAnswerMail({ ...visa, answer: 'given', comment: '' }) },
  { name: 'visa refused', mail: visaAnswerMail({ ...visa, answer: 'refused', comment: 'Le budget manque.' }) },
  { name: 'message to the Mission', mail: candidateMessageMail(message) },
  { name: 'message of the Mission', mail: missionMessageMail(message) },
];

/** What a reader of the HTML sees, as plain words. */
export function wordsOfHtml({ html }: MailContent): string[] {
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  const body = html.slice(html.indexOf('<body'));
  return words(body.replace(/<[^>]*>/g, ' ').replace(/&(lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? ''));
}

export function words(text: string): string[] {
  return text.split(/[\s\u00a0]+/).filter((word) => word !== '' && word !== '-');
}
