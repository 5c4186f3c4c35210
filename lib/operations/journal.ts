import type { ActName } from '../domain/acts.ts';
import type { Prisma, Transaction } from '../infra/prisma.ts';

export type JournalLine = {
  act:
    | ActName
    | 'discardDocument'
    | 'withdrawVisa'
    | 'joinDossier'
    | 'declineInvitation'
    | 'withdrawInvitation'
    | 'askAccess'
    | 'signIn'
    | 'signOut'
    | 'nameAccount'
    | 'seed'
    | 'documentReady'
    | 'letterJoined'
    | 'letterRefused'
    | 'letterReplaced'
    | 'letterAddressRefused'
    | 'letterReminder'
    | 'loadRegister'
    | 'removeRegister'
    | 'grantRole'
    | 'revokeRole';
  actorId: string | null;
  callId?: string;
  dossierId?: string;
  /** Plain facts; never a text of a dossier nor a secret. */
  data?: Prisma.InputJsonObject;
};

/** Writes one line of the journal, in the transaction of the act it tells of. */
export async function journal(transaction: Transaction, { act, actorId, callId, dossierId, data }: JournalLine): Promise<void> {
  await transaction.journalEntry.create({ data: { act, actorId, callId, dossierId, data: data ?? {} }, select: { id: true } });
}
