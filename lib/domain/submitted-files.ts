import type { CallDefinition } from './call.ts';
import type { DossierAnswers } from './form.ts';
import type { FileAnswer } from './question-kinds.ts';
import type { Snapshot } from './snapshot.ts';

/** The files a dossier holds, in the order of the form, as a submitted version lists them. */
export function submittedFiles(definition: CallDefinition, answers: DossierAnswers): Snapshot['files'] {
  return definition.sections.flatMap((section) =>
    section.questions.flatMap((question) => {
      const answer = answers[section.code]?.[question.code];
      return question.kind === 'file' && isFile(answer) ? [{ ...answer, questionCode: question.code }] : [];
    }),
  );
}

function isFile(answer: unknown): answer is FileAnswer {
  return typeof answer === 'object' && answer !== null && 'fileId' in answer;
}
