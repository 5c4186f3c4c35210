import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentText } from '../../lib/domain/import/document.ts';
import { readDocument } from '../../lib/exchange/document-reader.ts';
import { type WrittenDossier, writtenDossiers } from './dossiers.ts';
import { fileVariants } from './files.ts';
import { judge, type Score } from './judge.ts';
import { drawsOf, variants } from './variants.ts';

/** One line of the table: means over the draws, out of fifteen; `fewest` is the worst draw, wrong and sure ones are added up. */
export type Figure = {
  dossier: string;
  variant: string;
  asksAll: boolean;
  draws: number;
  found: number;
  fewest: number;
  exact: number;
  sure: number;
  wrong: number;
  wrongAndSure: number;
  details: string[];
};

const FOLDER = path.resolve('../shared/dossiers');
export const corseFiles = ['corse.txt', 'corse.docx', 'corse.odt', 'corse.doc', 'corse.pdf'].map((name) => path.join(FOLDER, name));
export const withoutCorse = !corseFiles.every((file) => existsSync(file));

/** The real dossier in each of the formats it was kept in. */
export async function formatFigures(): Promise<Figure[]> {
  const corse = writtenDossiers().find(({ name }) => name === 'Corse');
  if (withoutCorse || !corse) return [];
  return inTurn(corseFiles, async (file) =>
    figure(corse, path.basename(file), true, [judge(await opened(readFileSync(file)), corse.sheet)]),
  );
}

/** Files made in each format from each dossier. */
export async function fileFigures(): Promise<Figure[]> {
  const made = writtenDossiers().flatMap((dossier) => fileVariants.map((variant) => ({ dossier, variant })));
  return inTurn(made, async ({ dossier, variant }) =>
    figure(dossier, variant.name, true, [judge(await opened(await variant.content(dossier)), dossier.sheet)]),
  );
}

/** Texts laid out in many ways from each dossier. */
export function textFigures(): Figure[] {
  return writtenDossiers().flatMap((dossier) =>
    variants.map((variant) => {
      const scores = drawsOf(variant).map((draw) =>
        judge({ format: variant.format ?? 'docx', lines: variant.lines(dossier, draw) }, dossier.sheet),
      );
      return figure(dossier, variant.name, variant.asksAll, scores);
    }),
  );
}

/** The table as it is printed. */
export function tableOf(figures: readonly Figure[]): string {
  const head = ['dossier', 'variant', 'found', '(fewest)', 'exact', 'sure', 'wrong', 'wrong and sure'];
  const rows = figures.map((one) => [
    one.dossier,
    one.draws > 1 ? `${one.variant} (${one.draws} draws)` : one.variant,
    one.found.toFixed(1),
    String(one.fewest),
    one.exact.toFixed(1),
    one.sure.toFixed(1),
    one.wrong.toFixed(1),
    String(one.wrongAndSure),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
    )
    .join('\n');
}

function figure({ name }: WrittenDossier, variant: string, asksAll: boolean, scores: readonly Score[]): Figure {
  const total = (measure: (score: Score) => number) => scores.reduce((sum, score) => sum + measure(score), 0);
  const mean = (measure: (score: Score) => number) => total(measure) / scores.length;
  return {
    dossier: name,
    variant,
    asksAll,
    draws: scores.length,
    found: mean(({ found }) => found),
    fewest: Math.min(...scores.map(({ found }) => found)),
    exact: mean(({ exact }) => exact),
    sure: mean(({ sure }) => sure),
    wrong: mean(({ wrong }) => wrong),
    wrongAndSure: total(({ wrongAndSure }) => wrongAndSure),
    details: scores.flatMap(({ details }) => details),
  };
}

async function opened(content: Uint8Array): Promise<DocumentText> {
  const read = await readDocument(content, process.cwd());
  if ('refusal' in read) throw new Error(`refused: ${read.refusal}`);
  return read.document;
}

async function inTurn<T, R>(things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const thing of things) done.push(await work(thing));
  return done;
}
