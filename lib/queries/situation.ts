import 'server-only';
import type { Actor } from '../domain/actor.ts';
import type { AssistanceState } from '../domain/assisted-deposit.ts';
import type { Call } from '../domain/call.ts';
import type { DossierStatus } from '../domain/dossier-status.ts';
import type { LateAuthorisation } from '../domain/extension.ts';
import type { IdentifierScheme } from '../domain/organisation-identifier.ts';
import type { Situation } from '../domain/situation.ts';
import { type Reception, receivedAt } from '../infra/clock.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { callFromRow } from './call.ts';
import { closingOfDossier, joinAuthorisation } from './closing.ts';

/** The columns of a dossier that acts and pages need. */
export type DossierRow = {
  id: string;
  number: string | null;
  status: DossierStatus;
  identifierScheme: IdentifierScheme;
  identifier: string;
  organisationKind: string;
  organisationName: string;
  territoryName: string;
  population: number | null;
  categoryCode: string | null;
  /** Where an overseas territory is; null in metropolitan France or when it was not told. */
  placeCode: string | null;
  submittedVersion: number;
  submittedAt: Date | null;
};

/**
 * A dossier and everything an act on it is judged on, as they stand at one instant. The closing of `call` is the one that
 * holds for this dossier; `authorisation`: what makes it later than everybody’s.
 */
export type DossierSituation = {
  dossier: DossierRow;
  call: Call;
  situation: Situation & { dossier: object };
  authorisation: LateAuthorisation | null;
};

type Row = DossierRow & {
  callId: string;
  definitionSha256: string;
  fictitious: boolean;
  opensAt: Date | null;
  closesAt: Date;
  authorisedUntil: Date | null;
  authorisedAt: Date | null;
  authorisedFor: string | null;
  membership: 'lead' | 'contributor' | null;
  recused: boolean;
  approver: boolean;
  visaLacking: boolean;
  letterBeingSealed: boolean;
  ownReview: 'none' | 'draft' | 'delivered';
  deliveredReviews: number;
  selectionStatus: 'open' | 'frozen' | 'released' | null;
  frozenById: string | null;
  hasCharter: boolean;
  correction: { id: string; sections: string[]; dueAt: string } | null;
  assistance: AssistanceState | null;
  enteredById: string | null;
  now: Date;
};

/**
 * Reads the situation of one dossier for one actor, in one statement. Null when there is no such dossier; whether the
 * actor may know of it is for `obstacle` to say.
 * @param options.lock inside a transaction, keeps the dossier's row from changing until the end.
 */
export async function dossierSituation(
  actor: Actor | null,
  dossierId: string,
  reception: Reception,
  options: { transaction?: Transaction; lock?: boolean } = {},
): Promise<DossierSituation | null> {
  if (!isUuid(dossierId)) return null;
  const actorId = actor?.userId ?? null;
  const client = options.transaction ?? prisma();
  // A selection that is being frozen ends first; always before the dossier, as releasing does.
  if (options.lock)
    await client.$queryRaw(Prisma.sql`
      SELECT 1 FROM selections s JOIN dossiers d ON d.call_id = s.call_id AND d.category_code = s.category_code JOIN calls c ON c.id = d.call_id
      WHERE d.id = ${dossierId}::uuid AND c.closes_at <= clock_timestamp() FOR SHARE OF s`);
  // In a statement of its own: what the next one reads then includes all that the wait was for.
  if (options.lock) await client.$queryRaw(Prisma.sql`SELECT 1 FROM dossiers WHERE id = ${dossierId}::uuid FOR UPDATE`);
  const [row] = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT d.id, d.number, d.status, d.identifier_scheme AS "identifierScheme", d.identifier, d.place_code AS "placeCode", d.organisation_kind AS "organisationKind", d.organisation_name AS "organisationName",
      d.territory_name AS "territoryName", d.population, d.category_code AS "categoryCode",
      d.submitted_version AS "submittedVersion", d.submitted_at AS "submittedAt",
      c.id AS "callId", c.definition_sha256 AS "definitionSha256", c.fictitious, c.opens_at AS "opensAt", ${closingOfDossier} AS "closesAt",
      CASE WHEN late.until > c.closes_at THEN late.until END AS "authorisedUntil", late.given_at AS "authorisedAt", late.reason AS "authorisedFor",
      m.role AS membership, r.user_id IS NOT NULL AS recused,
      EXISTS (SELECT 1 FROM visas a WHERE a.dossier_id = d.id AND a.withdrawn_at IS NULL AND a.email = ${actor?.email ?? null}) AS approver,
      CASE WHEN d.visa_required THEN NOT EXISTS (
        SELECT 1 FROM visas g WHERE g.dossier_id = d.id AND g.withdrawn_at IS NULL AND g.answer = 'given'
          AND g.answers_sha256 = dossier_answers_sha256(d.id)) ELSE false END AS "visaLacking",
      EXISTS (SELECT 1 FROM issued_documents l WHERE l.dossier_id = d.id AND l.kind = 'letter' AND l.state = 'preparing') AS "letterBeingSealed",
      CASE WHEN own.id IS NULL THEN 'none' WHEN own.delivered_at IS NULL THEN 'draft' ELSE 'delivered' END AS "ownReview",
      (SELECT count(*)::int FROM reviews v WHERE v.dossier_id = d.id AND v.delivered_at IS NOT NULL) AS "deliveredReviews",
      s.status AS "selectionStatus", s.frozen_by_id AS "frozenById",
      EXISTS (SELECT 1 FROM issued_documents i WHERE i.dossier_id = d.id AND i.kind = 'charter') AS "hasCharter",
      (SELECT jsonb_build_object('id', q.id, 'dueAt', q.due_at, 'sections', jsonb_path_query_array(q.points, '$[*].section'))
        FROM correction_requests q WHERE q.dossier_id = d.id AND q.answered_at IS NULL AND q.withdrawn_at IS NULL
        ORDER BY q.asked_at DESC LIMIT 1) AS correction,
      a.state AS assistance, a.entered_by_id AS "enteredById",
      ${receivedAt(reception)} AS now
    FROM dossiers d
    JOIN calls c ON c.id = d.call_id
    ${joinAuthorisation}
    LEFT JOIN dossier_members m ON m.dossier_id = d.id AND m.user_id = ${actorId}::uuid
    LEFT JOIN recusals r ON r.dossier_id = d.id AND r.user_id = ${actorId}::uuid
    LEFT JOIN assisted_deposits a ON a.dossier_id = d.id
    LEFT JOIN reviews own ON own.dossier_id = d.id AND own.reviewer_id = ${actorId}::uuid
    LEFT JOIN selections s ON s.call_id = d.call_id AND s.category_code = d.category_code
    WHERE d.id = ${dossierId}::uuid`);
  if (!row) return null;
  const call = await callFromRow({ ...row, id: row.callId });
  const situation = {
    actor,
    now: row.now,
    call: { id: row.callId, opensAt: row.opensAt, closesAt: row.closesAt, fictitious: row.fictitious },
    dossier: {
      status: row.status,
      membership: row.membership,
      recused: row.recused,
      approver: row.approver,
      ownReview: row.ownReview,
      deliveredReviews: row.deliveredReviews,
      correction: row.correction && { ...row.correction, dueAt: new Date(row.correction.dueAt) },
      assistance: row.assistance && { state: row.assistance, byActor: row.enteredById === actorId },
    },
    selection: { status: row.selectionStatus ?? ('open' as const), frozenById: row.frozenById, actorRecusedInCategory: row.recused },
    reviewsPerDossier: call.definition.evaluation.reviewsPerDossier,
    hasCharter: row.hasCharter,
    visaLacking: row.visaLacking,
    letterBeingSealed: row.letterBeingSealed,
  };
  const { authorisedUntil: until, authorisedAt: givenAt, authorisedFor: reason } = row;
  const authorisation = until && givenAt && reason !== null ? { until, givenAt, reason } : null;
  return { dossier: row, call, situation, authorisation };
}

/** True for the text form of a UUID: anything else cannot name a row, and is simply not found. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
