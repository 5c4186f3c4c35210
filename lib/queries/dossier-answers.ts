import 'server-only';
import type { DossierAnswers, SectionAnswers } from '../domain/form.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';

/** One page of the form as it is saved. Version 0: never saved; `reusedFrom`: the year its answers come from, to be brought up to date. */
export type SavedSection = { answers: SectionAnswers; version: number; updatedAt: Date | null; reusedFrom: string | null };

/** The answers saved on one page. */
export async function savedSection(dossierId: string, code: string): Promise<SavedSection> {
  const row = await prisma().dossierSection.findUnique({ where: { dossierId_code: { dossierId, code } } });
  return row
    ? { answers: row.answers as SectionAnswers, version: row.version, updatedAt: row.updatedAt, reusedFrom: row.reusedFrom }
    : { answers: {}, version: 0, updatedAt: null, reusedFrom: null };
}

/**
 * Every page of a dossier as it is saved at one instant. `versions` guard the next save of what is shown: read apart from
 * the answers, one could be the version of a text nobody has seen. `reusedFrom`: as in `SavedSection`.
 */
export type SavedPages = { answers: DossierAnswers; versions: Record<string, number>; reusedFrom: Record<string, string | null> };

/** Every page of a dossier with its version, in one statement. */
export async function savedPages(dossierId: string, transaction?: Transaction): Promise<SavedPages> {
  const rows = await (transaction ?? prisma()).dossierSection.findMany({ where: { dossierId } });
  return {
    answers: Object.fromEntries(rows.map(({ code, answers }) => [code, answers as SectionAnswers])),
    versions: Object.fromEntries(rows.map(({ code, version }) => [code, version])),
    reusedFrom: Object.fromEntries(rows.map(({ code, reusedFrom }) => [code, reusedFrom])),
  };
}

/** Who saved this page last; null when nobody has. */
export async function lastWriter(dossierId: string, code: string): Promise<{ userId: string; name: string } | null> {
  const [row] = await prisma().$queryRaw<{ userId: string; name: string }[]>(Prisma.sql`
    SELECT u.id AS "userId", coalesce(nullif(u.name, ''), u.email) AS name
    FROM dossier_sections s JOIN users u ON u.id = s.updated_by_id
    WHERE s.dossier_id = ${dossierId}::uuid AND s.code = ${code}`);
  return row ?? null;
}

/** All the answers of a dossier, page by page, as they are now. */
export async function currentAnswers(dossierId: string, transaction?: Transaction): Promise<DossierAnswers> {
  const rows = await (transaction ?? prisma()).dossierSection.findMany({ where: { dossierId }, select: { code: true, answers: true } });
  return Object.fromEntries(rows.map(({ code, answers }) => [code, answers as SectionAnswers]));
}
