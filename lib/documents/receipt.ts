import { frenchClosing, frenchInstantToTheSecond } from '../domain/dates.ts';
import type { OrganisationIdentifier } from '../domain/organisation-identifier.ts';
import { identifierFact } from './identifier-fact.ts';
import { type PaperBase, sealWorth } from './paper-base.ts';
import { type Piece, pieceView } from './piece.ts';
import { qrCode } from './qr-code.ts';
import { type Composition, type CompositionOptions, compose } from './typst.ts';

type Receipt = PaperBase & {
  number: string;
  version: number;
  organisationName: string;
  territoryName: string;
  identifier?: OrganisationIdentifier;
  /** Nine digits: papers ordered before other registers were known hold a SIREN alone. */
  siren?: string;
  categoryLabel: string | null;
  /** ISO instant, database clock. */
  receivedAt: string;
  submittedBy: { name: string; email: string };
  snapshotSha256: string;
  definitionSha256: string;
  pieces: Piece[];
  /** The parts the call asks for; a missing one does not prevent the receipt, and one may follow until its own date. */
  parts: ({ label: string; state: 'complete' | 'missing' } | { label: string; state: 'awaited'; until: string })[];
  remedies: string[];
  /** ISO instant: the first that is too late. */
  closesAt: string;
  /** What let the dossier be received after everybody’s closing, in a sentence. */
  authorisation?: string;
  nextSteps: string[];
};

/** As ordered before what silence means was said: still composed for a paper ordered then. */
type FirstReceipt = Receipt & {
  template: 'receipt-1';
  contact: { service: string; email: string; postalAddress?: string; phone?: string };
};

/**
 * The acknowledgement of one submitted version of a dossier, with all that article R112-11-1 of the CRPA asks for: the
 * date of receipt, the service in charge and how to reach it, what silence would mean and from which day, the remedies.
 */
export type CurrentReceipt = Receipt & {
  template: 'receipt-2';
  contact: { label: string; value: string }[];
  silence: string[];
  /** How it came when somebody of the Mission entered it for the territory. */
  assisted: { channel: string; reference: string; enteredBy: string; depositedAt: string } | null;
};

export type ReceiptPaper = FirstReceipt | CurrentReceipt;

/**
 * Composes an acknowledgement of receipt, one or two pages.
 * @throws Error when the template and the data do not agree.
 */
export async function composeReceipt(paper: ReceiptPaper, standard?: CompositionOptions['standard']): Promise<Composition> {
  const qr = qrCode(paper.verificationUrl);
  return compose(paper.template, receiptView(paper), { createdAt: new Date(paper.receivedAt), qr, standard });
}

function receiptView(paper: ReceiptPaper) {
  return paper.template === 'receipt-1'
    ? { ...commonView(paper), contact: firstContact(paper) }
    : { ...commonView(paper), ...arrival(paper) };
}

function commonView(paper: ReceiptPaper) {
  const receivedAt = new Date(paper.receivedAt);
  const closesAt = new Date(paper.closesAt);
  return {
    ...paper,
    received: frenchInstantToTheSecond(receivedAt),
    inTime: receivedAt < closesAt && !paper.authorisation,
    facts: [
      ['Service', paper.service],
      ['Dossier', `${paper.number}, version ${paper.version}`],
      ['Structure', paper.organisationName],
      identifierFact(paper),
      ['Territoire', paper.territoryName],
      ['Catégorie', paper.categoryLabel ?? 'Non choisie'],
      ['Déposé par', depositor(paper)],
      ['Clôture', frenchClosing(closesAt)],
      ...(paper.authorisation ? [['Délai', paper.authorisation]] : []),
    ].map(([label, value]) => ({ label, value })),
    pieces: paper.pieces.map(pieceView),
    sealWorth: sealWorth(paper.seal),
  };
}

function depositor(paper: ReceiptPaper): string {
  if (paper.template === 'receipt-2' && paper.assisted) return `${paper.assisted.enteredBy}, de la Mission, pour la structure`;
  return [paper.submittedBy.name.trim(), paper.submittedBy.email].filter(Boolean).join(', ');
}

/** By which way it came, and who entered it: nobody can take an assisted deposit for one made in the application. */
function arrival({ assisted }: CurrentReceipt) {
  if (!assisted) return { channel: '', help: '' };
  return {
    channel: ` ${assisted.channel}`,
    help: `Ce dossier a été saisi et déposé dans l’application avec l’aide de la Mission, le ${frenchInstantToTheSecond(new Date(assisted.depositedAt))}. Référence de l’envoi\u00a0: ${assisted.reference}.`,
  };
}

function firstContact({ contact }: FirstReceipt): string[] {
  return [contact.service, contact.postalAddress, contact.email, contact.phone].filter((line): line is string => Boolean(line));
}
