import { type DocumentText, documentLimits } from '../domain/import/document.ts';
import { type DocumentRefusal, isDocumentRefusal } from '../domain/import/refusal.ts';
import { runConfined } from './confined-program.ts';

/** Six bytes of JSON for the worst character. */
const MAX_OUTPUT_BYTES = documentLimits.characters * 6 + 1_000_000;

export type ReadDocument = { document: DocumentText } | { refusal: DocumentRefusal };

/**
 * The text of a document (.docx, .odt, .doc, .pdf or plain text: its content says which, whatever its name), or why it
 * cannot be read. The document is opened in a confined process; it goes there and comes back without touching the disk.
 * @param appRoot the project's folder, where the opening program is.
 */
export async function readDocument(content: Uint8Array, appRoot: string): Promise<ReadDocument> {
  if (content.length === 0) return { refusal: 'empty' };
  if (content.length > documentLimits.bytes) return { refusal: 'tooLarge' };
  const printed = await runConfined('document-opener.ts', content, MAX_OUTPUT_BYTES, appRoot);
  return understood(printed) ?? { refusal: 'unreadable' };
}

function understood(printed: string): ReadDocument | null {
  if (!printed) return null;
  const answer = JSON.parse(printed) as { document: DocumentText } | { refusal: unknown };
  if ('document' in answer) return answer;
  return isDocumentRefusal(answer.refusal) ? { refusal: answer.refusal } : null;
}
