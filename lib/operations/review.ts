import { z } from 'zod';
import type { Actor } from '../domain/actor.ts';
import { type CallDefinition, type Category, categoryOf } from '../domain/call.ts';
import { recapOf } from '../domain/form.ts';
import { type CriterionReview, findingValues, locateQuote, type Passage, reviewGaps, reviewLimits } from '../domain/review.ts';
import { tooLongSentence } from '../domain/text.ts';
import type { Reception } from '../infra/clock.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { type DossierSituation, dossierSituation } from '../queries/situation.ts';
import { lastSubmittedVersion } from '../queries/submitted.ts';
import { journal } from './journal.ts';
import { done, notFound, type Refused, type Result, refusalOf, refused } from './result.ts';

/** A review as its form posts it: quotes are words only, their place is looked up. */
export type PostedReview = {
  baseVersion: number;
  comment: string;
  rows: { criterionCode: string; finding: string; comment: string; quotes: string[]; appreciation: string }[];
};

/** Saves the draft of the actor's own review. Quotes the dossier does not contain are refused, with every word kept on screen. */
export function saveReview(
  actor: Actor,
  dossierId: string,
  posted: PostedReview,
  reception: Reception,
): Promise<Result<{ version: number }>> {
  return writeReview(actor, dossierId, posted, reception, 'writeReview');
}

/** Delivers the actor's own review: it no longer changes, and the reviews of the others become readable. */
export function deliverReview(
  actor: Actor,
  dossierId: string,
  posted: PostedReview,
  reception: Reception,
): Promise<Result<{ version: number }>> {
  return writeReview(actor, dossierId, posted, reception, 'deliverReview');
}

/** Withdraws the actor from judging this dossier: it no longer exists for them, and their draft is removed. */
export async function recuse(actor: Actor, dossierId: string, reason: string, reception: Reception): Promise<Result<null>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded) return notFound;
    const refusal = refusalOf('recuse', loaded.situation);
    if (refusal) return refusal;
    if (loaded.situation.dossier.ownReview === 'delivered') return refused('reviewDelivered', loaded.situation);
    await transaction.recusal.create({ data: { dossierId, userId: actor.userId, reason: reason.slice(0, reviewLimits.comment) } });
    await transaction.review.deleteMany({ where: { dossierId, reviewerId: actor.userId, deliveredAt: null } });
    await journal(transaction, { act: 'recuse', actorId: actor.userId, callId: loaded.call.id, dossierId });
    return done(null);
  });
}

async function writeReview(
  actor: Actor,
  dossierId: string,
  posted: PostedReview,
  reception: Reception,
  act: 'writeReview' | 'deliverReview',
): Promise<Result<{ version: number }>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: act === 'deliverReview' });
    if (!loaded) return notFound;
    const category = categoryOf(loaded.call.definition, loaded.dossier.categoryCode);
    const mayWrite = refusalOf('writeReview', loaded.situation);
    if (mayWrite || !category) return mayWrite ?? notFound;

    const submitted = await lastSubmittedVersion(dossierId, transaction);
    if (!submitted) return notFound;
    const passages = passagesOf(loaded.call.definition, submitted.snapshot.answers);
    const { rows, problems } = readRows(category, loaded.call.definition, posted, passages);
    if (act === 'deliverReview') Object.assign(problems, { ...reviewGaps(category, rows), ...problems });
    if (Object.keys(problems).length > 0) return refused('invalid', loaded.situation, problems);

    const version = await store(transaction, actor, loaded, posted, rows, submitted.version, act === 'deliverReview');
    return version === null ? conflictWithItself(loaded) : done({ version });
  });
}

/** One statement: the review guarded by its version, its findings, and the journal when it is delivered. */
async function store(
  transaction: Transaction,
  actor: Actor,
  { dossier, call }: DossierSituation,
  posted: PostedReview,
  rows: CriterionReview[],
  dossierVersion: number,
  deliver: boolean,
): Promise<number | null> {
  const [written] = await transaction.$queryRaw<{ version: number }[]>(Prisma.sql`
    WITH review AS (
      INSERT INTO reviews (id, dossier_id, reviewer_id, comment, dossier_version, updated_at, delivered_at)
      VALUES (gen_random_uuid(), ${dossier.id}::uuid, ${actor.userId}::uuid, ${posted.comment}, ${dossierVersion}, clock_timestamp(),
        CASE WHEN ${deliver} THEN clock_timestamp() END)
      ON CONFLICT (dossier_id, reviewer_id) DO UPDATE SET comment = excluded.comment, dossier_version = excluded.dossier_version,
        version = reviews.version + 1, updated_at = excluded.updated_at, delivered_at = excluded.delivered_at
        WHERE reviews.version = ${posted.baseVersion} AND reviews.delivered_at IS NULL
      RETURNING id, version
    ), findings AS (
      INSERT INTO review_findings (review_id, criterion_code, finding, comment, evidence, appreciation)
      SELECT review.id, r."criterionCode", r.finding::finding, r.comment, r.evidence, r.appreciation
      FROM review, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r("criterionCode" text, finding text, comment text, evidence jsonb, appreciation int)
      ON CONFLICT (review_id, criterion_code) DO UPDATE SET finding = excluded.finding, comment = excluded.comment,
        evidence = excluded.evidence, appreciation = excluded.appreciation
    ), told AS (
      INSERT INTO journal (act, actor_id, call_id, dossier_id)
      SELECT 'deliverReview', ${actor.userId}::uuid, ${call.id}::uuid, ${dossier.id}::uuid FROM review WHERE ${deliver}
    )
    SELECT version FROM review`);
  return written?.version ?? null;
}

function conflictWithItself({ situation }: DossierSituation): Refused {
  return refused('conflict', situation, {
    version: 'Cette évaluation a été modifiée dans une autre fenêtre. Rechargez la page dans un nouvel onglet pour comparer.',
  });
}

/** Everything a reader can quote: the written answers, question by question. */
function passagesOf(definition: CallDefinition, answers: Parameters<typeof recapOf>[1]): Passage[] {
  return recapOf(definition, answers).flatMap(({ section, questions }) =>
    questions.map(({ question, lines }) => ({ sectionCode: section.code, questionCode: question.code, text: lines.join('\n\n') })),
  );
}

function readRows(category: Category, definition: CallDefinition, posted: PostedReview, passages: Passage[]) {
  const problems: Record<string, string> = {};
  if (posted.comment.length > reviewLimits.comment) problems.comment = tooLongSentence(reviewLimits.comment);
  const rows = category.criteria.map((criterion): CriterionReview => {
    const row = posted.rows.find((r) => r.criterionCode === criterion.code);
    const quotes = (row?.quotes ?? []).map((quote) => quote.trim().slice(0, reviewLimits.quote).toWellFormed()).filter(Boolean);
    // A passage still being typed is kept as it is; it must be found in the dossier when the review is delivered.
    const evidence = quotes
      .slice(0, reviewLimits.quotesPerCriterion)
      .map((quote) => locateQuote(quote, passages) ?? { quote, sectionCode: '', questionCode: '' });
    const comment = row?.comment ?? '';
    if (comment.length > reviewLimits.comment) problems[criterion.code] = tooLongSentence(reviewLimits.comment);
    const finding = z.enum(findingValues).safeParse(row?.finding).data ?? null;
    const appreciation = readAppreciation(row?.appreciation ?? '', definition.evaluation.maxAppreciation);
    return { criterionCode: criterion.code, finding, comment, evidence, appreciation };
  });
  return { rows, problems };
}

function readAppreciation(typed: string, max: number): number | null {
  return /^\d$/.test(typed) && Number(typed) <= max ? Number(typed) : null;
}
