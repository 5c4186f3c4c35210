import 'server-only';
import type { Actor } from '../domain/actor.ts';
import { obstacle } from '../domain/acts.ts';
import { type PdfSignature, readSignatures } from '../domain/signature.ts';
import { receive } from '../infra/clock.ts';
import { Prisma, prisma } from '../infra/prisma.ts';
import { dossierSituation } from './situation.ts';

/** A page of a file that has its picture. */
export type PageSize = { page: number; width: number; height: number };
/** Another dossier, which this reader may read, that holds the very same file. */
export type OtherUse = { label: string; callTitle: string; href: string };
/** What is shown of an attached file beside its name. */
export type PieceView = { pictures: PageSize[]; signatures: PdfSignature[]; otherUses: OtherUse[] };

/** More than this tells nothing more. */
const MAX_OTHER_USES = 5;

/** The pages, the signatures and the other uses of a file; whether the reader may see the file is for the caller to have asked. */
export async function pieceView(
  actor: Actor,
  dossierId: string,
  { fileId, sha256 }: { fileId: string; sha256: string },
): Promise<PieceView> {
  const [pictures, file, otherUses] = await Promise.all([
    pageSizes(fileId),
    prisma().storedFile.findUnique({ where: { id: fileId }, select: { signatures: true } }),
    otherUsesOf(actor, dossierId, sha256),
  ]);
  return { pictures, signatures: readSignatures(file?.signatures), otherUses };
}

/** Which pages of a file already have their picture, with their sizes. */
export async function pageSizes(fileId: string): Promise<PageSize[]> {
  return prisma().pageImage.findMany({ where: { fileId }, orderBy: { page: 'asc' }, select: { page: true, width: true, height: true } });
}

/** A letter is written for one candidature: the same bytes in another dossier are told to those who may read both. */
async function otherUsesOf(actor: Actor, dossierId: string, sha256: string): Promise<OtherUse[]> {
  const rows = await prisma().$queryRaw<{ id: string; submitted: boolean }[]>(Prisma.sql`
    SELECT d.id, EXISTS (SELECT 1 FROM dossier_versions v WHERE v.dossier_id = d.id
      AND jsonb_path_exists(v.snapshot, '$.files[*] ? (@.sha256 == $sha)', jsonb_build_object('sha', ${sha256}::text))) AS submitted
    FROM dossiers d WHERE d.id <> ${dossierId}::uuid AND EXISTS (SELECT 1 FROM stored_files f WHERE f.dossier_id = d.id AND f.sha256 = ${sha256})
    ORDER BY d.id LIMIT ${MAX_OTHER_USES}`);
  const uses = await Promise.all(rows.map(({ id, submitted }) => otherUse(actor, id, submitted)));
  return uses.filter((use) => use !== null);
}

/** A draft that was replaced before the deposit is nobody's business but its own people's. */
async function otherUse(actor: Actor, dossierId: string, submitted: boolean): Promise<OtherUse | null> {
  const loaded = await dossierSituation(actor, dossierId, receive());
  if (!loaded) return null;
  const { number, organisationName } = loaded.dossier;
  const shown = { label: number ? `${number}, ${organisationName}` : organisationName, callTitle: loaded.call.definition.shortTitle };
  if (obstacle('viewDossier', loaded.situation) === null) return { ...shown, href: `/candidature/${dossierId}` };
  if (submitted && obstacle('examineDossier', loaded.situation) === null) return { ...shown, href: `/instruction/${dossierId}` };
  return null;
}
