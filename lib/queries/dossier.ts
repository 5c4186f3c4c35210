import 'server-only';
import type { Actor } from '../domain/actor.ts';
import { obstacle } from '../domain/acts.ts';
import type { Section } from '../domain/call.ts';
import { correctedAnswers, openCorrection } from '../domain/correction.ts';
import { type DossierStatus, statusForCandidate } from '../domain/dossier-status.ts';
import type { DossierAnswers } from '../domain/form.ts';
import { type Phase, phaseAt } from '../domain/phase.ts';
import { sameAnswers } from '../domain/snapshot.ts';
import type { Reception } from '../infra/clock.ts';
import { prisma } from '../infra/prisma.ts';
import { closingsOf } from './closing.ts';
import { type PendingCorrection, pendingCorrection } from './correction.ts';
import { type SavedPages, savedPages } from './dossier-answers.ts';
import { type DossierSituation, dossierSituation } from './situation.ts';
import { lastSubmittedVersion, type SubmittedVersion } from './submitted.ts';

export type MyDossier = {
  id: string;
  number: string | null;
  /** As its own people are told. */
  shown: { status: DossierStatus; label: string };
  /** Something was written since the last deposit. */
  changed: boolean;
  organisationName: string;
  callId: string;
  callTitle: string;
  /** The closing that holds for this dossier: an individual authorisation may make it later than everybody’s. */
  closesAt: Date;
  updatedAt: Date;
};

/** The dossiers this person takes part in, the last touched first. */
export async function myDossiers(actor: Actor, now: Date): Promise<MyDossier[]> {
  const rows = await prisma().dossier.findMany({
    where: { members: { some: { userId: actor.userId } } },
    orderBy: { updatedAt: 'desc' },
    include: { call: { include: { definition: true } } },
  });
  const closings = await closingsOf(rows.map(({ id }) => id));
  return Promise.all(
    rows.map(async ({ id, number, status, organisationName, updatedAt, callId, call }) => {
      const closesAt = closings.get(id) ?? call.closesAt;
      return {
        id,
        number,
        shown: statusForCandidate(status, phaseAt({ ...call, closesAt }, now)),
        changed: (await writings(id)).changed,
        organisationName,
        callId,
        updatedAt,
        callTitle: (call.definition.content as { shortTitle: string }).shortTitle,
        closesAt,
      };
    }),
  );
}

/** What is written now, what was last submitted, and whether they differ. */
type Writings = SavedPages & { submitted: SubmittedVersion | null; changed: boolean };

/**
 * A dossier as its own people see it. `counting`: the answers that count for the reader of its pages, which are those
 * being written until the closing, and the submitted ones after it, but for the pages being corrected. `changes`: the
 * pages that differ from the submitted version; while corrections are open, those to correct only.
 */
export type OwnDossier = DossierSituation &
  Writings & { phase: Phase; counting: DossierAnswers; changes: Section[]; correction: PendingCorrection | null };

/** The dossier for one of its members; null for anybody else, as if it did not exist. */
export async function ownDossier(actor: Actor, dossierId: string, reception: Reception): Promise<OwnDossier | null> {
  const loaded = await dossierSituation(actor, dossierId, reception);
  if (!loaded || obstacle('viewDossier', loaded.situation)) return null;
  const { now, call, dossier } = loaded.situation;
  const asked = dossier.status === 'submitted' ? dossier.correction : null;
  const [written, correction] = await Promise.all([writings(dossierId), asked && pendingCorrection(asked.id, now)]);
  const phase = phaseAt(call, now);
  const { answers, submitted } = written;
  const standing = submitted?.snapshot.answers ?? {};
  const open = asked && openCorrection(loaded.situation);
  const counting = phase === 'closed' && submitted ? correctedAnswers(standing, answers, open?.sections ?? []) : answers;
  const compared = open ? counting : answers;
  const changes = loaded.call.definition.sections.filter(
    ({ code }) => submitted !== null && !sameAnswers({ [code]: compared[code] ?? {} }, { [code]: standing[code] ?? {} }),
  );
  return { ...loaded, ...written, changed: changes.length > 0, changes, correction, phase, counting };
}

/** Why and when a dossier was taken out of the call, and by whom; null when it stands. */
export type OwnWithdrawal = { reason: string; withdrawnAt: Date; by: string };

/** The withdrawal of a dossier that is withdrawn now. Whether the reader may see the dossier is for the caller to have asked. */
export async function withdrawalOf({ id, status }: { id: string; status: DossierStatus }): Promise<OwnWithdrawal | null> {
  if (status !== 'withdrawn') return null;
  const row = await prisma().withdrawal.findFirst({ where: { dossierId: id }, orderBy: [{ withdrawnAt: 'desc' }, { id: 'desc' }] });
  const person = row && (await prisma().user.findUnique({ where: { id: row.withdrawnById }, select: { name: true, email: true } }));
  return row && { reason: row.reason, withdrawnAt: row.withdrawnAt, by: person?.name || person?.email || '' };
}

async function writings(dossierId: string): Promise<Writings> {
  const [saved, submitted] = await Promise.all([savedPages(dossierId), lastSubmittedVersion(dossierId)]);
  return { ...saved, submitted, changed: submitted !== null && !sameAnswers(saved.answers, submitted.snapshot.answers) };
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
