import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ActName } from '../domain/acts.ts';
import {
  designationProblems,
  type LetterStep,
  letterAfter,
  maxLetterCodesPerHour,
  maxReasonLength,
  type OfficialTitle,
  officialProblems,
  readOfficial,
} from '../domain/letter.ts';
import { letterTextProblem, readLetterText } from '../domain/letter-text.ts';
import { cleanPersonName } from '../domain/person-name.ts';
import { normaliseEmail, signInMinutes } from '../domain/sign-in.ts';
import { cleanText, tooLongSentence } from '../domain/text.ts';
import { letterCodeMail } from '../emails/letter.ts';
import { letterRefusedMail, otherSignerMail } from '../emails/letter-team.ts';
import type { Reception } from '../infra/clock.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { sha256 } from '../infra/sha256.ts';
import { type LetterByLink, letterByToken, letterCodeHash, shownSha256 } from '../queries/letter.ts';
import { journal } from './journal.ts';
import { aboutLetter, letterPageUrl, tellTeam } from './letter-sending.ts';
import { postMail } from './outbox.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';

/** Notes that the letter was opened by a person: they pressed a button, which no mail scanner does. */
export async function openLetter(token: string, reception: Reception): Promise<Result<null>> {
  return byLink(token, reception, 'answerLetter', async (transaction, { request, situation }) => {
    if (letterAfter('open', 'official', request.state) === null) return done(null); // opened already
    await transaction.letterRequest.update({ where: { id: request.id }, data: { state: 'opened', openedAt: situation.now } });
    return done(null);
  });
}

/** The letter as it was left: its text, and in what capacity it is signed. */
export type LeftLetter = { text: string; title: OfficialTitle };

/**
 * Keeps the letter as the official left it and sends a code to their own address: whoever else holds the link gets
 * nothing by it. The code is good for this letter and in this browser only.
 * @returns what the browser has to keep and to bring back with the code.
 */
export async function prepareLetter(token: string, typed: LeftLetter, reception: Reception): Promise<Result<{ challenge: string }>> {
  return byLink(token, reception, 'answerLetter', async (transaction, loaded) => {
    const { request, situation, dossier } = loaded;
    const state = next('prepare', loaded);
    if (!state) return refused('letterOver', situation);
    const text = readLetterText(typed.text);
    const { function: held, structure, mandate } = typed.title;
    const official = readOfficial({ ...request.official, function: held, structure, mandate });
    const problem = letterTextProblem(text);
    const problems = { ...officialProblems(official), ...(problem && { text: problem }) };
    if (Object.keys(problems).length > 0) return refused('invalid', situation, problems);
    const shown = shownSha256({ ...loaded, request: { ...request, text, official } });
    const challenge = { id: randomUUID(), secret: randomBytes(32).toString('base64url') };
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const sent = await transaction.$executeRaw(Prisma.sql`
      INSERT INTO letter_codes (id, request_id, code_hash, shown_sha256, expires_at, created_at)
      SELECT ${challenge.id}::uuid, ${request.id}::uuid, ${letterCodeHash(challenge, code)}, ${shown},
        clock_timestamp() + ${signInMinutes} * interval '1 minute', clock_timestamp()
      WHERE (SELECT count(*) FROM letter_codes WHERE request_id = ${request.id}::uuid
        AND created_at > clock_timestamp() - interval '1 hour') < ${maxLetterCodesPerHour}`);
    if (sent === 0) return refused('letterLimit', situation); // and the last code stays good for the letter it was sent for
    await transaction.letterRequest.update({
      where: { id: request.id },
      data: {
        ...{ state, text, preparedAt: situation.now, openedAt: request.openedAt ?? situation.now },
        ...{ officialFunction: official.function, officialStructure: official.structure, officialMandate: official.mandate },
      },
    });
    const { organisationName, service } = aboutLetter(loaded, request.official);
    await postMail(
      transaction,
      request.official.email,
      letterCodeMail({ code, organisationName, minutes: signInMinutes, service }),
      dossier.id,
    );
    await tell(transaction, 'answerLetter', loaded, { textSha256: sha256(text), shownSha256: shown });
    return done({ challenge: `${challenge.id}.${challenge.secret}` });
  });
}

/** The official declines; the team is told why. */
export async function refuseLetter(token: string, typedReason: string, reception: Reception): Promise<Result<null>> {
  return byLink(token, reception, 'answerLetter', async (transaction, loaded) => {
    const { request, situation, dossier } = loaded;
    const state = next('refuse', loaded);
    if (!state) return refused('letterOver', situation);
    const reason = cleanText(typedReason).trim();
    if (!reason)
      return refused('invalid', situation, {
        reason: 'Dites en quelques mots pourquoi : l’équipe pourra s’adresser à une autre personne.',
      });
    if (reason.length > maxReasonLength) return refused('invalid', situation, { reason: tooLongSentence(maxReasonLength) });
    await transaction.letterRequest.update({ where: { id: request.id }, data: { state, reason, endedAt: situation.now } });
    await tellTeam(transaction, dossier.id, letterRefusedMail({ ...aboutTeam(loaded), reason }));
    await tell(transaction, 'letterRefused', loaded, {});
    return done(null);
  });
}

/** Somebody else signs: this link dies and the team is told. Nothing is sent to the person named before the team agrees. */
export async function designateSigner(token: string, typed: { name: string; email: string }, reception: Reception): Promise<Result<null>> {
  return byLink(token, reception, 'answerLetter', async (transaction, loaded) => {
    const { request, situation, dossier } = loaded;
    const state = next('designate', loaded);
    if (!state) return refused('letterOver', situation);
    const proposed = { name: cleanPersonName(typed.name), email: normaliseEmail(cleanText(typed.email)) };
    const problems = designationProblems(proposed);
    if (Object.keys(problems).length > 0) return refused('invalid', situation, problems);
    const { name: proposedName, email: proposedEmail } = proposed;
    await transaction.letterRequest.update({
      where: { id: request.id },
      data: { state, proposedName, proposedEmail, endedAt: situation.now },
    });
    await tellTeam(transaction, dossier.id, otherSignerMail({ ...aboutTeam(loaded), proposedName, proposedEmail }));
    await tell(transaction, 'letterReplaced', loaded, {});
    return done(null);
  });
}

/** One answer at a time: the dossier's row is held while the link, the table of acts and the letter's state are asked. */
export function byLink<T>(
  token: string,
  reception: Reception,
  act: ActName,
  answer: (transaction: Transaction, loaded: LetterByLink) => Promise<Result<T>>,
): Promise<Result<T>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await letterByToken(z.string().max(100).catch('').parse(token), reception, { transaction, lock: true });
    if (!loaded) return notFound;
    return refusalOf(act, loaded.situation) ?? answer(transaction, loaded);
  });
}

/** The state a step of the official leads to, or null. */
export function next(step: LetterStep, { request }: LetterByLink) {
  const state = letterAfter(step, 'official', request.state);
  return state === 'toRequest' ? null : state;
}

/** What the mails to the team say of this letter. */
export function aboutTeam(loaded: LetterByLink) {
  return { ...aboutLetter(loaded, loaded.request.official), url: letterPageUrl(loaded.dossier.id) };
}

function tell(
  transaction: Transaction,
  act: 'answerLetter' | 'letterRefused' | 'letterReplaced',
  { request, dossier, call }: LetterByLink,
  data: { textSha256?: string; shownSha256?: string },
): Promise<void> {
  return journal(transaction, { act, actorId: null, callId: call.id, dossierId: dossier.id, data: { request: request.id, ...data } });
}
