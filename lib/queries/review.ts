import 'server-only';
import { obstacle } from '../domain/acts.ts';
import type { Finding } from '../domain/finding-labels.ts';
import type { Evidence } from '../domain/review.ts';
import { prisma } from '../infra/prisma.ts';
import type { DossierSituation } from './situation.ts';

export type ReviewRow = {
  criterionCode: string;
  finding: Finding | null;
  comment: string;
  evidence: Evidence[];
  appreciation: number | null;
};
export type OwnReview = { version: number; comment: string; delivered: boolean; rows: ReviewRow[] };
export type DeliveredReview = { reviewer: string; deliveredAt: Date; comment: string; rows: ReviewRow[] };

/** The reader's own review of a dossier, begun or not. */
export async function ownReview(dossierId: string, reviewerId: string): Promise<OwnReview> {
  const review = await prisma().review.findUnique({
    where: { dossierId_reviewerId: { dossierId, reviewerId } },
    include: { findings: true },
  });
  if (!review) return { version: 0, comment: '', delivered: false, rows: [] };
  return { version: review.version, comment: review.comment, delivered: review.deliveredAt !== null, rows: review.findings.map(asRow) };
}

/** The reviews delivered on a dossier; null for who may not read them yet, notably who has to give theirs first. */
export async function deliveredReviews({ dossier, situation }: DossierSituation): Promise<DeliveredReview[] | null> {
  if (obstacle('readReviews', situation) !== null) return null;
  const reviews = await prisma().review.findMany({
    where: { dossierId: dossier.id, deliveredAt: { not: null } },
    orderBy: { deliveredAt: 'asc' },
    include: { findings: true, reviewer: { select: { name: true, email: true } } },
  });
  return reviews.map(({ reviewer, deliveredAt, comment, findings }) => ({
    reviewer: reviewer.name || reviewer.email,
    deliveredAt: deliveredAt as Date,
    comment,
    rows: findings.map(asRow),
  }));
}

/** What the Mission has decided about a dossier so far, and who decided it. */
export async function examinationDecisions(dossierId: string) {
  const [eligibility, admissibility, categoryChange, settled] = await Promise.all([
    prisma().eligibility.findUnique({ where: { dossierId } }),
    prisma().admissibility.findUnique({ where: { dossierId } }),
    prisma().categoryChange.findUnique({ where: { dossierId } }),
    prisma().settledFinding.findMany({ where: { dossierId } }),
  ]);
  const authors = [eligibility, admissibility, categoryChange].map((decision) => decision?.decidedById);
  const nameOf = await namesOf([...authors, ...settled.map(({ settledById }) => settledById)]);
  const signed = <D extends { decidedById: string }>(decision: D | null) => decision && { ...decision, by: nameOf(decision.decidedById) };
  return {
    eligibility: signed(eligibility),
    admissibility: signed(admissibility),
    categoryChange: signed(categoryChange),
    settled: settled.map((finding) => ({ ...finding, by: nameOf(finding.settledById) })),
  };
}

/** The names of these people, or their address where they gave none. */
async function namesOf(ids: readonly (string | undefined)[]): Promise<(id: string) => string> {
  const users = await prisma().user.findMany({
    where: { id: { in: ids.filter((id) => id !== undefined) } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(users.map(({ id, name, email }) => [id, name || email]));
  return (id) => names.get(id) ?? '';
}

function asRow(row: {
  criterionCode: string;
  finding: Finding | null;
  comment: string;
  evidence: unknown;
  appreciation: number | null;
}): ReviewRow {
  return {
    criterionCode: row.criterionCode,
    finding: row.finding,
    comment: row.comment,
    evidence: row.evidence as Evidence[],
    appreciation: row.appreciation,
  };
}
