import { createHash } from 'node:crypto';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { charters } from '../../lib/calls/tani-2020/charters.ts';
import type { CharterPaper } from '../../lib/documents/charter.ts';
import type { DossierPaper } from '../../lib/documents/dossier.ts';
import type { LetterPaper } from '../../lib/documents/letter.ts';
import type { PaperBase } from '../../lib/documents/paper-base.ts';
import type { CurrentReceipt, ReceiptPaper } from '../../lib/documents/receipt.ts';
import type { CharterVersion } from '../../lib/domain/charter-version.ts';
import { receiptMentions } from '../../lib/domain/receipt-mentions.ts';

const base: PaperBase = {
  code: 'K7QF-2M9X-4TWD',
  verificationUrl: 'https://tani.example.gouv.fr/verifier/K7QF-2M9X-4TWD',
  fictitious: false,
  service: 'Mission Société Numérique',
  callTitle: tani2020.title,
  seal: { label: 'Cachet de démonstration TANI – non qualifié', qualified: false, demonstration: true },
};

const letter = {
  label: 'Lettre de soutien signée (PDF)',
  name: 'Lettre de soutien du Président.pdf',
  bytes: 1_234_567,
  pages: 2,
  sha256: sha256('letter'),
};

/** A charter of this version, with these measures chosen. */
export function charterPaper(versionCode = 'v2', chosenMeasures = ['AIDANTS', 'PASS', 'GOUVERNANCE']): CharterPaper {
  const version = charterVersion(versionCode);
  return {
    ...base,
    template: 'charter-1',
    reference: 'TANI-2020-0042',
    title: version.title,
    organisationName: 'Collectivité de Corse',
    territoryName: 'Corse',
    version,
    chosenMeasures,
    signatories: [
      { side: 'state', ...version.stateSignatory },
      { side: 'territory', name: 'Gilles Simeoni', title: 'Président du Conseil exécutif de Corse' },
    ],
    place: 'Amiens',
    signedOn: '2020-01-16',
    referent: { name: 'Marie Exemple', contact: 'marie.exemple@example.corsica' },
    issuedAt: '2020-01-16T09:12:44.000Z',
  };
}

/** An acknowledgement of a dossier received in the last minute before the closing, its support letter missing. */
export function receiptPaper(): CurrentReceipt {
  return {
    ...base,
    template: 'receipt-2',
    number: 'TANI-2020-0042',
    version: 1,
    organisationName: 'Collectivité de Corse',
    territoryName: 'Corse',
    identifier: { scheme: 'siren', value: '200076958' },
    categoryLabel: tani2020.categories[0]?.label ?? null,
    receivedAt: '2019-10-04T21:58:12.000Z',
    submittedBy: { name: 'Marie Exemple', email: 'marie.exemple@example.corsica' },
    snapshotSha256: sha256('snapshot'),
    definitionSha256: sha256('definition'),
    pieces: [letter],
    parts: tani2020.parts.map(({ code, label }) => ({ label, state: code === 'lettre' ? 'missing' : 'complete' })),
    ...receiptMentions(
      { ...tani2020, contact: { ...tani2020.contact, postalAddress: '20 avenue de Ségur, 75007 Paris', phone: '01 00 00 00 00' } },
      new Date('2019-10-04T21:58:12.000Z'),
      new Date(tani2020.calendar.closesAt),
    ),
    assisted: null,
    closesAt: tani2020.calendar.closesAt,
    nextSteps: ['Le service vérifie que votre dossier est recevable.', 'Deux évaluateurs le lisent, puis le comité choisit.'],
  };
}

/** The same as it was ordered with the first template: papers ordered then are still composed as they were. */
export function firstReceiptPaper(): ReceiptPaper {
  const { silence: _silence, assisted: _assisted, ...rest } = receiptPaper();
  return {
    ...rest,
    template: 'receipt-1',
    contact: { ...tani2020.contact, postalAddress: '20 avenue de Ségur, 75007 Paris', phone: '01 00 00 00 00' },
    remedies: tani2020.remedies,
  };
}

/** A support letter as its author left it, confirmed a few days before the closing. */
export function letterPaper(text = 'Madame, Monsieur,\n\nJe soutiens cette candidature.'): LetterPaper {
  return {
    ...base,
    template: 'letter-1',
    organisationName: 'Collectivité de Corse',
    territoryName: 'Corse',
    official: {
      name: 'Dominique Exemple',
      function: 'vice-présidente',
      structure: 'Collectivité de Corse',
      mandate: 'Conseillère à l’Assemblée',
      email: 'dominique@example.corsica',
    },
    text,
    asker: 'Marie Exemple (marie.exemple@example.corsica)',
    sentAt: '2019-09-20T08:00:00.000Z',
    openedAt: '2019-09-21T17:40:02.000Z',
    codeSentAt: '2019-09-21T17:42:10.000Z',
    confirmedAt: '2019-09-21T17:43:05.000Z',
    textSha256: sha256('text'),
    shownSha256: sha256('shown'),
  };
}

/** A dossier as long as the longest known (18 000 characters), its answers made of the sentences of the charters. */
export function dossierPaper(): DossierPaper {
  const sentences = charters.flatMap((version) => [...version.preamble, ...version.measures.map((measure) => measure.text)]);
  const answer = (rank: number) => [0, 1, 2, 3].map((step) => sentences[(rank * 3 + step) % sentences.length] ?? '');
  const sections = tani2020.sections.map(({ title, questions }) => ({
    title,
    questions: questions.map(({ label, kind }, rank) => ({ label, lines: kind === 'longText' ? answer(rank + title.length) : [] })),
  }));
  return { ...base, template: 'dossier-1', ...identity(), sections, pieces: [letter] };
}

/** The smallest dossier: one question, this answer. */
export function dossierAnswering(answer: string): DossierPaper {
  const sections = [
    { title: 'Contexte', questions: [{ label: 'Comment en êtes-vous venu à vous intéresser à ce sujet ?', lines: [answer] }] },
  ];
  return { ...base, template: 'dossier-1', ...identity(), sections, pieces: [] };
}

/** The charter of that code in the real call. */
export function charterVersion(code: string): CharterVersion {
  const version = charters.find((candidate) => candidate.code === code);
  if (!version) throw new Error(`no charter ${code}`);
  return version;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function identity() {
  const { number, version, organisationName, territoryName, identifier, categoryLabel, receivedAt, snapshotSha256 } = receiptPaper();
  return { number, version, organisationName, territoryName, identifier, categoryLabel, receivedAt, snapshotSha256, population: 340_440 };
}
