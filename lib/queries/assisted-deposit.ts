import 'server-only';
import { type Actor, holdsRole } from '../domain/actor.ts';
import { obstacle } from '../domain/acts.ts';
import type { AssistanceState, DepositChannel } from '../domain/assisted-deposit.ts';
import type { FileAnswer } from '../domain/question-kinds.ts';
import type { Reception } from '../infra/clock.ts';
import { prisma } from '../infra/prisma.ts';
import { dossierSituation } from './situation.ts';

/** How a dossier reached the Mission, who entered it, and what the territory answered. */
export type AssistedDeposit = {
  channel: DepositChannel;
  receivedAt: Date;
  reference: string;
  contactEmail: string;
  enteredBy: string;
  original: FileAnswer | null;
  state: AssistanceState;
  depositedAt: Date | null;
  answeredAt: Date | null;
  reason: string;
};

/** The assisted deposit of a dossier, or null. Whether the reader may know of it is for the caller to have asked. */
export async function assistedDepositOf(dossierId: string): Promise<AssistedDeposit | null> {
  const row = await prisma().assistedDeposit.findUnique({ where: { dossierId }, include: { original: true } });
  if (!row) return null;
  const agent = await prisma().user.findUnique({ where: { id: row.enteredById }, select: { name: true, email: true } });
  const { channel, receivedAt, reference, contactEmail, state, depositedAt, answeredAt, reason, original } = row;
  return {
    channel,
    receivedAt,
    reference,
    contactEmail,
    enteredBy: agent?.name || agent?.email || 'Une personne de la Mission',
    original: original && {
      fileId: original.id,
      name: original.name,
      pages: original.pages,
      bytes: original.bytes,
      sha256: original.sha256,
    },
    state,
    depositedAt,
    answeredAt,
    reason,
  };
}

export type ListedAssistance = {
  dossierId: string;
  organisationName: string;
  number: string | null;
  channel: DepositChannel;
  receivedAt: Date;
  state: AssistanceState;
  /** This reader entered it. */
  own: boolean;
};

/** The dossiers entered for territories in a call, for its administrators, the last begun first. */
export async function assistedDeposits(actor: Actor, callId: string): Promise<ListedAssistance[]> {
  if (!holdsRole(actor, 'administrator', callId)) return [];
  const rows = await prisma().assistedDeposit.findMany({
    where: { dossier: { callId } },
    include: { dossier: { select: { organisationName: true, number: true } } },
    orderBy: { createdAt: 'desc' },
  });
  return rows.map(({ dossierId, channel, receivedAt, state, enteredById, dossier }) => ({
    dossierId,
    ...dossier,
    channel,
    receivedAt,
    state,
    own: enteredById === actor.userId,
  }));
}

/** What an administrator may know of one of them, whoever entered it; null for anybody else. */
export async function administeredAssistance(
  actor: Actor,
  dossierId: string,
): Promise<(AssistedDeposit & { organisationName: string; number: string | null; callCode: string; own: boolean }) | null> {
  const row = await prisma().assistedDeposit.findUnique({
    where: { dossierId },
    include: { dossier: { select: { callId: true, organisationName: true, number: true, call: { select: { code: true } } } } },
  });
  if (!row || !holdsRole(actor, 'administrator', row.dossier.callId)) return null;
  const { organisationName, number, call } = row.dossier;
  const assisted = await assistedDepositOf(dossierId);
  return assisted && { ...assisted, organisationName, number, callCode: call.code, own: row.enteredById === actor.userId };
}

/** `entering`: the reader enters it for the territory; `toConfirm`: the reader is asked to confirm it. */
export type Banner = 'entering' | 'toConfirm' | 'awaitingLead';

/** What to say above the pages of a dossier the Mission entered; null when there is nothing to say to this reader. */
export async function assistedBanner(actor: Actor | null, dossierId: string, reception: Reception): Promise<Banner | null> {
  const loaded = actor && (await dossierSituation(actor, dossierId, reception));
  if (!loaded?.situation.dossier.assistance || obstacle('viewDossier', loaded.situation)) return null;
  const { state, byActor } = loaded.situation.dossier.assistance;
  if (byActor) return 'entering';
  if (state !== 'awaiting') return null;
  return obstacle('answerAssistedDeposit', loaded.situation) === null ? 'toConfirm' : 'awaitingLead';
}
