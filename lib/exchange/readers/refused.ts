import type { DocumentRefusal } from '../../domain/import/refusal.ts';

/** Thrown by a reader that knows why it cannot go on; any other error means a broken document. */
export class Refused extends Error {
  readonly refusal: DocumentRefusal;

  constructor(refusal: DocumentRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}
