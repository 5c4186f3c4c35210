import 'server-only';
import type { Snapshot } from '../domain/snapshot.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';

/** A frozen version with its fingerprint and the instants that prove it. */
export type SubmittedVersion = { snapshot: Snapshot; sha256: string; version: number; receivedAt: Date; recordedAt: Date };

/** The last submitted version of a dossier, which is the one that counts; null before the first. */
export async function lastSubmittedVersion(dossierId: string, transaction?: Transaction): Promise<SubmittedVersion | null> {
  const row = await (transaction ?? prisma()).dossierVersion.findFirst({ where: { dossierId }, orderBy: { version: 'desc' } });
  if (!row) return null;
  const { sha256, version, receivedAt, recordedAt } = row;
  return { snapshot: row.snapshot as unknown as Snapshot, sha256, version, receivedAt, recordedAt };
}

/** When a dossier was first received whole: corrections asked for later make nobody late. Null before the first version. */
export async function firstReceived(dossierId: string, transaction?: Transaction): Promise<Date | null> {
  const first = await (transaction ?? prisma()).dossierVersion.findFirst({
    where: { dossierId },
    orderBy: { version: 'asc' },
    select: { receivedAt: true },
  });
  return first?.receivedAt ?? null;
}

/** The frozen versions of a dossier, the last first, each with who submitted it. */
export async function submittedVersions(dossierId: string): Promise<SubmittedVersion[]> {
  const rows = await prisma().dossierVersion.findMany({ where: { dossierId }, orderBy: { version: 'desc' } });
  return rows.map(({ snapshot, ...row }) => ({ ...row, snapshot: snapshot as unknown as Snapshot }));
}
