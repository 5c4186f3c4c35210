import type { Actor } from '../domain/actor.ts';
import { type ActName, statusAfter } from '../domain/acts.ts';
import type { DossierAnswers } from '../domain/form.ts';
import { identityOf } from '../domain/identity.ts';
import { closingThere, placeOf } from '../domain/local-time.ts';
import { receiptMentions } from '../domain/receipt-mentions.ts';
import { canonicalJson, type Snapshot, snapshotIdentity } from '../domain/snapshot.ts';
import { submittedFiles } from '../domain/submitted-files.ts';
import type { MailContent } from '../emails/mail.ts';
import { type ReceiptMail, submissionReceiptMail } from '../emails/submission-receipt.ts';
import { Prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { sha256 } from '../infra/sha256.ts';
import { authorisationUsed } from '../queries/closing.ts';
import type { DossierSituation } from '../queries/situation.ts';
import type { SubmittedVersion } from '../queries/submitted.ts';
import { orderDocument } from './document.ts';
import { chosenCode, repeatedColumns } from './dossier-columns.ts';
import { postMail, postMailToMembers } from './outbox.ts';
import { dossierPaper, receiptPaper } from './submission-papers.ts';

export type Submission = { number: string; version: number };

/** What led to a version, when it is not a plain deposit before the closing. */
export type Deposit = {
  /** The act; its row says the status it leads to, if any. */
  act: ActName;
  /** The version that this one only completes with the support letter, which has a date of its own. */
  completes?: SubmittedVersion;
  /** What the receipt announces, in French sentences. */
  nextSteps?: string[];
  /** What the people of the dossier are written. */
  mail?: (receipt: ReceiptMail) => MailContent;
  /** Written to besides the people of the dossier. */
  alsoTo?: string;
  /** When it was received otherwise than by this request, and how. */
  arrival?: { receivedAt: Date; assisted: NonNullable<Snapshot['assisted']> };
};

/**
 * Writes the next version of a dossier, which will never change, moves the dossier to the status its act leads to, orders
 * its papers and writes to its people. It is the only way a version comes to exist. In the transaction of the act that
 * allows it, the dossier's row being locked, `answers` being complete and other than those of the last version.
 * @param answers everything the new version says, page by page.
 * @throws on a duplicate, when the answers name a structure that has another dossier in the call: see `isDuplicate`.
 */
export async function submitVersion(
  transaction: Transaction,
  loaded: DossierSituation,
  actor: Actor,
  answers: DossierAnswers,
  deposit: Deposit = { act: 'submitDossier' },
): Promise<Submission> {
  return announce(transaction, loaded, await freeze(transaction, loaded, actor, answers, deposit), deposit);
}

type Frozen = { snapshot: Snapshot; sha256: string };

async function freeze(
  transaction: Transaction,
  loaded: DossierSituation,
  actor: Actor,
  answers: DossierAnswers,
  { act, completes, arrival }: Deposit,
): Promise<Frozen> {
  const { dossier, call, situation } = loaded;
  const receivedAt = arrival?.receivedAt ?? situation.now;
  const number = dossier.number ?? (await newNumber(transaction, call.definition.numberPrefix));
  const snapshot: Snapshot = {
    format: 'tani-dossier/1',
    callCode: call.definition.code,
    callFingerprint: call.fingerprint,
    dossierId: dossier.id,
    number,
    version: dossier.submittedVersion + 1,
    receivedAt: receivedAt.toISOString(),
    submittedBy: { name: actor.name, email: actor.email },
    ...(arrival && { assisted: arrival.assisted }),
    identity: snapshotIdentity(identityOf(answers)),
    categoryCode: chosenCode(call.definition, answers),
    answers,
    files: submittedFiles(call.definition, answers),
    ...(completes && { completes: { version: completes.version, receivedAt: completes.snapshot.receivedAt } }),
  };
  const fingerprint = sha256(canonicalJson(snapshot));
  await transaction.$executeRaw(Prisma.sql`
    WITH frozen AS (
      INSERT INTO dossier_versions (id, dossier_id, version, snapshot, definition_sha256, sha256, submitted_by_id, received_at, recorded_at)
      VALUES (gen_random_uuid(), ${dossier.id}::uuid, ${snapshot.version}, ${JSON.stringify(snapshot)}::jsonb, ${call.fingerprint}, ${fingerprint},
        ${actor.userId}::uuid, ${receivedAt}, clock_timestamp())
    ), told AS (
      INSERT INTO journal (act, actor_id, call_id, dossier_id, data)
      VALUES (${act}, ${actor.userId}::uuid, ${call.id}::uuid, ${dossier.id}::uuid,
        jsonb_build_object('number', ${number}::text, 'version', ${snapshot.version}::int, 'sha256', ${fingerprint}::text))
    )
    UPDATE dossiers SET status = ${statusAfter(act) ?? dossier.status}::dossier_status, number = ${number}, submitted_version = ${snapshot.version},
      submitted_at = ${completes ? dossier.submittedAt : receivedAt}, updated_at = clock_timestamp() ${repeatedColumns(loaded, answers, number)}
    WHERE id = ${dossier.id}::uuid`);
  return { snapshot, sha256: fingerprint };
}

/** Orders the papers and writes to every member of the dossier. */
async function announce(
  transaction: Transaction,
  { dossier, call }: DossierSituation,
  { snapshot, sha256: fingerprint }: Frozen,
  { nextSteps, mail = submissionReceiptMail, alsoTo }: Deposit,
): Promise<Submission> {
  const { number, version } = snapshot;
  await orderDocument(
    transaction,
    dossier.id,
    `Accusé de réception ${number}, version ${version}`,
    receiptPaper(call, snapshot, fingerprint, { nextSteps, authorisation: await authorisationUsed(dossier.id, version, transaction) }),
  );
  await orderDocument(transaction, dossier.id, `Dossier ${number}, version ${version}`, dossierPaper(call, snapshot, fingerprint));
  const content = mail({
    number,
    version,
    callTitle: call.definition.shortTitle,
    organisationName: snapshot.identity.organisationName,
    receivedAt: new Date(snapshot.receivedAt),
    closingSentence: closingThere(call.closesAt, placeOf(dossier.placeCode)),
    sha256: fingerprint,
    url: `${settings().PUBLIC_URL}/candidature/${dossier.id}/depot`,
    service: call.definition.contact.service,
    mentions: receiptMentions(call.definition, new Date(snapshot.receivedAt), call.closesAt),
  });
  await postMailToMembers(transaction, dossier.id, content);
  if (alsoTo) await postMail(transaction, alsoTo, content, dossier.id);
  return { number, version };
}

async function newNumber(transaction: Transaction, prefix: string): Promise<string> {
  const [next] = await transaction.$queryRaw<{ value: bigint }[]>(Prisma.sql`SELECT nextval('dossier_number') AS value`);
  return `${prefix}-${String(next?.value ?? 0).padStart(4, '0')}`;
}
