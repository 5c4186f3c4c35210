import 'server-only';
import type { Examination } from '../domain/admissibility.ts';
import { letterUntil } from '../domain/letter-place.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';
import { authorisationUsed } from './closing.ts';
import type { DossierSituation } from './situation.ts';
import { firstReceived, lastSubmittedVersion } from './submitted.ts';

/** What has been established about a submitted dossier; null when it never was submitted. */
export async function examinationOf(
  { dossier, call, situation }: DossierSituation,
  transaction?: Transaction,
): Promise<Examination | null> {
  const submitted = await lastSubmittedVersion(dossier.id, transaction);
  if (!submitted) return null;
  const eligibility = await (transaction ?? prisma()).eligibility.findUnique({
    where: { dossierId: dossier.id },
    select: { verdict: true },
  });
  const until = letterUntil(call);
  return {
    answers: submitted.snapshot.answers,
    // The letter and corrections have dates of their own: what they complete was received in time, or not.
    receivedAt: (await firstReceived(dossier.id, transaction)) ?? submitted.receivedAt,
    letterAwaitedUntil: until && situation.now < until ? until : null,
    closesAt: call.closesAt,
    authorisation: await authorisationUsed(dossier.id, null, transaction),
    eligibility: eligibility?.verdict ?? null,
    categoryCode: dossier.categoryCode,
  };
}
