import 'server-only';
import type { Actor } from '../domain/actor.ts';
import { isRegisterCode, officialNameKey, registerLabels } from '../domain/elected-register.ts';
import { prisma } from '../infra/prisma.ts';
import { administersEverything } from './administration.ts';

export type LoadedRegister = { code: string; label: string; fileName: string; publishedOn: Date; rows: number; loadedAt: Date };

/** The files of the Répertoire national des élus that are loaded; none for who does not administer everything. */
export async function loadedRegisters(actor: Actor): Promise<LoadedRegister[]> {
  if (!administersEverything(actor)) return [];
  const rows = await prisma().officialRegister.findMany({ orderBy: { code: 'asc' } });
  return rows.map(({ code, fileName, publishedOn, rows: count, loadedAt }) => ({
    code,
    label: isRegisterCode(code) ? registerLabels[code] : code,
    fileName,
    publishedOn,
    rows: count,
    loadedAt,
  }));
}

/** Who bears a name in the Répertoire. `known` false: no file is loaded, so nothing can be said. */
export type RegisterMatch = { known: boolean; matches: { name: string; held: string; place: string; publishedOn: Date }[] };

/** Looks for a name: namesakes are all told, since the name alone is compared. */
export async function registeredAs(name: string): Promise<RegisterMatch> {
  const nameKey = officialNameKey(name);
  const [loaded, rows] = await Promise.all([
    prisma().officialRegister.count(),
    nameKey
      ? prisma().registeredOfficial.findMany({ where: { nameKey }, include: { register: true }, orderBy: { id: 'asc' }, take: 6 })
      : [],
  ]);
  const matches = rows.map(({ name: found, held, place, register }) => ({ name: found, held, place, publishedOn: register.publishedOn }));
  return { known: loaded > 0, matches };
}
