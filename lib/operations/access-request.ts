import { type Actor, nameAndAddress } from '../domain/actor.ts';
import { identifierOfKey } from '../domain/organisation-identifier.ts';
import { maxRequestLength } from '../domain/team.ts';
import { cleanText, tooLongSentence } from '../domain/text.ts';
import { accessRequestMail } from '../emails/team.ts';
import { prisma } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { callById } from '../queries/call.ts';
import { isUuid } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { postMail } from './outbox.ts';
import { done, notFound, type Result, refused } from './result.ts';

/**
 * Asks to join the dossier a structure has already begun: a colleague did not know of it, or takes it over. Its leads
 * are told by mail; whoever has left can be replaced by the Mission's administrators.
 */
export async function askAccess(actor: Actor, callId: string, typed: { structure: string; message: string }): Promise<Result<null>> {
  const structure = identifierOfKey(typed.structure);
  const call = isUuid(callId) ? await callById(callId) : null;
  if (!call || !structure) return notFound;
  const message = cleanText(typed.message).trim();
  if (message === '')
    return refused('invalid', undefined, { message: 'Dites en une phrase qui vous êtes et pourquoi vous demandez cet accès.' });
  if (message.length > maxRequestLength) return refused('invalid', undefined, { message: tooLongSentence(maxRequestLength) });
  return prisma().$transaction(async (transaction) => {
    const dossier = await transaction.dossier.findUnique({
      where: { callId_identifierScheme_identifier: { callId, identifierScheme: structure.scheme, identifier: structure.value } },
      include: { members: { include: { user: { select: { email: true } } } } },
    });
    if (!dossier) return notFound;
    if (dossier.members.some(({ userId }) => userId === actor.userId)) return refused('alreadyMember');
    const { count } = await transaction.accessRequest.createMany({
      data: { dossierId: dossier.id, userId: actor.userId, message },
      skipDuplicates: true,
    });
    if (count === 0) return refused('alreadyAsked');
    const { shortTitle, contact } = call.definition;
    const url = `${settings().PUBLIC_URL}/candidature/${dossier.id}/equipe`;
    const about = { organisationName: dossier.organisationName, callTitle: shortTitle, service: contact.service, url };
    const mail = accessRequestMail({ ...about, asker: nameAndAddress(actor), message });
    for (const { role, user } of dossier.members) if (role === 'lead') await postMail(transaction, user.email, mail, dossier.id);
    await journal(transaction, { act: 'askAccess', actorId: actor.userId, callId, dossierId: dossier.id });
    return done(null);
  });
}
