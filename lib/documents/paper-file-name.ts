import type { Paper } from './paper.ts';

/** What papers are told apart by: the number of their dossier, and its version for those that are made for each. */
export type PaperReference = { number?: string; reference?: string; version?: unknown };

const names: Record<Paper['kind'], string> = {
  receipt: 'accuse-de-reception',
  dossier: 'dossier',
  charter: 'charte',
  letter: 'lettre-de-soutien',
};

/** The name under which a paper is downloaded: « accuse-de-reception-TANI-2020-0042-v1.pdf ». */
export function paperFileName(kind: Paper['kind'], { number, reference, version }: PaperReference): string {
  const edition = typeof version === 'number' ? `v${version}` : null;
  return `${[names[kind], number ?? reference, edition].filter(Boolean).join('-')}.pdf`;
}
