import { fileSize, plural } from '../domain/text.ts';

/** One file of a dossier, as papers list it. */
export type Piece = {
  /** The question it answers. */
  label: string;
  name: string;
  bytes: number;
  pages: number;
  /** In lower-case hexadecimal. */
  sha256: string;
};

/** The piece with its length and size in words: « 2 pages · 1,2 Mo ». */
export function pieceView(piece: Piece) {
  return { ...piece, extent: `${plural(piece.pages, 'page', 'pages')} · ${fileSize(piece.bytes)}` };
}
