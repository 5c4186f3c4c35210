import { frenchInstantToTheSecond } from '../domain/dates.ts';
import type { Official } from '../domain/letter.ts';
import { signatureLines } from '../domain/letter-text.ts';
import { type PaperBase, sealWorth } from './paper-base.ts';
import { prose } from './prose.ts';
import { qrCode } from './qr-code.ts';
import { type Composition, type CompositionOptions, compose } from './typst.ts';

/** A support letter confirmed by its author, with what proves it. Instants are ISO, on the database clock. */
export type LetterPaper = PaperBase & {
  template: 'letter-1';
  organisationName: string;
  territoryName: string;
  official: Official;
  text: string;
  /** Who asked for the letter. */
  asker: string;
  sentAt: string;
  openedAt: string;
  codeSentAt: string;
  confirmedAt: string;
  /** Of the text alone, then of everything that was shown when it was confirmed. */
  textSha256: string;
  shownSha256: string;
};

/**
 * Composes a confirmed letter: its text, who signs, and how it was confirmed.
 * @throws Error when the template and the data do not agree.
 */
export async function composeLetter(paper: LetterPaper, standard?: CompositionOptions['standard']): Promise<Composition> {
  const qr = qrCode(paper.verificationUrl);
  return compose(paper.template, letterView(paper), { createdAt: new Date(paper.confirmedAt), qr, standard });
}

function letterView(paper: LetterPaper) {
  const told = (instant: string) => frenchInstantToTheSecond(new Date(instant));
  const { official } = paper;
  return {
    ...paper,
    blocks: prose(paper.text),
    confirmed: told(paper.confirmedAt),
    signature: { name: official.name, lines: signatureLines(official) },
    facts: [
      ['Candidature', paper.organisationName],
      ['Territoire', paper.territoryName || paper.organisationName],
      ['Appel', paper.callTitle],
    ].map(([label, value]) => ({ label, value })),
    evidence: [
      ['Demandée par', paper.asker],
      ['Envoyée à', `${official.name}, ${official.email}`],
      ['Envoyée le', told(paper.sentAt)],
      ['Ouverte le', told(paper.openedAt)],
      ['Code envoyé le', `${told(paper.codeSentAt)}, à ${official.email}`],
      ['Code saisi et texte confirmé le', told(paper.confirmedAt)],
    ].map(([label, value]) => ({ label, value })),
    sealWorth: sealWorth(paper.seal),
  };
}
