import { readFile } from 'node:fs/promises';
import { type DocumentText, documentLimits } from '../domain/import/document.ts';
import type { DocumentRefusal } from '../domain/import/refusal.ts';
import { cleanFileName, documentExtension } from '../domain/upload.ts';
import { readDocument } from './document-reader.ts';
import { receiveFile } from './received-file.ts';
import { turns } from './turns.ts';
import { type InspectedPdf, inspectPdf } from './uploaded-pdf.ts';

/** A document on the disk, whole and of a bearable size, that nobody opened yet. */
export type WaitingDocument = { path: string; name: string; bytes: number; sha256: string };
/** `discard` removes the document from the disk; to call at the end, whatever happened. */
export type ReceivedDocument = { discard: () => Promise<void> } & ({ waiting: WaitingDocument } | { refusal: DocumentRefusal });

/** The field a document is sent in. */
export const documentField = 'document';

/** Receives the document of a form, straight to the disk (see `receiveFile`). */
export async function receiveDocument(request: Request): Promise<ReceivedDocument> {
  const { file, refusal, discard } = await receiveFile(request, documentField, documentLimits.bytes);
  return file ? { discard, waiting: file } : { discard, refusal: refusal ?? 'missing' };
}

/** A document and its text. `pages`: of a PDF that may also serve as a piece of the dossier; 0 for any other. */
export type OpenedDocument = WaitingDocument & { text: DocumentText; mediaType: string } & InspectedPdf;

/** Each document opened holds its bytes and a process: a few at a time, whatever the number that arrive together. */
const inTurn = turns(2);

/**
 * Reads a document on the disk, in a separate process.
 * @param appRoot the project's folder, where the reading programs are.
 */
export async function openDocument(waiting: WaitingDocument, appRoot: string): Promise<OpenedDocument | { refusal: DocumentRefusal }> {
  return inTurn(async () => {
    const read = await readDocument(await readFile(waiting.path), appRoot);
    if ('refusal' in read) return read;
    const { format } = read.document;
    const inspected = format === 'pdf' ? await inspectPdf(waiting.path, appRoot) : null;
    return {
      ...waiting,
      name: cleanFileName(waiting.name, documentExtension(format)),
      text: read.document,
      mediaType: mediaTypes[format],
      ...(inspected && 'pages' in inspected ? inspected : { pages: 0, signatures: [] }),
    };
  });
}

const mediaTypes: Record<DocumentText['format'], string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  doc: 'application/msword',
  pdf: 'application/pdf',
  text: 'text/plain',
};
