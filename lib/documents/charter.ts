import type { Signatory } from '../domain/charter.ts';
import type { CharterBlock, CharterVersion } from '../domain/charter-version.ts';
import { frenchDay, frenchInstant } from '../domain/dates.ts';
import { type PaperBase, sealWorth } from './paper-base.ts';
import { qrCode } from './qr-code.ts';
import { type Composition, type CompositionOptions, compose } from './typst.ts';

/** Everything one laureate's charter says, frozen when it is ordered. */
export type CharterPaper = PaperBase & {
  template: 'charter-1';
  reference: string;
  title: string;
  organisationName: string;
  territoryName: string;
  /** The whole text, word for word, misprints kept. */
  version: CharterVersion;
  /** Codes of the measures the territory commits to. */
  chosenMeasures: string[];
  signatories: Signatory[];
  place: string;
  /** ISO day. */
  signedOn: string;
  referent?: { name: string; contact: string };
  /** ISO instant. */
  issuedAt: string;
};

/**
 * Composes a charter: the official text, the measures chosen, the two signature blocks, the seal block and the way to verify.
 * @throws Error when the template and the data do not agree.
 */
export async function composeCharter(paper: CharterPaper, standard?: CompositionOptions['standard']): Promise<Composition> {
  const qr = qrCode(paper.verificationUrl);
  return compose(paper.template, charterView(paper), { createdAt: new Date(paper.issuedAt), qr, standard });
}

/** The strings the template places, none left to compute. */
function charterView({ version, ...paper }: CharterPaper) {
  const measures = version.measures.map((measure) => ({ ...measure, chosen: paper.chosenMeasures.includes(measure.code) }));
  return {
    ...paper,
    preamble: version.preamble,
    articles: version.articles.map(({ title, blocks }) => ({ title, blocks: blocks.map((block) => blockView(block, measures)) })),
    commitments: measures.flatMap((measure, rank) => (measure.chosen ? [{ number: rank + 1, label: measure.label }] : [])),
    signatureRows: signatureRows(paper),
    made: `Fait à ${paper.place}, le ${frenchDay(new Date(`${paper.signedOn}T12:00:00Z`))}`,
    issued: `Document établi le ${frenchInstant(new Date(paper.issuedAt))}`,
    referent: paper.referent ?? null,
    sealWorth: sealWorth(paper.seal),
  };
}

function blockView<M>(block: CharterBlock, measures: M[]) {
  return block.kind === 'measures' ? { kind: block.kind, measures } : block;
}

/** Two by two, the State's first. With one signatory on each side, as nearly always, the State is on the left. */
function signatureRows({ signatories, organisationName }: Pick<CharterPaper, 'signatories' | 'organisationName'>) {
  const ordered = [...signatories].sort((a, b) => Number(a.side === 'territory') - Number(b.side === 'territory'));
  const blocks = ordered.map((person) => ({
    ...person,
    party: person.side === 'state' ? 'Pour l’État' : `Pour le territoire\u00a0: ${organisationName}`,
  }));
  return Array.from({ length: Math.ceil(blocks.length / 2) }, (_, row) => blocks.slice(row * 2, row * 2 + 2));
}
