import { type Actor, nameAndAddress } from '../domain/actor.ts';
import { isAwaited, letterAfter, type Official, officialProblems, readOfficial } from '../domain/letter.ts';
import { letterTextProblem, readLetterText } from '../domain/letter-text.ts';
import { cleanPersonName, personNameProblem } from '../domain/person-name.ts';
import { letterRequestMail } from '../emails/letter.ts';
import type { Reception } from '../infra/clock.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';
import { type LetterRequestView, lastLetterRequest } from '../queries/letter.ts';
import { type LetterSituation, withLetterDeadline } from '../queries/letter-situation.ts';
import { dossierSituation } from '../queries/situation.ts';
import { keepName } from './account.ts';
import { journal } from './journal.ts';
import { aboutLetter, sendLetterLink, tooManyLetters } from './letter-sending.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';

/**
 * Asks an elected official for their letter, by a personal link. A request still awaited is replaced: its links die. To
 * correct an address or to turn to somebody else is to ask anew. The official must know who writes: an account without a
 * name takes the one typed here.
 */
export async function requestLetter(
  actor: Actor,
  dossierId: string,
  typed: { official: Official; text: string; asker?: string },
  reception: Reception,
): Promise<Result<null>> {
  return onLetter(actor, dossierId, reception, async (transaction, loaded, current) => {
    const official = readOfficial(typed.official);
    const text = readLetterText(typed.text);
    const wrongText = letterTextProblem(text);
    const name = actor.name.trim() || cleanPersonName(typed.asker ?? '');
    const wrongName = actor.name.trim() ? null : personNameProblem(name);
    const ofTeam = await transaction.dossierMember.count({ where: { dossierId, user: { email: official.email } } });
    const problems = {
      ...officialProblems(official),
      ...(ofTeam > 0 && { email: 'Cette adresse est celle d’une personne du dossier\u00a0: la lettre se confirme à l’adresse de l’élu.' }),
      ...(wrongText && { text: wrongText }),
      ...(wrongName && { asker: wrongName }),
    };
    if (Object.keys(problems).length > 0) return refused('invalid', loaded.situation, problems);
    if (await tooManyLetters(transaction, dossierId, actor.userId)) return refused('letterLimit', loaded.situation);
    const asker = actor.name.trim() ? actor : await keepName(transaction, actor, name);
    if (current && isAwaited(current.state)) await end(transaction, loaded, current);
    const { id } = await transaction.letterRequest.create({
      data: {
        dossierId,
        officialName: official.name,
        officialFunction: official.function,
        officialStructure: official.structure,
        officialMandate: official.mandate,
        officialEmail: official.email,
        preparedText: text,
        text,
        requestedById: actor.userId,
        createdAt: loaded.situation.now,
      },
      select: { id: true },
    });
    await send(transaction, loaded, { id, official, asker: nameAndAddress(asker) });
    await tell(transaction, actor, loaded, { request: id });
    return done(null);
  });
}

/** Sends the same letter again, with another link; the former ones stay good. */
export async function remindOfficial(actor: Actor, dossierId: string, reception: Reception): Promise<Result<null>> {
  return onLetter(actor, dossierId, reception, async (transaction, loaded, current) => {
    if (!current || letterAfter('remind', 'team', current.state) === null) return refused('letterOver', loaded.situation);
    if (await tooManyLetters(transaction, dossierId, actor.userId)) return refused('letterLimit', loaded.situation);
    await send(transaction, loaded, current);
    await tell(transaction, actor, loaded, { request: current.id, again: true });
    return done(null);
  });
}

/** Takes a request back: its links die. */
export async function cancelLetter(actor: Actor, dossierId: string, reception: Reception): Promise<Result<null>> {
  return onLetter(actor, dossierId, reception, async (transaction, loaded, current) => {
    if (!current || letterAfter('cancel', 'team', current.state) === null) return refused('letterOver', loaded.situation);
    await end(transaction, loaded, current);
    await tell(transaction, actor, loaded, { request: current.id, cancelled: true });
    return done(null);
  });
}

/** One step of a letter at a time: the dossier's row is held, and the request is read after the wait. */
function onLetter(
  actor: Actor,
  dossierId: string,
  reception: Reception,
  act: (transaction: Transaction, loaded: LetterSituation, current: LetterRequestView | null) => Promise<Result<null>>,
): Promise<Result<null>> {
  return prisma().$transaction(async (transaction) => {
    const found = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!found) return notFound;
    const loaded = await withLetterDeadline(found, transaction);
    const refusal = refusalOf('requestLetter', loaded.situation);
    return refusal ?? act(transaction, loaded, await lastLetterRequest(dossierId, transaction));
  });
}

function send(
  transaction: Transaction,
  loaded: LetterSituation,
  { id, official, asker }: Pick<LetterRequestView, 'id' | 'official' | 'asker'>,
) {
  const about = aboutLetter(loaded, official);
  return sendLetterLink(transaction, { id, email: official.email, dossierId: loaded.dossier.id }, (url) =>
    letterRequestMail({ ...about, asker, url }),
  );
}

async function end(transaction: Transaction, { situation }: LetterSituation, { id }: LetterRequestView): Promise<void> {
  await transaction.letterRequest.update({ where: { id }, data: { state: 'replaced', endedAt: situation.now }, select: { id: true } });
}

function tell(
  transaction: Transaction,
  actor: Actor,
  { dossier, call }: LetterSituation,
  data: { request: string; again?: boolean; cancelled?: boolean },
): Promise<void> {
  return journal(transaction, { act: 'requestLetter', actorId: actor.userId, callId: call.id, dossierId: dossier.id, data });
}
