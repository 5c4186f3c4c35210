import type { Actor } from '../domain/actor.ts';
import { mergeAnswers } from '../domain/form.ts';
import type { ImportChoices } from '../domain/import/choices.ts';
import { type PieceQuestion, servedBy } from '../domain/import/pieces.ts';
import { takingOf } from '../domain/import/taking.ts';
import type { Reception } from '../infra/clock.ts';
import { storeAsPiece } from '../infra/files.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';
import { savedPages } from '../queries/dossier-answers.ts';
import { type DocumentImport, documentImport } from '../queries/import.ts';
import { type DossierSituation, dossierSituation } from '../queries/situation.ts';
import { isDuplicate, writeSection } from './dossier.ts';
import { putFile } from './file.ts';
import { journal } from './journal.ts';
import { done, notFound, type Refused, type Result, refusalOf, refused } from './result.ts';

/** What was chosen, the version of each page the choice was made beside, and that of the kept choices that were seen. */
export type PostedChoices = { choices: ImportChoices; versions: Readonly<Record<string, number>>; seen: number };
/**
 * `pages`: those that somebody saved meanwhile. `kept`: what was chosen is kept, to be seen again beside them; it is not
 * when somebody else has kept other choices since.
 */
export type TakingRefused = Refused & { pages?: string[]; kept?: boolean };

/**
 * Takes the chosen answers into the dossier, all of them at once or none. The reading then goes; when something is to be
 * seen to first, every choice and every corrected text is kept with it.
 */
export async function takeAnswers(
  actor: Actor,
  dossierId: string,
  importId: string,
  posted: PostedChoices,
  reception: Reception,
): Promise<Result<{ taken: number }> | TakingRefused> {
  try {
    return await prisma().$transaction(async (transaction) => {
      const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
      if (!loaded) return notFound;
      const refusal = refusalOf('takeAnswers', loaded.situation);
      if (refusal) return refusal;
      const read = await documentImport(dossierId, importId, transaction);
      if (!read) return notFound;
      return take(transaction, actor, loaded, read, posted);
    }, TAKING);
  } catch (error) {
    if (error instanceof Overtaken) return keeping(dossierId, importId, posted, refused('conflict'), error.pages);
    if (isDuplicate(error)) return keeping(dossierId, importId, posted, refused('alreadyExists'));
    throw error;
  }
}

/** Keeps what was chosen so far with the reading; the dossier does not change. */
export async function keepChoices(
  actor: Actor,
  dossierId: string,
  importId: string,
  posted: PostedChoices,
  reception: Reception,
): Promise<Result<null>> {
  const loaded = await dossierSituation(actor, dossierId, reception);
  if (!loaded) return notFound;
  const refusal = refusalOf('takeAnswers', loaded.situation);
  if (refusal) return refusal;
  if (await storeChoices(prisma(), dossierId, importId, posted)) return done(null);
  return (await documentImport(dossierId, importId)) ? refused('choicesOvertaken', loaded.situation) : notFound;
}

/** Copying a document of 20 MB takes a moment. */
const TAKING = { timeout: 30_000 };

/** A page was saved by somebody else between the moment it was shown and now. */
class Overtaken extends Error {
  readonly pages: string[];
  constructor(pages: string[]) {
    super('a page was saved meanwhile');
    this.pages = pages;
  }
}

async function take(
  transaction: Transaction,
  actor: Actor,
  loaded: DossierSituation,
  read: DocumentImport,
  posted: PostedChoices,
): Promise<Result<{ taken: number }> | TakingRefused> {
  const { choices, versions } = posted;
  const { dossier, call, situation } = loaded;
  const saved = await savedPages(dossier.id, transaction);
  const { sections, problems, taken } = takingOf(call.definition, saved.answers, read.reading, choices);
  const pieces = servedBy(call.definition, read.file).filter(({ place }) => choices.pieces.includes(place));
  const touched = new Set([...Object.keys(sections), ...pieces.map(({ sectionCode }) => sectionCode)]);
  const overtaken = [...touched].filter((code) => (saved.versions[code] ?? 0) !== (versions[code] ?? 0));
  if (overtaken.length > 0) throw new Overtaken(overtaken);
  const kept = () => storeChoices(transaction, dossier.id, read.id, posted);
  if (Object.keys(problems).length > 0) return { ...refused('invalid', situation, problems), kept: await kept() };
  if (taken + pieces.length === 0) return { ...refused('nothingChosen', situation), kept: await kept() };
  for (const [code, answers] of Object.entries(sections)) {
    const merged = mergeAnswers(saved.answers[code] ?? {}, answers);
    const written = await writeSection(actor, loaded, code, merged, versions[code] ?? 0, { client: transaction, isTold: false });
    if (!written) throw new Overtaken([code]);
  }
  for (const piece of pieces) await serveAsPiece(transaction, actor, dossier.id, read, piece);
  await transaction.documentImport.delete({ where: { id: read.id } });
  if (!choices.keepsOriginal) await transaction.storedFile.delete({ where: { id: read.file.fileId }, select: { id: true } });
  const data = { sha256: read.file.sha256, sections: Object.keys(sections), answers: taken, pieces: pieces.map((p) => p.question.code) };
  await journal(transaction, { act: 'takeAnswers', actorId: actor.userId, callId: call.id, dossierId: dossier.id, data });
  return done({ taken });
}

/** Gives a copy of the document as the answer to a question: replacing one piece leaves the others as they are. */
async function serveAsPiece(
  transaction: Transaction,
  actor: Actor,
  dossierId: string,
  { file }: DocumentImport,
  { sectionCode, question }: PieceQuestion,
): Promise<void> {
  const { name, bytes, sha256, pages } = file;
  const fileId = await storeAsPiece(transaction, file.fileId, actor.userId);
  await putFile(transaction, actor, dossierId, { sectionCode, questionCode: question.code }, { fileId, name, bytes, sha256, pages });
}

async function keeping(
  dossierId: string,
  importId: string,
  posted: PostedChoices,
  refusal: Refused,
  pages?: string[],
): Promise<TakingRefused> {
  const kept = await storeChoices(prisma(), dossierId, importId, posted);
  return { ...refusal, kept, ...(pages && { pages }) };
}

/** False when the document is gone, or when other choices were kept since those that were seen. The same ones again are no others. */
async function storeChoices(client: Transaction, dossierId: string, importId: string, { choices, seen }: PostedChoices): Promise<boolean> {
  const stored = await client.$executeRaw`
    UPDATE document_imports SET choices = ${JSON.stringify(choices)}::jsonb, choices_version = choices_version + 1
    WHERE id = ${importId}::uuid AND dossier_id = ${dossierId}::uuid
      AND (choices_version = ${seen} OR choices = ${JSON.stringify(choices)}::jsonb)`;
  return stored > 0;
}
