import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { archiveEntries } from './archive.ts';
import { orderedMark } from './list-marks.ts';

/** What mammoth says of a piece of the document; the kinds it does not name here have only children. */
type Piece = {
  type: string;
  children?: Piece[];
  value?: string;
  checked?: boolean;
  styleName?: string | null;
  numbering?: { isOrdered: boolean; level: string } | null;
  noteType?: string;
  noteId?: string;
  notes?: { resolve: (reference: Piece) => { body: Piece[] } | undefined };
};

/**
 * The paragraphs of a .docx, each with its bullet or number, cells in reading order, notes after their paragraph. Only the
 * XML of the archive is given to mammoth, already unzipped within limits: pictures, fonts and macros are never looked at.
 */
export async function readDocx(content: Uint8Array): Promise<string[]> {
  const entries = archiveEntries(content, (name) =>
    /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/.test(name),
  );
  let whole: Piece = { type: 'document' };
  await mammoth.convertToHtml({ buffer: Buffer.from(zipSync(entries, { level: 0 })) }, {
    ignoreEmptyParagraphs: false,
    externalFileAccess: false,
    transformDocument: (document: Piece) => {
      whole = document;
      return { ...document, children: [] };
    },
  } as Parameters<typeof mammoth.convertToHtml>[1]);
  const ranks: number[] = [];
  return linesOf(whole, (paragraph) => paragraphLines(paragraph, ranks, whole));
}

function linesOf(piece: Piece, paragraph: (piece: Piece) => string[]): string[] {
  if (piece.type === 'paragraph') return paragraph(piece);
  return (piece.children ?? []).flatMap((child) => linesOf(child, paragraph));
}

function paragraphLines(paragraph: Piece, ranks: number[], whole: Piece): string[] {
  const notes: string[] = [];
  const text = textOf(paragraph, (reference) => {
    const body = whole.notes?.resolve(reference)?.body ?? [];
    notes.push(
      `(${reference.noteId ?? ''}) ${body
        .map((piece) => textOf(piece, () => ''))
        .join(' ')
        .trim()}`,
    );
    return `(${reference.noteId ?? ''})`;
  });
  return [...`${markOf(paragraph, ranks)}${text}`.split('\n'), ...notes];
}

/** A heading numbered by its style keeps the words of its author only: « 1. Présentation » is often typed in full. */
function markOf({ numbering, styleName }: Piece, ranks: number[]): string {
  if (!numbering || /^(heading|titre|title)/i.test(styleName ?? '')) {
    ranks.length = 0;
    return '';
  }
  const level = Number(numbering.level) || 0;
  ranks.length = level + 1;
  ranks[level] = (ranks[level] ?? 0) + 1;
  return numbering.isOrdered ? orderedMark(ranks[level]) : '• ';
}

function textOf(piece: Piece, note: (reference: Piece) => string): string {
  switch (piece.type) {
    case 'text':
      return piece.value ?? '';
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    case 'checkbox':
      return piece.checked ? '☒' : '☐';
    case 'noteReference':
      return note(piece);
    default:
      return (piece.children ?? []).map((child) => textOf(child, note)).join('');
  }
}
