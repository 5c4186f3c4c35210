import 'server-only';
import { type AskedCorrection, type CorrectionPoint, correctionState, unchangedPages } from '../domain/correction.ts';
import type { DossierAnswers } from '../domain/form.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { prisma } from '../infra/prisma.ts';

/** Everything the Mission asked to correct in a dossier, the last first. Whether the reader may know is for the caller to have asked. */
export async function askedCorrections(dossierId: string, now: Date): Promise<AskedCorrection[]> {
  const rows = await prisma().correctionRequest.findMany({ where: { dossierId }, orderBy: { askedAt: 'desc' } });
  if (rows.length === 0) return [];
  const ids = rows.flatMap(({ askedById, withdrawnById }) => [askedById, ...(withdrawnById ? [withdrawnById] : [])]);
  const people = await prisma().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, email: true } });
  const nameOf = (id: string | null) =>
    people.filter((person) => person.id === id).map(({ name, email }) => name || email)[0] ?? 'La Mission';
  const answersOf = await answersByVersion(dossierId, rows);
  return rows.map((row) => ({
    id: row.id,
    points: row.points as CorrectionPoint[],
    state: correctionState(row, now),
    dueAt: row.dueAt,
    askedAt: row.askedAt,
    by: nameOf(row.askedById),
    version: row.dossierVersion,
    answeredVersion: row.answeredVersion,
    unchanged:
      row.answeredVersion === null
        ? []
        : unchangedPages(row.points as CorrectionPoint[], answersOf(row.dossierVersion), answersOf(row.answeredVersion)),
    withdrawal: row.withdrawnAt && { reason: row.withdrawalReason ?? '', at: row.withdrawnAt, by: nameOf(row.withdrawnById) },
  }));
}

/** The answers of the versions that requests are about: those that were read, those that answer. */
async function answersByVersion(
  dossierId: string,
  requests: readonly { dossierVersion: number; answeredVersion: number | null }[],
): Promise<(version: number) => DossierAnswers> {
  const answered = requests.flatMap(({ dossierVersion, answeredVersion }) => (answeredVersion ? [dossierVersion, answeredVersion] : []));
  const versions = answered.length ? await prisma().dossierVersion.findMany({ where: { dossierId, version: { in: answered } } }) : [];
  return (wanted) => (versions.find(({ version }) => version === wanted)?.snapshot as unknown as Snapshot | undefined)?.answers ?? {};
}

/** What the Mission asked and the candidates have not answered: its words, its due date, and whether it is too late. */
export type PendingCorrection = { points: CorrectionPoint[]; dueAt: Date; state: 'open' | 'overdue' };

/** The words of the request an act on the dossier is judged on. */
export async function pendingCorrection(requestId: string, now: Date): Promise<PendingCorrection> {
  const row = await prisma().correctionRequest.findUniqueOrThrow({ where: { id: requestId } });
  return { points: row.points as CorrectionPoint[], dueAt: row.dueAt, state: now < row.dueAt ? 'open' : 'overdue' };
}
