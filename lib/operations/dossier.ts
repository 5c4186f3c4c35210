import type { Actor } from '../domain/actor.ts';
import { type Call, categoryOf, identitySection, type Section, sectionOf } from '../domain/call.ts';
import { correctedAnswers, openCorrection, writingAct } from '../domain/correction.ts';
import { draftProblems, formContext, mergeAnswers, type SectionAnswers } from '../domain/form.ts';
import { identityOf, identityProblems } from '../domain/identity.ts';
import type { FormContext } from '../domain/kind.ts';
import { placeOf, placeOfCode } from '../domain/local-time.ts';
import type { RegistryExtract } from '../domain/registry/structure.ts';
import { canonicalJson } from '../domain/snapshot.ts';
import { type Reception, receivedAt } from '../infra/clock.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { callById } from '../queries/call.ts';
import { currentAnswers, lastWriter, type SavedSection, savedSection } from '../queries/dossier-answers.ts';
import { registryExtract } from '../queries/registry.ts';
import { type DossierSituation, dossierSituation, isUuid } from '../queries/situation.ts';
import { lastSubmittedVersion } from '../queries/submitted.ts';
import { identifierColumns, identityColumns, repeatedColumns } from './dossier-columns.ts';
import { journal } from './journal.ts';
import { actsLastHour } from './recent-acts.ts';
import { done, notFound, type Refused, type Result, refusalOf, refused, writingRefusal } from './result.ts';

/** `own`: the dossier of this structure that the person already takes part in. */
export type CreationRefused = Refused & { own?: string };

/** What is known of a new dossier beside its answers: the structure chosen in the registry, where an overseas territory is. */
export type CreationContext = { registryKey?: string | null; placeCode?: string | null };

/**
 * Starts the dossier of a structure; the person who starts it is its lead. One dossier per call and structure. What the
 * registry said of it is kept as it was.
 */
export async function createDossier(
  actor: Actor,
  callId: string,
  answers: SectionAnswers,
  reception: Reception,
  { registryKey, placeCode }: CreationContext = {},
): Promise<Result<{ dossierId: string }> | CreationRefused> {
  const call = isUuid(callId) ? await callById(callId) : null;
  if (!call) return notFound;
  const [clock] = await prisma().$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT ${receivedAt(reception)} AS now`);
  const situation = {
    actor,
    now: clock?.now ?? call.closesAt,
    call: { ...call, fictitious: call.definition.fictitious },
    actsLastHour: await actsLastHour(prisma(), { act: 'createDossier', actorId: actor.userId }),
  };
  const refusal = refusalOf('createDossier', situation);
  if (refusal) return refusal;
  const problems = newDossierProblems(call, answers);
  if (Object.keys(problems).length > 0) return refused('invalid', situation, problems);
  const { identifier } = identityOf({ [identitySection]: answers });

  const extract = registryKey ? await registryExtract(registryKey) : null;
  const place = placeOf(placeCode) ?? placeOfCode(extract?.departments[0]?.code ?? '');
  try {
    const dossierId = await prisma().$transaction(async (transaction) => {
      const id = await insertDossier(transaction, call, answers, actor, { placeCode: place?.code ?? null, extract });
      await transaction.dossierMember.create({ data: { dossierId: id, userId: actor.userId, role: 'lead' } });
      await journal(transaction, { act: 'createDossier', actorId: actor.userId, callId: call.id, dossierId: id });
      return id;
    });
    return done({ dossierId });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const mine = { callId: call.id, ...identifierColumns(identifier), members: { some: { userId: actor.userId } } };
    const own = await prisma().dossier.findFirst({ where: mine, select: { id: true } });
    return own ? { ...refused('ownAlreadyExists', situation), own: own.id } : refused('alreadyExists', situation);
  }
}

/** What prevents a dossier from being started with these answers, by question. */
export function newDossierProblems({ definition }: Call, answers: SectionAnswers): Record<string, string> {
  const section = sectionOf(definition, identitySection);
  return { ...identityProblems(definition, { [identitySection]: answers }), ...(section && draftProblems(section, answers)) };
}

/**
 * Writes a new dossier with its first page, and nobody in it yet. Returns its identifier.
 * @throws on a duplicate, when the structure has a dossier already: see `isDuplicate`.
 */
export async function insertDossier(
  transaction: Transaction,
  call: Call,
  answers: SectionAnswers,
  writer: Actor,
  { placeCode = null, extract = null }: { placeCode?: string | null; extract?: RegistryExtract | null } = {},
): Promise<string> {
  const { id } = await transaction.dossier.create({
    data: {
      callId: call.id,
      ...identityColumns(identityOf({ [identitySection]: answers }), null),
      placeCode,
      ...(extract && { registryExtract: { create: { content: extract } } }),
      sections: { create: { code: identitySection, answers: answers as Prisma.InputJsonObject, updatedById: writer.userId } },
    },
    select: { id: true },
  });
  return id;
}

/** What a save gave: the new version, or both texts when somebody saved in between. */
export type SaveRefused = Refused & { current?: SavedMeanwhile };
/** The version saved in between, by whom; `now`: the instant it is told. */
export type SavedMeanwhile = SavedSection & { section: Section; by: { userId: string; name: string } | null; now: Date };
export type SaveResult = { ok: true; value: { version: number; savedAt: Date } } | SaveRefused;
/** What was posted on a page, read once it is known what the page asks. */
export type PostedSection = (section: Section, context: FormContext) => SectionAnswers;

/** More deposits than this between the reading and the writing of one page are no accident. */
const MOST_TRIES = 3;

/**
 * Saves one page of the form, complete or not. `baseVersion` is the version the person started from: when it is no
 * longer the last one, nothing is written and the saved text comes back beside theirs.
 */
export async function saveSection(
  actor: Actor,
  dossierId: string,
  sectionCode: string,
  posted: SectionAnswers | PostedSection,
  baseVersion: number,
  reception: Reception,
  tries = MOST_TRIES,
): Promise<SaveResult> {
  if (!isUuid(dossierId)) return notFound;
  // Read together, for the time it saves: this is asked at every pause of every candidate.
  const [loaded, saved] = await Promise.all([dossierSituation(actor, dossierId, reception), savedSection(dossierId, sectionCode)]);
  if (!loaded) return notFound;
  const refusal = writingRefusal(loaded.situation, sectionCode);
  if (refusal) return refusal;
  const { definition } = loaded.call;
  const section = sectionOf(definition, sectionCode);
  if (!section) return notFound;
  const context = await writingContext(loaded);
  const given = typeof posted === 'function' ? posted(section, context) : posted;
  const problems = draftProblems(section, given);
  if (Object.keys(problems).length > 0) return refused('invalid', loaded.situation, problems);

  const answers = mergeAnswers(saved.answers, given);
  // What comes from a former call is saved again as it is by whoever finds it still true.
  if (saved.version > 0 && saved.reusedFrom === null && canonicalJson(answers) === canonicalJson(saved.answers)) {
    return done({ version: saved.version, savedAt: saved.updatedAt ?? loaded.situation.now });
  }
  const { now } = loaded.situation;
  const conflict = async (current: SavedSection): Promise<SaveRefused> => ({
    ...refused('conflict', loaded.situation),
    current: { ...current, section, by: await lastWriter(dossierId, sectionCode), now },
  });
  if (saved.version !== baseVersion) return conflict(saved);
  try {
    const written = await writeSection(actor, loaded, sectionCode, answers, baseVersion);
    if (written) return done({ version: written.version, savedAt: written.savedAt });
    const current = await savedSection(dossierId, sectionCode);
    if (current.version !== baseVersion) return conflict(current);
    // Submitted since it was read: the page is saved anew, on what the dossier has become.
    return tries > 1 ? saveSection(actor, dossierId, sectionCode, posted, baseVersion, reception, tries - 1) : conflict(current);
  } catch (error) {
    if (isDuplicate(error)) return refused('alreadyExists', loaded.situation);
    throw error;
  }
}

/** The category being written: once a dossier is submitted, its columns tell the submitted one. */
async function writingContext({ dossier, call: { definition }, situation }: DossierSituation): Promise<FormContext> {
  if (dossier.submittedVersion === 0) return { definition, category: categoryOf(definition, dossier.categoryCode) };
  const written = await currentAnswers(dossier.id);
  const correction = openCorrection(situation);
  if (!correction) return formContext(definition, written);
  const submitted = (await lastSubmittedVersion(dossier.id))?.snapshot.answers ?? {};
  return formContext(definition, correctedAnswers(submitted, written, correction.sections));
}

/**
 * One statement for the whole act: the row guarded by its version, the columns lists need, the journal. The dossier's row is
 * held first, as every act on a dossier does. Null when another version was saved meanwhile, or when the dossier was
 * submitted meanwhile, which changes what its columns tell: nothing is written.
 * @param options.isTold false when the act has its own line in the journal.
 */
export async function writeSection(
  { userId }: Actor,
  loaded: DossierSituation,
  code: string,
  answers: SectionAnswers,
  baseVersion: number,
  { client = prisma(), isTold = true }: { client?: Transaction; isTold?: boolean } = {},
) {
  const { dossier, call } = loaded;
  const columns = dossier.submittedVersion === 0 ? repeatedColumns(loaded, { [code]: answers }) : Prisma.empty;
  const [written] = await client.$queryRaw<{ version: number; savedAt: Date }[]>(Prisma.sql`
    WITH held AS (
      SELECT id FROM dossiers WHERE id = ${dossier.id}::uuid AND submitted_version = ${dossier.submittedVersion} FOR NO KEY UPDATE
    ), saved AS (
      INSERT INTO dossier_sections (dossier_id, code, answers, updated_at, updated_by_id)
      SELECT id, ${code}, ${JSON.stringify(answers)}::jsonb, clock_timestamp(), ${userId}::uuid FROM held
      ON CONFLICT (dossier_id, code) DO UPDATE
        SET answers = excluded.answers, version = dossier_sections.version + 1, updated_at = excluded.updated_at, updated_by_id = excluded.updated_by_id,
          reused_from = NULL
        WHERE dossier_sections.version = ${baseVersion}
      RETURNING version, updated_at
    ), touched AS (
      UPDATE dossiers SET updated_at = clock_timestamp() ${columns} WHERE id = ${dossier.id}::uuid AND EXISTS (SELECT 1 FROM saved)
    ), told AS (
      INSERT INTO journal (act, actor_id, call_id, dossier_id, data)
      SELECT ${writingAct(loaded.situation)}, ${userId}::uuid, ${call.id}::uuid, ${dossier.id}::uuid, jsonb_build_object('section', ${code}::text, 'version', version) FROM saved WHERE ${isTold}
    )
    SELECT version, updated_at AS "savedAt" FROM saved`);
  return written ?? null;
}

/** True when the structure already has a dossier in this call. */
export function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  // A statement written in SQL tells the same thing elsewhere than one written with the client.
  const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: { cause?: { originalCode?: string } } };
  return error.code === 'P2002' || driverAdapterError?.cause?.originalCode === '23505';
}
