import { frenchInstantToTheSecond } from '../domain/dates.ts';
import type { OrganisationIdentifier } from '../domain/organisation-identifier.ts';
import { frenchNumber } from '../domain/text.ts';
import { identifierFact } from './identifier-fact.ts';
import { type PaperBase, sealWorth } from './paper-base.ts';
import { type Piece, pieceView } from './piece.ts';
import { prose } from './prose.ts';
import { qrCode } from './qr-code.ts';
import { type Composition, type CompositionOptions, compose } from './typst.ts';

/** One submitted version of a dossier, whole, to be read and kept on paper. */
export type DossierPaper = PaperBase & {
  template: 'dossier-1';
  number: string;
  version: number;
  organisationName: string;
  territoryName: string;
  identifier?: OrganisationIdentifier;
  /** Nine digits: papers ordered before other registers were known hold a SIREN alone. */
  siren?: string;
  /** Inhabitants; null when not given. */
  population: number | null;
  categoryLabel: string | null;
  /** ISO instant, database clock. */
  receivedAt: string;
  snapshotSha256: string;
  /** Every question of the call, in its order; no line when it was left without an answer. */
  sections: { title: string; questions: { label: string; lines: string[] }[] }[];
  pieces: Piece[];
};

/**
 * Composes the whole dossier: cover, table of contents, every question, the files with their fingerprints.
 * @throws Error when the template and the data do not agree.
 */
export async function composeDossier(paper: DossierPaper, standard?: CompositionOptions['standard']): Promise<Composition> {
  const qr = qrCode(paper.verificationUrl);
  return compose(paper.template, dossierView(paper), { createdAt: new Date(paper.receivedAt), qr, standard });
}

/** Characters of answers: about a hundred pages, ten times the longest dossier known. */
const VAST = 300_000;

function dossierView(paper: DossierPaper) {
  const received = frenchInstantToTheSecond(new Date(paper.receivedAt));
  return {
    ...paper,
    received,
    facts: [
      ['Dossier', `${paper.number}, version ${paper.version}`],
      ['Structure', paper.organisationName],
      identifierFact(paper),
      ['Territoire', paper.territoryName],
      ['Population', paper.population === null ? 'Non renseignée' : `${frenchNumber(paper.population)} habitants`],
      ['Catégorie', paper.categoryLabel ?? 'Non choisie'],
      ['Reçu le', received],
    ].map(([label, value]) => ({ label, value })),
    sections: paper.sections.map(({ title, questions }) => ({
      title,
      questions: questions.map(({ label, lines }) => ({ label, answer: prose(lines.join('\n\n')) })),
    })),
    vast: paper.sections.flatMap((section) => section.questions.flatMap((question) => question.lines)).join('').length > VAST,
    pieces: paper.pieces.map(pieceView),
    sealWorth: sealWorth(paper.seal),
  };
}
