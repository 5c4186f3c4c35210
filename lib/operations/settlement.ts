import type { Actor } from '../domain/actor.ts';
import { categoryOf } from '../domain/call.ts';
import type { Finding } from '../domain/finding-labels.ts';
import type { Reception } from '../infra/clock.ts';
import { prisma } from '../infra/prisma.ts';
import { liveBoard } from '../queries/selection.ts';
import { dossierSituation } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';

/** What the discussion settled on one criterion, as typed: either half may still be missing. */
export type TypedSettlement = { criterionCode: string; finding: Finding | null; reason: string };

/**
 * Records the common findings on criteria where delivered reviews differ, with the reasons given in the discussion: all
 * of them or none. One that is already recorded in the same words is left alone. Returns the criteria recorded.
 */
export async function settleFindings(
  actor: Actor,
  dossierId: string,
  typed: readonly TypedSettlement[],
  reception: Reception,
): Promise<Result<string[]>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    const category = loaded && categoryOf(loaded.call.definition, loaded.dossier.categoryCode);
    if (!loaded || !category) return notFound;
    const line = (await liveBoard(loaded.call, category, transaction)).find((l) => l.dossierId === dossierId);
    const recorded = await transaction.settledFinding.findMany({ where: { dossierId } });
    const isNew = ({ criterionCode, finding, reason }: TypedSettlement) =>
      !recorded.some((r) => r.criterionCode === criterionCode && r.finding === finding && r.reason === reason);
    const settlements = typed.filter(isNew);
    for (const { criterionCode } of typed) {
      if (!category.criteria.some(({ code }) => code === criterionCode)) return notFound;
      const findingBasis = line?.consensus.find((c) => c.criterionCode === criterionCode)?.basis;
      const refusal = refusalOf('settleFinding', { ...loaded.situation, findingBasis });
      if (refusal) return refusal;
    }
    const problems = Object.fromEntries(settlements.flatMap(gapsOf));
    if (Object.keys(problems).length > 0) return refused('invalid', loaded.situation, problems);
    for (const { criterionCode, finding, reason } of settlements) {
      const row = { finding: finding as Finding, reason, settledById: actor.userId, settledAt: loaded.situation.now };
      await transaction.settledFinding.upsert({
        where: { dossierId_criterionCode: { dossierId, criterionCode } },
        create: { dossierId, criterionCode, ...row },
        update: row,
      });
      const data = { criterion: criterionCode, finding };
      await journal(transaction, { act: 'settleFinding', actorId: actor.userId, callId: loaded.call.id, dossierId, data });
    }
    return done(settlements.map(({ criterionCode }) => criterionCode));
  });
}

/** What is missing of one settlement, by field of its form. */
function gapsOf({ criterionCode, finding, reason }: TypedSettlement): [string, string][] {
  const gaps: [string, string][] = [];
  if (!finding) gaps.push([`constat:${criterionCode}`, `Choisissez le constat commun sur ${criterionCode}.`]);
  if (!reason.trim()) gaps.push([`raison:${criterionCode}`, `Écrivez la raison retenue pour ${criterionCode}.`]);
  return gaps;
}
