import type { Actor } from '../domain/actor.ts';
import { blockingGaps, type Gap } from '../domain/completeness.ts';
import { frenchClosing } from '../domain/dates.ts';
import type { DossierAnswers } from '../domain/form.ts';
import { identityOf, searchableText } from '../domain/identity.ts';
import { canonicalJson, type Snapshot, sameAnswers } from '../domain/snapshot.ts';
import { submittedFiles } from '../domain/submitted-files.ts';
import { submissionReceiptMail } from '../emails/submission-receipt.ts';
import type { Reception } from '../infra/clock.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { sha256 } from '../infra/sha256.ts';
import { currentAnswers } from '../queries/dossier-answers.ts';
import { type DossierSituation, dossierSituation } from '../queries/situation.ts';
import { lastSubmittedVersion } from '../queries/submitted.ts';
import { orderDocument } from './document.ts';
import { postMail } from './outbox.ts';
import { done, notFound, type Refused, type Result, refusalOf, refused } from './result.ts';
import { dossierPaper, receiptPaper } from './submission-papers.ts';

export type Submission = { number: string; version: number };
export type SubmissionRefused = Refused & { gaps?: Gap[] };

/**
 * Submits the dossier as it stands: everything is frozen under a fingerprint, a number and a receipt are given, all in
 * one transaction. Asking again for a version that already exists, or when nothing changed since the last one, gives
 * the same answer and creates nothing; a version beyond the next one is refused.
 * @param version the version the person means to create: one more than the last one they were shown.
 */
export async function submitDossier(
  actor: Actor,
  dossierId: string,
  version: number,
  reception: Reception,
): Promise<Result<Submission> | SubmissionRefused> {
  return prisma().$transaction(
    async (transaction) => {
      const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
      if (!loaded || refusalOf('viewDossier', loaded.situation)) return notFound;
      const { dossier, call } = loaded;
      if (dossier.number && version <= dossier.submittedVersion) return done({ number: dossier.number, version: dossier.submittedVersion });

      const answers = await currentAnswers(dossierId, transaction);
      const gaps = blockingGaps(call.definition, answers);
      const refusal = refusalOf('submitDossier', { ...loaded.situation, problems: gaps.length });
      if (refusal) return { ...refusal, gaps };

      const last = await lastSubmittedVersion(dossierId, transaction);
      if (dossier.number && last && sameAnswers(answers, last.snapshot.answers))
        return done({ number: dossier.number, version: last.version });
      if (version !== dossier.submittedVersion + 1) return refused('wrongStatus', loaded.situation);

      const snapshot = await freeze(transaction, loaded, actor, answers);
      return done(await announce(transaction, loaded, snapshot));
    },
    { timeout: 20_000 },
  );
}

type Frozen = { snapshot: Snapshot; sha256: string };

/** Writes the version that will never change, and moves the dossier to « déposé ». */
async function freeze(
  transaction: Transaction,
  { dossier, call, situation }: DossierSituation,
  actor: Actor,
  answers: DossierAnswers,
): Promise<Frozen> {
  const number = dossier.number ?? (await newNumber(transaction, call.definition.numberPrefix));
  const identity = identityOf(answers);
  const snapshot: Snapshot = {
    format: 'tani-dossier/1',
    callCode: call.definition.code,
    callFingerprint: call.fingerprint,
    dossierId: dossier.id,
    number,
    version: dossier.submittedVersion + 1,
    receivedAt: situation.now.toISOString(),
    submittedBy: { name: actor.name, email: actor.email },
    identity,
    categoryCode: dossier.categoryCode,
    answers,
    files: submittedFiles(call.definition, answers),
  };
  const fingerprint = sha256(canonicalJson(snapshot));
  await transaction.$executeRaw(Prisma.sql`
    WITH frozen AS (
      INSERT INTO dossier_versions (id, dossier_id, version, snapshot, definition_sha256, sha256, submitted_by_id, received_at)
      VALUES (gen_random_uuid(), ${dossier.id}::uuid, ${snapshot.version}, ${JSON.stringify(snapshot)}::jsonb, ${call.fingerprint}, ${fingerprint},
        ${actor.userId}::uuid, ${situation.now})
    ), told AS (
      INSERT INTO journal (act, actor_id, call_id, dossier_id, data)
      VALUES ('submitDossier', ${actor.userId}::uuid, ${call.id}::uuid, ${dossier.id}::uuid,
        jsonb_build_object('number', ${number}::text, 'version', ${snapshot.version}::int, 'sha256', ${fingerprint}::text))
    )
    UPDATE dossiers SET status = 'submitted', number = ${number}, submitted_version = ${snapshot.version}, submitted_at = ${situation.now},
      search_text = ${searchableText(identity, number)}, updated_at = clock_timestamp()
    WHERE id = ${dossier.id}::uuid`);
  return { snapshot, sha256: fingerprint };
}

/** Orders the papers and writes to every member of the dossier. */
async function announce(
  transaction: Transaction,
  { dossier, call }: DossierSituation,
  { snapshot, sha256: fingerprint }: Frozen,
): Promise<Submission> {
  const { number, version } = snapshot;
  await orderDocument(
    transaction,
    dossier.id,
    `Accusé de réception ${number}, version ${version}`,
    receiptPaper(call, snapshot, fingerprint),
  );
  await orderDocument(transaction, dossier.id, `Dossier ${number}, version ${version}`, dossierPaper(call, snapshot, fingerprint));
  const mail = submissionReceiptMail({
    number,
    version,
    callTitle: call.definition.shortTitle,
    organisationName: snapshot.identity.organisationName,
    receivedAt: new Date(snapshot.receivedAt),
    closingSentence: frenchClosing(call.closesAt),
    sha256: fingerprint,
    url: `${settings().PUBLIC_URL}/candidature/${dossier.id}/depot`,
    service: call.definition.contact.service,
  });
  const members = await transaction.dossierMember.findMany({
    where: { dossierId: dossier.id },
    select: { user: { select: { email: true } } },
  });
  for (const { user } of members) await postMail(transaction, user.email, mail, dossier.id);
  return { number, version };
}

async function newNumber(transaction: Transaction, prefix: string): Promise<string> {
  const [next] = await transaction.$queryRaw<{ value: bigint }[]>(Prisma.sql`SELECT nextval('dossier_number') AS value`);
  return `${prefix}-${String(next?.value ?? 0).padStart(4, '0')}`;
}
