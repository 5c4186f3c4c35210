import type { CallDefinition } from '../domain/call.ts';
import { type DocumentText, documentLimits } from '../domain/import/document.ts';
import type { Reading } from '../domain/import/review.ts';
import { runConfined } from './confined-program.ts';
import { turns } from './turns.ts';

/** A text stands at most three times in what is found: as words, as an answer, as a suggestion. */
const MAX_OUTPUT_BYTES = documentLimits.characters * 18 + 1_000_000;

/** Each search is a process of its own: a few at a time, whatever the number of documents that arrive together. */
const inTurn = turns(2);

/**
 * What a document answers to a call, found in a confined process: nobody else waits while it is searched. Null when it
 * takes too long.
 * @param categoryCode the category of the dossier, whose criteria get suggestions; null for those of every category.
 * @param appRoot the project's folder, where the searching program is.
 */
export async function matchDocument(
  definition: CallDefinition,
  document: DocumentText,
  categoryCode: string | null,
  appRoot: string,
): Promise<Reading | null> {
  const question = JSON.stringify({ definition, document, categoryCode });
  const printed = await inTurn(() => runConfined('document-matcher.ts', question, MAX_OUTPUT_BYTES, appRoot));
  return printed ? (JSON.parse(printed) as Reading) : null;
}
