import type { Actor } from '../domain/actor.ts';
import type { Reception } from '../infra/clock.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';
import { type DossierSituation, dossierSituation } from '../queries/situation.ts';
import { notFound, type Result } from './result.ts';

/** Loads the dossier under lock and runs the act in one transaction; not found when there is no such dossier. */
export function onDossier<T>(
  actor: Actor,
  dossierId: string,
  reception: Reception,
  act: (transaction: Transaction, loaded: DossierSituation) => Promise<Result<T>>,
): Promise<Result<T>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    return loaded ? act(transaction, loaded) : notFound;
  });
}
