import type { Paper } from '../documents/paper.ts';
import type { Prisma, Transaction } from '../infra/prisma.ts';
import { enqueue } from '../infra/queue.ts';
import { settings } from '../infra/settings.ts';
import { newVerificationCode } from './verification-code.ts';

/** A paper's data as it is frozen when ordered; what the seal block says is only known when it is sealed. */
type WithoutSeal<P> = P extends { kind: infer Kind; data: infer Data } ? { kind: Kind; data: BeforeSeal<Data> } : never;
type BeforeSeal<Data> = Data extends unknown ? Omit<Data, 'seal' | 'code' | 'verificationUrl'> : never;
export type OrderedPaper = WithoutSeal<Paper>;

/** Orders a paper in the transaction of the act it proves; the worker composes and seals it. Returns its public code. */
export async function orderDocument(transaction: Transaction, dossierId: string, title: string, paper: OrderedPaper): Promise<string> {
  const code = newVerificationCode();
  const { id } = await transaction.issuedDocument.create({
    data: { code, kind: paper.kind, dossierId, title, data: paper.data as unknown as Prisma.InputJsonObject },
    select: { id: true },
  });
  // A dossier may be waiting for its letter; nobody waits for a receipt.
  await enqueue(transaction, 'composeDocument', { documentId: id }, { urgent: paper.kind === 'letter' });
  return code;
}

/** Address of the page where anyone can check a document. */
export function verificationUrl(code: string): string {
  return `${settings().PUBLIC_URL}/verifier/${code}`;
}
