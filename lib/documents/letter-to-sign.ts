import { prose } from './prose.ts';
import { type Composition, compose } from './typst.ts';

/** The letter before anybody signs it, to print. It is no paper of the service: it bears neither seal nor code. */
export type LetterToSignPaper = {
  fictitious: boolean;
  organisationName: string;
  callTitle: string;
  text: string;
  /** Who signs, line by line; empty when nobody is named yet: the lines are then to fill by hand. */
  signature: string[];
  /** ISO instant. */
  preparedAt: string;
};

/**
 * Composes the letter to print, one or two pages.
 * @throws Error when the template and the data do not agree.
 */
export function composeLetterToSign(paper: LetterToSignPaper): Composition {
  const data = { ...paper, blocks: prose(paper.text), code: '', service: '' };
  return compose('letter-to-sign-1', data, { createdAt: new Date(paper.preparedAt), qr: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
}
