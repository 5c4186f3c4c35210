import 'server-only';
import type { Actor } from '../domain/actor.ts';
import { obstacle } from '../domain/acts.ts';
import type { DossierStatus } from '../domain/dossier-status.ts';
import type { DossierAnswers } from '../domain/form.ts';
import type { Reception } from '../infra/clock.ts';
import { prisma } from '../infra/prisma.ts';
import { currentAnswers } from './dossier-answers.ts';
import { type DossierSituation, dossierSituation } from './situation.ts';
import { lastSubmittedVersion, type SubmittedVersion } from './submitted.ts';

export type MyDossier = {
  id: string;
  number: string | null;
  status: DossierStatus;
  organisationName: string;
  callTitle: string;
  closesAt: Date;
  updatedAt: Date;
};

/** The dossiers this person takes part in, the last touched first. */
export async function myDossiers(actor: Actor): Promise<MyDossier[]> {
  const rows = await prisma().dossier.findMany({
    where: { members: { some: { userId: actor.userId } } },
    orderBy: { updatedAt: 'desc' },
    include: { call: { include: { definition: true } } },
  });
  return rows.map(({ id, number, status, organisationName, updatedAt, call }) => ({
    id,
    number,
    status,
    organisationName,
    updatedAt,
    callTitle: (call.definition.content as { shortTitle: string }).shortTitle,
    closesAt: call.closesAt,
  }));
}

/** A dossier as its own people see it: what is written now and what was last submitted. */
export type OwnDossier = DossierSituation & { answers: DossierAnswers; submitted: SubmittedVersion | null };

/** The dossier for one of its members; null for anybody else, as if it did not exist. */
export async function ownDossier(actor: Actor, dossierId: string, reception: Reception): Promise<OwnDossier | null> {
  const loaded = await dossierSituation(actor, dossierId, reception);
  if (!loaded || obstacle('viewDossier', loaded.situation)) return null;
  const [answers, submitted] = await Promise.all([currentAnswers(dossierId), lastSubmittedVersion(dossierId)]);
  return { ...loaded, answers, submitted };
}

/** What the Mission decided, as the candidates may know it: nothing before it was released. */
export type OwnDecisions = {
  inadmissible: { reason: string; decidedAt: Date } | null;
  decision: { outcome: 'laureate' | 'reserve' | 'notSelected'; findings: unknown; reasons: string[]; releasedAt: Date } | null;
  categoryChange: { fixedCode: string; reason: string } | null;
};

/** The decisions a candidate has been told of. */
export async function ownDecisions(dossierId: string): Promise<OwnDecisions> {
  const [admissibility, decision, categoryChange] = await Promise.all([
    prisma().admissibility.findUnique({ where: { dossierId } }),
    prisma().decision.findUnique({ where: { dossierId } }),
    prisma().categoryChange.findUnique({ where: { dossierId } }),
  ]);
  const told = decision !== null || admissibility?.verdict === 'inadmissible';
  return {
    inadmissible: admissibility?.verdict === 'inadmissible' ? { reason: admissibility.reason, decidedAt: admissibility.decidedAt } : null,
    decision: decision && {
      outcome: decision.outcome,
      findings: decision.findings,
      reasons: decision.reasons,
      releasedAt: decision.releasedAt,
    },
    categoryChange: told && categoryChange ? { fixedCode: categoryChange.fixedCode, reason: categoryChange.reason } : null,
  };
}
