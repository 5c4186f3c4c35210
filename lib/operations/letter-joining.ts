import type { Actor } from '../domain/actor.ts';
import { openCorrection } from '../domain/correction.ts';
import { frenchInstantToTheSecond } from '../domain/dates.ts';
import type { SectionAnswers } from '../domain/form.ts';
import type { Official } from '../domain/letter.ts';
import { letterAnswers, letterPlaceOf } from '../domain/letter-place.ts';
import { signatureLines } from '../domain/letter-text.ts';
import type { FileAnswer } from '../domain/question-kinds.ts';
import { letterJoinedMail } from '../emails/letter-team.ts';
import { receive } from '../infra/clock.ts';
import { Prisma, type Transaction } from '../infra/prisma.ts';
import { enqueue } from '../infra/queue.ts';
import { type LetterSituation, withLetterDeadline } from '../queries/letter-situation.ts';
import { dossierSituation } from '../queries/situation.ts';
import { tellWhoAsked } from './correction-mails.ts';
import { journal } from './journal.ts';
import { submitVersion } from './submitted-version.ts';

/**
 * Puts the sealed letter in its dossier, in the transaction that seals it: it answers the question that asks for it, with
 * who signed. When the dossier was submitted without it, it completes what was submitted.
 */
export async function joinSealedLetter(transaction: Transaction, documentCode: string, file: FileAnswer): Promise<void> {
  const confirmation = await transaction.letterConfirmation.findUniqueOrThrow({
    where: { documentCode },
    include: { request: { include: { requestedBy: true } } },
  });
  const { official } = confirmation.evidence as unknown as { official: Official };
  const found = await dossierSituation(null, confirmation.dossierId, receive(), { transaction, lock: true });
  const loaded = found && (await withLetterDeadline(found, transaction));
  if (!loaded) throw new Error('a letter was asked for in this dossier');
  const signed = { name: official.name, mandate: signatureLines(official).join(', ') };
  const answers = letterAnswers(loaded.call.definition, file, signed);
  const { requestedBy } = confirmation.request;
  const completes = followsSubmission(loaded);
  const replaced = await putLetter(transaction, loaded, { answers, userId: requestedBy.id, silently: completes });
  if (replaced) await removeUnlessKept(transaction, replaced.fileId);
  await enqueue(transaction, 'renderPages', { fileId: file.fileId });
  const section = letterPlaceOf(loaded.call.definition)?.sectionCode ?? '';
  const data = { section, document: documentCode, sha256: file.sha256 };
  await journal(transaction, { act: 'letterJoined', actorId: null, callId: loaded.call.id, dossierId: loaded.dossier.id, data });
  if (!completes) return;
  const actor = { userId: requestedBy.id, name: loaded.last?.snapshot.submittedBy.name ?? '', email: requestedBy.email, grants: [] };
  const submitter = { ...actor, email: loaded.last?.snapshot.submittedBy.email ?? actor.email };
  await completeSubmission(transaction, loaded, submitter, confirmation.confirmedAt, answers);
}

/** True when the dossier was submitted without its letter, which may still complete it. */
export function followsSubmission({ dossier, lacking }: LetterSituation): boolean {
  return lacking && dossier.status === 'submitted';
}

/**
 * A new frozen version: the same answers as the last one, and the letter.
 * @param receivedAt when the letter was confirmed, or its upload received.
 */
export async function completeSubmission(
  transaction: Transaction,
  loaded: LetterSituation,
  actor: Actor,
  receivedAt: Date,
  answers: SectionAnswers,
): Promise<void> {
  const { last, call, situation } = loaded;
  const sectionCode = letterPlaceOf(call.definition)?.sectionCode;
  if (!last || !sectionCode) return;
  const submitted = last.snapshot.answers;
  const completed = { ...submitted, [sectionCode]: { ...submitted[sectionCode], ...answers } };
  const submission = await submitVersion(transaction, { ...loaded, situation: { ...situation, now: receivedAt } }, actor, completed, {
    act: 'attachLateLetter',
    completes: last,
    mail: (receipt) => letterJoinedMail({ ...receipt, completed: last.version }),
    nextSteps: [
      `La lettre de soutien complète la version ${last.version}, reçue le ${frenchInstantToTheSecond(last.receivedAt)}\u00a0: le reste du dossier est inchangé.`,
      'Après la clôture, la Mission vérifie que le dossier est éligible et recevable, puis au moins deux personnes l’évaluent séparément.',
      'La décision vous sera notifiée par courriel et dans votre espace, avec ses raisons.',
    ],
  });
  const asked = openCorrection(situation);
  if (!asked?.sections.every((code) => code === sectionCode)) return;
  // Nothing else was asked for: there is nothing left to deposit.
  const { askedById } = await transaction.correctionRequest.update({
    where: { id: asked.id },
    data: { answeredVersion: submission.version, answeredAt: situation.now },
    select: { askedById: true },
  });
  await tellWhoAsked(transaction, loaded, askedById, submission);
}

type Put = { answers: SectionAnswers; userId: string; silently: boolean };

/**
 * Writes the letter beside the other answers of its page and returns the file it replaces. `silently`: it completes what
 * was submitted, so it is no change still to be submitted.
 */
export async function putLetter(
  transaction: Transaction,
  { dossier, call }: LetterSituation,
  { answers, userId, silently }: Put,
): Promise<FileAnswer | null> {
  const place = letterPlaceOf(call.definition);
  if (!place) return null; // the call asks for no letter
  const { sectionCode, questionCode } = place;
  const [before] = await transaction.$queryRaw<{ answer: FileAnswer | null }[]>(Prisma.sql`
    SELECT answers -> ${questionCode} AS answer FROM dossier_sections WHERE dossier_id = ${dossier.id}::uuid AND code = ${sectionCode} FOR UPDATE`);
  const written = silently && dossier.submittedAt ? Prisma.sql`${dossier.submittedAt}` : Prisma.sql`clock_timestamp()`;
  await transaction.$executeRaw(Prisma.sql`
    INSERT INTO dossier_sections (dossier_id, code, answers, updated_at, updated_by_id)
    VALUES (${dossier.id}::uuid, ${sectionCode}, ${JSON.stringify(answers)}::jsonb, ${written}, ${userId}::uuid)
    ON CONFLICT (dossier_id, code) DO UPDATE SET answers = dossier_sections.answers || excluded.answers,
      version = dossier_sections.version + 1, updated_at = ${silently ? Prisma.sql`dossier_sections.updated_at` : Prisma.sql`excluded.updated_at`},
      updated_by_id = excluded.updated_by_id`);
  return before?.answer ?? null;
}

/** Removes a file nothing holds any more: neither a submitted version nor an issued paper. */
export async function removeUnlessKept(transaction: Transaction, fileId: string): Promise<void> {
  await transaction.$executeRaw(Prisma.sql`
    DELETE FROM stored_files f WHERE f.id = ${fileId}::uuid
      AND NOT EXISTS (SELECT 1 FROM issued_documents i WHERE i.file_id = f.id)
      AND NOT EXISTS (SELECT 1 FROM dossier_versions v WHERE v.dossier_id = f.dossier_id
        AND jsonb_path_exists(v.snapshot, '$.files[*] ? (@.fileId == $id)', jsonb_build_object('id', f.id)))`);
}
