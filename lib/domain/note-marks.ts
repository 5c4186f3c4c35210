import type { TextBlock } from './call.ts';

/** A piece of a text: words, or the number of a note at the foot of the text. */
export type MarkedPiece = { text: string } | { mark: string };

/** A note of a published text, its number apart: « 1 Schémas… ». Null when it has none. */
export function numberedNote(note: string): { mark: string; text: string } | null {
  const [, mark, text] = /^(\d+)\s+(.+)$/s.exec(note) ?? [];
  return mark && text ? { mark, text } : null;
}

/** The numbers of the notes that stand in these blocks. */
export function notesOf(blocks: readonly TextBlock[]): ReadonlySet<string> {
  const notes = blocks.flatMap((block) => (block.kind === 'notes' ? block.items : []));
  return new Set(notes.flatMap((note) => numberedNote(note)?.mark ?? []));
}

/** A text cut at its calls for notes, which the published text glues to an acronym: « SDAASAP1 ». */
export function cutAtMarks(text: string, notes: ReadonlySet<string>): MarkedPiece[] {
  const pieces = text.split(/(?<=\p{Lu}{3})(\d+)(?![\d\p{L}])/u);
  const cut = pieces.map((piece, index): MarkedPiece => (index % 2 === 1 && notes.has(piece) ? { mark: piece } : { text: piece }));
  return cut.filter((piece) => 'mark' in piece || piece.text !== '');
}
