import type { Actor } from '../domain/actor.ts';
import { type AdmissibilityVerdict, admissibilityPoints } from '../domain/admissibility.ts';
import { categoryOf } from '../domain/call.ts';
import { type EligibilityVerdict, proposeEligibility } from '../domain/eligibility.ts';
import { inadmissibleMail } from '../emails/inadmissible.ts';
import type { Reception } from '../infra/clock.ts';
import type { Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { examinationOf } from '../queries/examination.ts';
import { selectionState } from '../queries/selection.ts';
import type { DossierSituation } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { onDossier } from './locked-dossier.ts';
import { postMailToMembers } from './outbox.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';

/** Decides whether the structure is eligible, beside what the application proposed, with a reason. */
export async function decideEligibility(
  actor: Actor,
  dossierId: string,
  decision: { verdict: EligibilityVerdict; reason: string },
  reception: Reception,
): Promise<Result<null>> {
  return onDossier(actor, dossierId, reception, async (transaction, loaded) => {
    const refusal = refusalOf('decideEligibility', loaded.situation);
    if (refusal) return refusal;
    if (!decision.reason.trim()) return refused('reasonMissing', loaded.situation, { reason: 'Écrivez la raison de votre décision.' });
    const { proposal } = proposeEligibility(loaded.call.definition, loaded.dossier.organisationKind);
    const row = { ...decision, proposal, decidedById: actor.userId, decidedAt: loaded.situation.now };
    await transaction.eligibility.upsert({ where: { dossierId }, create: { dossierId, ...row }, update: row });
    await journal(transaction, { act: 'decideEligibility', ...by(actor, loaded), data: { verdict: decision.verdict, proposal } });
    return done(null);
  });
}

/** Fixes the category of a dossier, with a reason; possible until a review has been delivered in the former one. */
export async function setCategory(
  actor: Actor,
  dossierId: string,
  change: { categoryCode: string; reason: string },
  reception: Reception,
): Promise<Result<null>> {
  return onDossier(actor, dossierId, reception, async (transaction, loaded) => {
    const refusal = refusalOf('setCategory', loaded.situation);
    if (refusal) return refusal;
    if (!categoryOf(loaded.call.definition, change.categoryCode))
      return refused('invalid', loaded.situation, { category: 'Choisissez une catégorie.' });
    if (!change.reason.trim()) return refused('reasonMissing', loaded.situation, { categoryReason: 'Écrivez la raison de ce choix.' });
    // Shared with other examiners, refused to whoever is freezing: no dossier slips into a category being frozen.
    const target = await selectionState(loaded.call.id, change.categoryCode, transaction, 'FOR SHARE');
    const closed = refusalOf('setCategory', {
      ...loaded.situation,
      selection: target ? { ...target, actorRecusedInCategory: false } : undefined,
    });
    if (closed) return closed;
    const row = {
      chosenCode: loaded.dossier.categoryCode,
      fixedCode: change.categoryCode,
      reason: change.reason,
      decidedById: actor.userId,
      decidedAt: loaded.situation.now,
    };
    await transaction.categoryChange.upsert({
      where: { dossierId },
      create: { dossierId, ...row },
      update: { ...row, chosenCode: undefined },
    });
    await transaction.dossier.update({ where: { id: dossierId }, data: { categoryCode: change.categoryCode } });
    // Drafts of reviews hold rows of the former category's criteria: they no longer mean anything.
    await transaction.review.deleteMany({ where: { dossierId, deliveredAt: null } });
    await journal(transaction, {
      act: 'setCategory',
      ...by(actor, loaded),
      data: { from: loaded.dossier.categoryCode, to: change.categoryCode },
    });
    return done(null);
  });
}

/**
 * Declares a submitted dossier admissible or not. Not admissible: the candidates are told, with the reason and the remedies.
 * @param decision.version the submitted version that was read: refused when another one was submitted since.
 */
export async function decideAdmissibility(
  actor: Actor,
  dossierId: string,
  decision: { verdict: AdmissibilityVerdict; reason: string; version?: number },
  reception: Reception,
): Promise<Result<null>> {
  return onDossier(actor, dossierId, reception, async (transaction, loaded) => {
    const examination = await examinationOf(loaded, transaction);
    if (!examination) return notFound;
    const points = admissibilityPoints(loaded.call.definition, examination);
    const problems = points.filter((point) => point.met !== true).length;
    const act = decision.verdict === 'admissible' ? 'declareAdmissible' : 'declareInadmissible';
    const refusal = refusalOf(act, { ...loaded.situation, problems });
    if (refusal) return refusal;
    const { version = loaded.dossier.submittedVersion, ...decided } = decision;
    if (version !== loaded.dossier.submittedVersion) return refused('newerVersion', loaded.situation);
    if (!decision.reason.trim())
      return refused('reasonMissing', loaded.situation, { admissibilityReason: 'Écrivez la raison de votre décision.' });

    await transaction.admissibility.create({
      data: { dossierId, ...decided, points, decidedById: actor.userId, decidedAt: loaded.situation.now },
    });
    await transaction.dossier.update({ where: { id: dossierId, status: 'submitted' }, data: { status: decision.verdict } });
    await journal(transaction, { act, ...by(actor, loaded) });
    if (decision.verdict === 'inadmissible') await tellInadmissible(transaction, actor, loaded, decision.reason);
    return done(null);
  });
}

async function tellInadmissible(
  transaction: Transaction,
  actor: Actor,
  { dossier, call }: DossierSituation,
  reason: string,
): Promise<void> {
  const { contact, remedies, shortTitle } = call.definition;
  const mail = inadmissibleMail({
    number: dossier.number ?? '',
    organisationName: dossier.organisationName,
    callTitle: shortTitle,
    reason,
    remedies,
    author: actor.name || contact.service,
    service: contact.service,
    contactEmail: contact.email,
    url: `${settings().PUBLIC_URL}/candidature/${dossier.id}`,
  });
  await postMailToMembers(transaction, dossier.id, mail);
}

function by(actor: Actor, { dossier, call }: DossierSituation) {
  return { actorId: actor.userId, callId: call.id, dossierId: dossier.id };
}
