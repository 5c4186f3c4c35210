import type { Actor } from '../domain/actor.ts';
import { type CharterChoices, charterProblems, charterVersionOf } from '../domain/charter.ts';
import type { Reception } from '../infra/clock.ts';
import { prisma } from '../infra/prisma.ts';
import { dossierSituation } from '../queries/situation.ts';
import { orderDocument } from './document.ts';
import { journal } from './journal.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';

/** Issues the charter of a laureate: the choices and the words of the chosen version are frozen, then composed and sealed. */
export async function issueCharter(
  actor: Actor,
  dossierId: string,
  choices: CharterChoices,
  reception: Reception,
): Promise<Result<{ code: string }>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!loaded) return notFound;
    const { dossier, call, situation } = loaded;
    const refusal = refusalOf('issueCharter', situation);
    if (refusal) return refusal;
    const problems = charterProblems(call.definition, choices);
    const version = charterVersionOf(call.definition, choices.versionCode);
    if (!version || Object.keys(problems).length > 0) return refused('invalid', situation, problems);

    const title = `Charte ${dossier.number} – ${dossier.organisationName}`;
    const code = await orderDocument(transaction, dossierId, title, {
      kind: 'charter',
      data: {
        template: 'charter-1',
        fictitious: call.definition.fictitious,
        service: call.definition.contact.service,
        callTitle: call.definition.shortTitle,
        reference: dossier.number ?? '',
        title: version.title,
        organisationName: dossier.organisationName,
        territoryName: dossier.territoryName,
        version,
        chosenMeasures: [...new Set(choices.measureCodes)],
        signatories: choices.signatories,
        place: choices.place.trim(),
        signedOn: choices.signedOn,
        referent: choices.referent,
        issuedAt: situation.now.toISOString(),
      },
    });
    const data = { version: version.code, measures: choices.measureCodes, code };
    await journal(transaction, { act: 'issueCharter', actorId: actor.userId, callId: call.id, dossierId, data });
    return done({ code });
  });
}
