export const documentFormats = ['docx', 'odt', 'doc', 'pdf', 'text'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** A line made of this sign alone says where a page of the document ends; only formats that have pages know it. */
export const pageBreak = '\f';

/**
 * The text of a document sent by a candidate. `lines` are paragraphs, list items (with their bullet) and table cells in
 * reading order; in a PDF or a text file they may also be the lines of the paper.
 */
export type DocumentText = { format: DocumentFormat; lines: readonly string[] };

/** How far a document is read. Bytes as received, bytes once unzipped, pages of a PDF, characters of text. */
export const documentLimits = {
  bytes: 20_000_000,
  unzippedBytes: 60_000_000,
  archiveEntries: 2_000,
  pages: 200,
  characters: 600_000,
} as const;

/** How many documents are kept beside a dossier, and for how many days a reading waits. */
export const importLimits = { documents: 10, days: 30 } as const;
