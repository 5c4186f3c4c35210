import type { Actor } from '../domain/actor.ts';
import { type CallDefinition, sectionOf } from '../domain/call.ts';
import { writingAct } from '../domain/correction.ts';
import type { QuestionOf } from '../domain/question.ts';
import type { FileAnswer } from '../domain/question-kinds.ts';
import { type ReceivedForm, type ReceivedPdf, receiveForm } from '../exchange/uploaded-pdf.ts';
import type { Reception } from '../infra/clock.ts';
import { storeFromDisk } from '../infra/files.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { enqueue } from '../infra/queue.ts';
import { settings } from '../infra/settings.ts';
import { dossierSituation } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { done, notFound, type Result, writingRefusal } from './result.ts';

/** Which question of which page. */
export type FilePlace = { sectionCode: string; questionCode: string };

/**
 * Receives the form of a page that holds a file question, if this person may write there: nothing of the body is read
 * otherwise. The texts and the file are then saved by their own operations; call `discard` at the end.
 */
export async function receiveSectionForm(
  actor: Actor,
  dossierId: string,
  sectionCode: string,
  request: Request,
  reception: Reception,
): Promise<Result<ReceivedForm & { place: FilePlace; definition: CallDefinition }>> {
  const loaded = await dossierSituation(actor, dossierId, reception);
  if (!loaded) return notFound;
  const refusal = writingRefusal(loaded.situation, sectionCode);
  if (refusal) return refusal;
  const question = fileQuestionOf(loaded.call.definition, sectionCode);
  if (!question) return notFound;
  const form = await receiveForm(request, question.code, question.maxBytes, settings().APP_ROOT);
  return done({ ...form, place: { sectionCode, questionCode: question.code }, definition: loaded.call.definition });
}

/** Attaches a received PDF. The file it replaces is removed, unless a submitted version holds it. */
export async function attachFile(
  actor: Actor,
  dossierId: string,
  place: FilePlace,
  pdf: ReceivedPdf,
  reception: Reception,
): Promise<Result<FileAnswer>> {
  const loaded = await dossierSituation(actor, dossierId, reception);
  if (!loaded) return notFound;
  const refusal = writingRefusal(loaded.situation, place.sectionCode);
  if (refusal) return refusal;
  const { name, bytes, sha256, pages, signatures } = pdf;
  const answer = await prisma().$transaction(
    async (transaction) => {
      const file = { dossierId, name, bytes, sha256, pages, signatures, mediaType: 'application/pdf', uploadedById: actor.userId };
      const fileId = await storeFromDisk(transaction, pdf.path, file);
      const attached: FileAnswer = { fileId, name, bytes, sha256, pages };
      await putFile(transaction, actor, dossierId, place, attached);
      const data = { section: place.sectionCode, question: place.questionCode, sha256, bytes };
      await journal(transaction, { act: writingAct(loaded.situation), actorId: actor.userId, callId: loaded.call.id, dossierId, data });
      return attached;
    },
    { timeout: 30_000 },
  );
  return done(answer);
}

/** Writes a stored PDF as the answer to a question, in the caller's transaction; what it replaces goes, unless it was submitted. */
export async function putFile(
  transaction: Transaction,
  actor: Actor,
  dossierId: string,
  place: FilePlace,
  file: FileAnswer,
): Promise<void> {
  const replaced = await putAnswer(transaction, actor, dossierId, place, file);
  if (replaced) await removeUnlessSubmitted(transaction, replaced.fileId);
  await enqueue(transaction, 'renderPages', { fileId: file.fileId });
}

/** Takes a file out of a draft. */
export async function detachFile(actor: Actor, dossierId: string, place: FilePlace, reception: Reception): Promise<Result<null>> {
  const loaded = await dossierSituation(actor, dossierId, reception);
  if (!loaded) return notFound;
  const refusal = writingRefusal(loaded.situation, place.sectionCode);
  if (refusal) return refusal;
  if (fileQuestionOf(loaded.call.definition, place.sectionCode)?.code !== place.questionCode) return notFound;
  await prisma().$transaction(async (transaction) => {
    const removed = await putAnswer(transaction, actor, dossierId, place, null);
    if (removed) await removeUnlessSubmitted(transaction, removed.fileId);
    const data = { section: place.sectionCode, question: place.questionCode, removed: true };
    await journal(transaction, { act: writingAct(loaded.situation), actorId: actor.userId, callId: loaded.call.id, dossierId, data });
  });
  return done(null);
}

function fileQuestionOf(definition: CallDefinition, sectionCode: string): QuestionOf<'file'> | null {
  const questions = sectionOf(definition, sectionCode)?.questions ?? [];
  return questions.find((question): question is QuestionOf<'file'> => question.kind === 'file') ?? null;
}

/** Writes the answer beside the others of its page and returns the file it replaces. */
async function putAnswer(
  transaction: Prisma.TransactionClient,
  actor: Actor,
  dossierId: string,
  { sectionCode, questionCode }: FilePlace,
  answer: FileAnswer | null,
): Promise<FileAnswer | null> {
  const [before] = await transaction.$queryRaw<{ answer: FileAnswer | null }[]>(Prisma.sql`
    SELECT answers -> ${questionCode} AS answer FROM dossier_sections WHERE dossier_id = ${dossierId}::uuid AND code = ${sectionCode} FOR UPDATE`);
  const patch = JSON.stringify({ [questionCode]: answer });
  await transaction.$executeRaw(Prisma.sql`
    INSERT INTO dossier_sections (dossier_id, code, answers, updated_at, updated_by_id)
    VALUES (${dossierId}::uuid, ${sectionCode}, ${patch}::jsonb, clock_timestamp(), ${actor.userId}::uuid)
    ON CONFLICT (dossier_id, code) DO UPDATE SET answers = dossier_sections.answers || excluded.answers,
      version = dossier_sections.version + 1, updated_at = excluded.updated_at, updated_by_id = excluded.updated_by_id`);
  return before?.answer ?? null;
}

async function removeUnlessSubmitted(transaction: Prisma.TransactionClient, fileId: string): Promise<void> {
  await transaction.$executeRaw(Prisma.sql`
    DELETE FROM stored_files f WHERE f.id = ${fileId}::uuid AND NOT EXISTS (
      SELECT 1 FROM dossier_versions v WHERE v.dossier_id = f.dossier_id
        AND jsonb_path_exists(v.snapshot, '$.files[*] ? (@.fileId == $id)', jsonb_build_object('id', f.id)))`);
}
