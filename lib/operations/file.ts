import type { Actor } from '../domain/actor.ts';
import { type CallDefinition, sectionOf } from '../domain/call.ts';
import { openCorrection, writingAct } from '../domain/correction.ts';
import { draftProblems, type SectionAnswers } from '../domain/form.ts';
import { letterAnswers, letterPlaceOf, letterQuestions, letterUntil } from '../domain/letter-place.ts';
import type { QuestionOf } from '../domain/question.ts';
import type { FileAnswer } from '../domain/question-kinds.ts';
import { receiveFile } from '../exchange/received-file.ts';
import { turnsOfEach } from '../exchange/turns.ts';
import { type ReceivedForm, type ReceivedPdf, receiveForm } from '../exchange/uploaded-pdf.ts';
import type { Reception } from '../infra/clock.ts';
import { storeFromDisk } from '../infra/files.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { enqueue } from '../infra/queue.ts';
import { settings } from '../infra/settings.ts';
import { currentCall } from '../queries/call.ts';
import { type LetterSituation, withLetterDeadline } from '../queries/letter-situation.ts';
import { type DossierSituation, dossierSituation } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { completeSubmission, followsSubmission, putLetter, removeUnlessKept } from './letter-joining.ts';
import { done, notFound, type Refused, type Result, refusalOf, refused, writingRefusal } from './result.ts';

/** A heavy document of one person never keeps the others from having theirs looked at. */
const inTurnOfEach = turnsOfEach();
/** The name of no field: whatever file comes is let go. */
const NO_FILE = '';

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
): Promise<Result<ReceivedForm & { place: FilePlace; definition: CallDefinition; among?: readonly string[] }>> {
  const loaded = await dossierSituation(actor, dossierId, reception);
  if (!loaded) return notFound;
  const question = fileQuestionOf(loaded.call.definition, sectionCode);
  const { refusal } = await attachable(loaded, { sectionCode, questionCode: question?.code ?? '' });
  if (refusal) return refusal;
  if (!question) return notFound;
  const form = await inTurnOfEach(actor.userId, () => receiveForm(request, question.code, question.maxBytes, settings().APP_ROOT));
  return done({
    ...form,
    place: { sectionCode, questionCode: question.code },
    definition: loaded.call.definition,
    among: openCorrection(loaded.situation)?.sections,
  });
}

/**
 * The short texts of such a form posted by somebody who is not signed in any more, for them to find again: those of this
 * page in the current call, which is public, and the version they were written on. Its file is read to the end and kept
 * nowhere.
 */
export async function receiveShortTexts(sectionCode: string, request: Request): Promise<{ values: Record<string, string>; base: number }> {
  const definition = (await currentCall())?.definition;
  const question = definition && fileQuestionOf(definition, sectionCode);
  if (!question) return { values: {}, base: 0 };
  const { texts, discard } = await receiveFile(request, NO_FILE, question.maxBytes);
  await discard();
  const questions = sectionOf(definition, sectionCode)?.questions ?? [];
  const values = Object.fromEntries(
    questions.flatMap(({ kind, code }) => (kind === 'shortText' && texts.has(code) ? [[code, texts.get(code) ?? '']] : [])),
  );
  return { values, base: Number(texts.get('version')) };
}

/** What comes with a file: the other answers of its page, and the document that page showed (none: the empty text). */
export type BesideFile = { answers?: SectionAnswers; seen?: string };

/**
 * Attaches a received PDF. The file it replaces is removed, unless a submitted version holds it; it must be the one the
 * person saw. The support letter of a dossier submitted without it completes what was submitted, until its own date, and
 * takes along who signed.
 */
export async function attachFile(
  actor: Actor,
  dossierId: string,
  place: FilePlace,
  pdf: ReceivedPdf,
  reception: Reception,
  { answers: beside = {}, seen }: BesideFile = {},
): Promise<Result<FileAnswer>> {
  const found = await dossierSituation(actor, dossierId, reception);
  if (!found) return notFound;
  const { refusal, follows } = await attachable(found, place);
  if (refusal) return refusal;
  const { name, bytes, sha256, pages, signatures } = pdf;
  return prisma().$transaction(
    async (transaction) => {
      const loaded = follows ? await dossierSituation(actor, dossierId, reception, { transaction, lock: true }) : found;
      if (!loaded) return notFound;
      const late = follows ? await attachable(loaded, place, transaction) : { refusal: null, follows: null };
      if (late.refusal) return late.refusal; // another letter came first
      const problems = late.follows ? besideProblems(loaded, place, beside) : {};
      if (Object.keys(problems).length > 0) return refused('invalid', loaded.situation, problems);
      if (!(await stillExists(transaction, dossierId))) return notFound; // deleted while the file was coming
      const file = { dossierId, name, bytes, sha256, pages, signatures, mediaType: 'application/pdf', uploadedById: actor.userId };
      const fileId = await storeFromDisk(transaction, pdf.path, file);
      const attached: FileAnswer = { fileId, name, bytes, sha256, pages };
      if (!late.follows && seen !== undefined && ((await heldFile(transaction, dossierId, place))?.fileId ?? '') !== seen) {
        await removeUnlessKept(transaction, fileId);
        return refused('documentReplaced', loaded.situation);
      }
      if (late.follows) await followWithLetter(transaction, late.follows, actor, attached, beside);
      else await putFile(transaction, actor, dossierId, place, attached);
      const data = { section: place.sectionCode, question: place.questionCode, sha256, bytes };
      const act = late.follows ? 'attachLateLetter' : writingAct(loaded.situation);
      await journal(transaction, { act, actorId: actor.userId, callId: loaded.call.id, dossierId, data });
      return done(attached);
    },
    { timeout: 30_000 },
  );
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
  if (replaced) await removeUnlessKept(transaction, replaced.fileId);
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
    if (removed) await removeUnlessKept(transaction, removed.fileId);
    const data = { section: place.sectionCode, question: place.questionCode, removed: true };
    await journal(transaction, { act: writingAct(loaded.situation), actorId: actor.userId, callId: loaded.call.id, dossierId, data });
  });
  return done(null);
}

/**
 * Whether a file may be attached at this place now. `follows`: it is the support letter of a dossier submitted without
 * it, in a call that gives the letter its own date, so it makes a version of its own.
 */
async function attachable(
  loaded: DossierSituation,
  place: FilePlace,
  transaction?: Transaction,
): Promise<{ refusal: Refused | null; follows: LetterSituation | null }> {
  const edit = writingRefusal(loaded.situation, place.sectionCode);
  // What the Mission asked to correct is deposited with the other corrections.
  if (openCorrection(loaded.situation)?.sections.includes(place.sectionCode)) return { refusal: edit, follows: null };
  const isLetter = letterPlaceOf(loaded.call.definition)?.questionCode === place.questionCode;
  if (!isLetter || letterUntil(loaded.call) === null) return { refusal: edit, follows: null };
  const letter = await withLetterDeadline(loaded, transaction);
  if (!followsSubmission(letter)) return { refusal: edit, follows: null };
  const refusal = edit && refusalOf('attachLateLetter', letter.situation);
  return { refusal, follows: letter };
}

/** Puts the letter in the dossier and in a new version of it. */
async function followWithLetter(
  transaction: Transaction,
  loaded: LetterSituation,
  actor: Actor,
  file: FileAnswer,
  beside: SectionAnswers,
): Promise<void> {
  const text = (code: string) => (typeof beside[code] === 'string' ? (beside[code] as string).trim() : '');
  const signed = { name: text(letterQuestions.name), mandate: text(letterQuestions.mandate) };
  const answers = letterAnswers(loaded.call.definition, file, signed.name ? signed : null);
  const replaced = await putLetter(transaction, loaded, { answers, userId: actor.userId, silently: true });
  if (replaced) await removeUnlessKept(transaction, replaced.fileId);
  await enqueue(transaction, 'renderPages', { fileId: file.fileId });
  await completeSubmission(transaction, loaded, actor, loaded.situation.now, answers);
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
  const before = await heldFile(transaction, dossierId, { sectionCode, questionCode });
  const patch = JSON.stringify({ [questionCode]: answer });
  await transaction.$executeRaw(Prisma.sql`
    INSERT INTO dossier_sections (dossier_id, code, answers, updated_at, updated_by_id)
    VALUES (${dossierId}::uuid, ${sectionCode}, ${patch}::jsonb, clock_timestamp(), ${actor.userId}::uuid)
    ON CONFLICT (dossier_id, code) DO UPDATE SET answers = dossier_sections.answers || excluded.answers,
      version = dossier_sections.version + 1, updated_at = excluded.updated_at, updated_by_id = excluded.updated_by_id`);
  return before;
}

/** Keeps the dossier from being deleted until the end, and nothing else. */
async function stillExists(transaction: Transaction, dossierId: string): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>(Prisma.sql`SELECT 1 FROM dossiers WHERE id = ${dossierId}::uuid FOR KEY SHARE`);
  return rows.length > 0;
}

/** The file at this place, which keeps from changing until the end: the dossier is held first, as in every act on it. */
async function heldFile(
  transaction: Prisma.TransactionClient,
  dossierId: string,
  { sectionCode, questionCode }: FilePlace,
): Promise<FileAnswer | null> {
  await transaction.$queryRaw(Prisma.sql`SELECT 1 FROM dossiers WHERE id = ${dossierId}::uuid FOR NO KEY UPDATE`);
  const [row] = await transaction.$queryRaw<{ answer: FileAnswer | null }[]>(Prisma.sql`
    SELECT answers -> ${questionCode} AS answer FROM dossier_sections WHERE dossier_id = ${dossierId}::uuid AND code = ${sectionCode} FOR UPDATE`);
  return row?.answer ?? null;
}

/** What cannot stand among the texts sent with a letter that follows: they are frozen at once. */
function besideProblems({ call }: DossierSituation, { sectionCode }: FilePlace, answers: SectionAnswers): Record<string, string> {
  const section = sectionOf(call.definition, sectionCode);
  const { name, mandate } = letterQuestions;
  const kept = Object.fromEntries(Object.entries(answers).filter(([code]) => code === name || code === mandate));
  return section ? draftProblems(section, kept) : {};
}
