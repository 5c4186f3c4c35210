import type { CallDefinition } from '../call.ts';
import type { QuestionOf } from '../question.ts';
import { placeOf } from './review.ts';

/** A question that asks for a file. */
export type PieceQuestion = { place: string; sectionCode: string; question: QuestionOf<'file'> };

/** Every question that asks for a file. */
export function pieceQuestions({ sections }: CallDefinition): PieceQuestion[] {
  return sections.flatMap(({ code: sectionCode, questions }) =>
    questions.flatMap((question) =>
      question.kind === 'file' ? [{ place: placeOf({ sectionCode, questionCode: question.code }), sectionCode, question }] : [],
    ),
  );
}

/**
 * The questions whose file this document may also be.
 * @param document `pages`: 0 for what is not a PDF that can be shown; `bytes`: its size.
 */
export function servedBy(definition: CallDefinition, { pages, bytes }: { pages: number; bytes: number }): PieceQuestion[] {
  return pages === 0 ? [] : pieceQuestions(definition).filter(({ question }) => bytes <= question.maxBytes);
}
