import type { Answer } from '../question-kinds.ts';
import type { Doubt } from './doubts.ts';

/**
 * `sure`: the document asks the question in its own words and the answer is bounded on both sides. `toCheck`: it must be
 * read first, `doubt` says why. `absent`: nothing to take.
 */
export type Certainty = 'sure' | 'toCheck' | 'absent';

/** What the document says in answer to a question of the form. */
export type Proposal = {
  sectionCode: string;
  questionCode: string;
  certainty: Certainty;
  /** The words of the document; '' when absent. */
  text: string;
  /** The answer as the form would hold it; null when the text is not of the kind asked. */
  answer: Answer | null;
  /** How the document asks the question; '' when it does not. */
  asked: string;
  doubt: Doubt | null;
};

/** Text of the document that answers no question: to be placed by hand. */
export type Passage = {
  /** Its first line when it is a title, else ''. */
  title: string;
  text: string;
  /** The section under whose title it stands, when the document says so. */
  sectionCode: string | null;
};

/** A passage that may prove a criterion. `numbered`: the document numbers its arguments like the criteria; `words`: it shares their words. */
export type CriterionSuggestion = { criterionCode: string; reason: 'numbered' | 'words'; text: string };

/** Everything a document gives: proposals in the form's order, what is left to place, and what was only form or paper. */
export type ImportProposal = { proposals: Proposal[]; tray: Passage[]; recognised: string[]; suggestions: CriterionSuggestion[] };
