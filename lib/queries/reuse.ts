import 'server-only';
import type { Actor } from '../domain/actor.ts';
import { type PastDossier, yearOfCall } from '../domain/reuse.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';
import { callById } from './call.ts';
import { currentAnswers } from './dossier-answers.ts';
import type { DossierSituation } from './situation.ts';
import { lastSubmittedVersion } from './submitted.ts';

/** A dossier of the same structure in an earlier call, with the year it is remembered by. */
export type FoundPastDossier = PastDossier & { id: string; year: string; callTitle: string };

/**
 * The dossier of the last earlier call that this person takes part in, for the same structure: as it was submitted, or as
 * it was left when it never was. Null when there is none: nobody starts from the dossier of others.
 */
export async function pastDossier(
  actor: Actor,
  { dossier, call }: DossierSituation,
  transaction?: Transaction,
): Promise<FoundPastDossier | null> {
  const found = await (transaction ?? prisma()).dossier.findFirst({
    where: {
      identifierScheme: dossier.identifierScheme,
      identifier: dossier.identifier,
      members: { some: { userId: actor.userId } },
      call: { id: { not: call.id }, closesAt: { lt: call.closesAt } },
    },
    orderBy: { call: { closesAt: 'desc' } },
    select: { id: true, callId: true },
  });
  const past = found && (await callById(found.callId));
  if (!found || !past) return null;
  const submitted = await lastSubmittedVersion(found.id, transaction);
  const answers = submitted?.snapshot.answers ?? (await currentAnswers(found.id, transaction));
  const { definition } = past;
  return { id: found.id, year: yearOfCall(past.closesAt), callTitle: definition.shortTitle, definition, answers };
}

/** The pages whose answers come from a past dossier and that nobody has saved since, with the year they come from. */
export async function reusedPages(dossierId: string): Promise<{ code: string; year: string }[]> {
  const rows = await prisma().dossierSection.findMany({
    where: { dossierId, reusedFrom: { not: null } },
    select: { code: true, reusedFrom: true },
  });
  return rows.map(({ code, reusedFrom }) => ({ code, year: reusedFrom ?? '' }));
}
