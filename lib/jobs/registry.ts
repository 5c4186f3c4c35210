import type { JobHandlers } from '../infra/queue.ts';
import { composeOrderedDocument } from '../operations/document-composition.ts';
import { letterMailRefused } from '../operations/letter-bounce.ts';
import { deliverMail } from '../operations/outbox.ts';
import { makePageImages } from '../operations/page-images.ts';

/** What the worker does for each job; a job without a line here does not compile. Each one may be run twice. */
export const jobs: JobHandlers = {
  sendMail: async ({ mailId }) => {
    if ((await deliverMail(mailId)) === 'addressRefused') await letterMailRefused(mailId);
  },
  composeDocument: ({ documentId }) => composeOrderedDocument(documentId),
  renderPages: ({ fileId }) => makePageImages(fileId),
};
