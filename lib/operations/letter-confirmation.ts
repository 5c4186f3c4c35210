import { frenchInstant } from '../domain/dates.ts';
import { maxCodeAttempts, readCode } from '../domain/sign-in.ts';
import { letterConfirmedMail } from '../emails/letter.ts';
import { letterArrivedMail } from '../emails/letter-team.ts';
import type { Reception } from '../infra/clock.ts';
import { Prisma, type Transaction } from '../infra/prisma.ts';
import { sha256 } from '../infra/sha256.ts';
import { type LetterByLink, type LetterChallenge, letterCodeHash, shownSha256, whatIsShown } from '../queries/letter.ts';
import { orderDocument, verificationUrl } from './document.ts';
import { journal } from './journal.ts';
import { aboutTeam, byLink, next } from './letter-answer.ts';
import { aboutLetter, tellTeam } from './letter-sending.ts';
import { postMail } from './outbox.ts';
import { done, type Result, refused } from './result.ts';

/**
 * Confirms the letter with the code sent to the official's address, once, whatever the number of simultaneous tries. The
 * text is sealed as a PDF with what proves it; the PDF then joins the dossier (see `letter-sealed.ts`).
 * @param challenge what the browser that asked for the code kept.
 */
export async function confirmLetter(
  token: string,
  challenge: LetterChallenge | null,
  typedCode: string,
  reception: Reception,
): Promise<Result<null>> {
  return byLink(token, reception, 'confirmLetter', async (transaction, loaded) => {
    const { request, situation } = loaded;
    const state = next('confirm', loaded);
    if (!state) return refused('letterOver', situation);
    const codeSentAt = await redeem(transaction, loaded, challenge, typedCode);
    if (!codeSentAt) return refused('letterCodeWrong', situation, { code: 'Ce code n’est pas le bon, ou il ne peut plus servir.' });
    await transaction.letterRequest.update({ where: { id: request.id }, data: { state, endedAt: situation.now } });
    await keepProof(transaction, loaded, codeSentAt);
    return done(null);
  });
}

/** Uses up the code; null when it is wrong, late, used, tried too often, or was sent for something else than what is shown now. The try is counted first. */
async function redeem(
  transaction: Transaction,
  loaded: LetterByLink,
  challenge: LetterChallenge | null,
  typedCode: string,
): Promise<Date | null> {
  const { request } = loaded;
  const code = readCode(typedCode);
  if (!challenge || !code) return null;
  await transaction.$executeRaw(Prisma.sql`
    UPDATE letter_codes SET attempts = attempts + 1 WHERE id = ${challenge.id}::uuid AND request_id = ${request.id}::uuid`);
  const [redeemed] = await transaction.$queryRaw<{ createdAt: Date }[]>(Prisma.sql`
    UPDATE letter_codes SET consumed_at = clock_timestamp()
    WHERE id = ${challenge.id}::uuid AND request_id = ${request.id}::uuid AND code_hash = ${letterCodeHash(challenge, code)}
      AND shown_sha256 = ${shownSha256(loaded)} AND attempts <= ${maxCodeAttempts} AND consumed_at IS NULL AND expires_at > clock_timestamp()
    RETURNING created_at AS "createdAt"`);
  return redeemed?.createdAt ?? null;
}

/** Freezes the evidence, orders the sealed paper, and tells the official and the team. */
async function keepProof(transaction: Transaction, loaded: LetterByLink, codeSentAt: Date): Promise<void> {
  const { request, dossier, call, situation, lacking } = loaded;
  const { official, text, asker } = request;
  const confirmedAt = situation.now;
  const evidence = {
    format: 'tani-letter/1',
    official,
    text,
    asker,
    sentAt: request.sentAt.toISOString(),
    openedAt: (request.openedAt ?? codeSentAt).toISOString(),
    codeSentAt: codeSentAt.toISOString(),
    confirmedAt: confirmedAt.toISOString(),
    textSha256: sha256(text),
    shown: whatIsShown(loaded),
    shownSha256: shownSha256(loaded),
  };
  const { shown: _, format: __, ...printed } = evidence;
  const { definition } = call;
  const documentCode = await orderDocument(transaction, dossier.id, `Lettre de soutien signée par ${official.name}`, {
    kind: 'letter',
    data: {
      ...printed,
      template: 'letter-1',
      fictitious: definition.fictitious,
      service: definition.contact.service,
      callTitle: definition.shortTitle,
      organisationName: dossier.organisationName,
      territoryName: dossier.territoryName,
    },
  });
  await transaction.letterConfirmation.create({
    data: { requestId: request.id, dossierId: dossier.id, documentCode, evidence: evidence as Prisma.InputJsonObject, confirmedAt },
  });
  const data = { request: request.id, textSha256: evidence.textSha256, shownSha256: evidence.shownSha256 };
  await journal(transaction, { act: 'confirmLetter', actorId: null, callId: call.id, dossierId: dossier.id, data });
  const confirmed = frenchInstant(confirmedAt);
  const proof = { confirmed, verificationUrl: verificationUrl(documentCode), verificationCode: documentCode };
  await postMail(transaction, official.email, letterConfirmedMail({ ...aboutLetter(loaded, official), ...proof }), dossier.id);
  await tellTeam(transaction, dossier.id, letterArrivedMail({ ...aboutTeam(loaded), confirmed, followsSubmission: lacking }));
}
