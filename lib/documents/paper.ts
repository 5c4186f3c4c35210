import { type CharterPaper, composeCharter } from './charter.ts';
import { composeDossier, type DossierPaper } from './dossier.ts';
import { composeLetter, type LetterPaper } from './letter.ts';
import { composeReceipt, type ReceiptPaper } from './receipt.ts';
import type { Composition, CompositionOptions } from './typst.ts';

/** Every paper the service issues, with the data it was ordered with. Plain JSON, stored as it is. */
export type Paper =
  | { kind: 'charter'; data: CharterPaper }
  | { kind: 'receipt'; data: ReceiptPaper }
  | { kind: 'dossier'; data: DossierPaper }
  | { kind: 'letter'; data: LetterPaper };

/**
 * Composes any paper with the template its data names. The same data always gives the same bytes, so a job that is run
 * twice issues one paper.
 * @throws Error when the template and the data do not agree.
 */
export async function composePaper(paper: Paper, standard?: CompositionOptions['standard']): Promise<Composition> {
  switch (paper.kind) {
    case 'charter':
      return composeCharter(paper.data, standard);
    case 'receipt':
      return composeReceipt(paper.data, standard);
    case 'dossier':
      return composeDossier(paper.data, standard);
    case 'letter':
      return composeLetter(paper.data, standard);
  }
}
