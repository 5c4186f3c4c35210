import { frenchClosing, frenchInstantToTheSecond } from '../domain/dates.ts';
import { displaySiren } from '../domain/siren.ts';
import { type PaperBase, sealWorth } from './paper-base.ts';
import { type Piece, pieceView } from './piece.ts';
import { qrCode } from './qr-code.ts';
import { type Composition, type CompositionOptions, compose } from './typst.ts';

/**
 * The acknowledgement of one submitted version of a dossier. CRPA, article R112-11-1: it bears the date of receipt, the
 * service in charge with its electronic and postal addresses and its telephone, and what is said of remedies.
 */
export type ReceiptPaper = PaperBase & {
  template: 'receipt-1';
  number: string;
  version: number;
  organisationName: string;
  territoryName: string;
  /** Nine digits. */
  siren: string;
  categoryLabel: string | null;
  /** ISO instant, database clock. */
  receivedAt: string;
  submittedBy: { name: string; email: string };
  snapshotSha256: string;
  definitionSha256: string;
  pieces: Piece[];
  /** The parts the call asks for; a missing one does not prevent the receipt. */
  parts: { label: string; state: 'complete' | 'missing' }[];
  contact: { service: string; email: string; postalAddress?: string; phone?: string };
  remedies: string[];
  /** ISO instant: the first that is too late. */
  closesAt: string;
  nextSteps: string[];
};

/**
 * Composes an acknowledgement of receipt, one or two pages.
 * @throws Error when the template and the data do not agree.
 */
export async function composeReceipt(paper: ReceiptPaper, standard?: CompositionOptions['standard']): Promise<Composition> {
  const qr = qrCode(paper.verificationUrl);
  return compose(paper.template, receiptView(paper), { createdAt: new Date(paper.receivedAt), qr, standard });
}

function receiptView(paper: ReceiptPaper) {
  const receivedAt = new Date(paper.receivedAt);
  const closesAt = new Date(paper.closesAt);
  return {
    ...paper,
    received: frenchInstantToTheSecond(receivedAt),
    inTime: receivedAt < closesAt,
    facts: [
      ['Service', paper.service],
      ['Dossier', `${paper.number}, version ${paper.version}`],
      ['Structure', paper.organisationName],
      ['SIREN', displaySiren(paper.siren)],
      ['Territoire', paper.territoryName],
      ['Catégorie', paper.categoryLabel ?? 'Non choisie'],
      ['Déposé par', [paper.submittedBy.name.trim(), paper.submittedBy.email].filter(Boolean).join(', ')],
      ['Clôture', frenchClosing(closesAt)],
    ].map(([label, value]) => ({ label, value })),
    pieces: paper.pieces.map(pieceView),
    contact: [paper.contact.service, paper.contact.postalAddress, paper.contact.email, paper.contact.phone].filter(Boolean),
    sealWorth: sealWorth(paper.seal),
  };
}
