import type { Actor } from '../domain/actor.ts';
import { placeOf } from '../domain/local-time.ts';
import type { Reception } from '../infra/clock.ts';
import { prisma } from '../infra/prisma.ts';
import { dossierSituation } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';

/** Says where the territory of a dossier is, so that its people are told its own hour; '' for metropolitan France. */
export async function setPlace(actor: Actor, dossierId: string, placeCode: string, reception: Reception): Promise<Result<null>> {
  const place = placeOf(placeCode);
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded) return notFound;
    const refusal = refusalOf('editDossier', loaded.situation);
    if (refusal) return refusal;
    if (!place && placeCode !== '') return refused('invalid', loaded.situation, { lieu: 'Choisissez un des territoires proposés.' });
    const data = { placeCode: place?.code ?? null };
    await transaction.dossier.update({ where: { id: dossierId }, data });
    await journal(transaction, { act: 'editDossier', actorId: actor.userId, callId: loaded.call.id, dossierId, data });
    return done(null);
  });
}
