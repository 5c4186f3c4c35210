import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import {
  isWholeAddress,
  maxCodeAttempts,
  maxMailsToStrangers,
  maxRequestsPerClient,
  maxRequestsPerHour,
  normaliseEmail,
  safeReturnPath,
  signInMinutes,
} from '../domain/sign-in.ts';
import { signInMail } from '../emails/sign-in.ts';
import { log } from '../infra/log.ts';
import { prisma } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { sha256 } from '../infra/sha256.ts';
import { isUuid } from '../queries/situation.ts';
import { postMail } from './outbox.ts';
import { done, type Result, refused } from './result.ts';

/** Where a request comes from: a browser where this address signed in before, a network address when one can be believed. */
export type Requester = { knownBrowser: boolean; clientKey: string | null };

/**
 * Sends a code and a link to this address. The answer is the same whether or not the address is known, and when too
 * many requests were made (the mails already sent stay good).
 * @param returnTo path to open after sign-in.
 */
export async function requestSignIn(
  typedEmail: string,
  returnTo: string,
  { knownBrowser, clientKey }: Requester,
): Promise<Result<{ email: string; requestId: string }>> {
  const email = normaliseEmail(typedEmail);
  if (!isWholeAddress(email)) {
    return refused('invalid', undefined, { email: 'Écrivez une adresse de courriel complète, par exemple prenom.nom@territoire.fr.' });
  }
  const requestId = randomUUID();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const link = randomBytes(32).toString('base64url');
  const url = new URL('/connexion/lien', settings().PUBLIC_URL);
  url.search = new URLSearchParams({ courriel: email, jeton: link, suite: safeReturnPath(returnTo) }).toString();

  await prisma().$transaction(async (transaction) => {
    const inserted = await transaction.$executeRaw`
      INSERT INTO sign_in_requests (id, email, code_hash, link_hash, known_browser, client_key, expires_at)
      SELECT ${requestId}::uuid, ${email}, ${secretHash(codeToken(requestId, code))}, ${secretHash(linkToken(link))}, ${knownBrowser}, ${clientKey},
        clock_timestamp() + ${signInMinutes} * interval '1 minute'
      WHERE (SELECT count(*) FROM sign_in_requests
          WHERE email = ${email} AND known_browser = ${knownBrowser} AND created_at > clock_timestamp() - interval '1 hour') < ${maxRequestsPerHour}
        AND (${knownBrowser} OR (SELECT count(*) FROM sign_in_requests
          WHERE client_key = ${clientKey} AND created_at > clock_timestamp() - interval '1 hour') < ${maxRequestsPerClient})
        AND (EXISTS (SELECT 1 FROM users WHERE email = ${email}) OR (SELECT count(*) FROM sign_in_requests r
          WHERE created_at > clock_timestamp() - interval '10 minutes'
            AND NOT EXISTS (SELECT 1 FROM users u WHERE u.email = r.email)) < ${maxMailsToStrangers})`;
    if (inserted === 0) log('warning', 'too many sign-in requests', { request: requestId });
    else await postMail(transaction, email, signInMail({ code, url: url.href }));
  });
  return done({ email, requestId });
}

/**
 * What stands for a code once it is tied to the request it was sent for: a code is only good in the browser that asked
 * for it, so nobody can use up somebody else's attempts.
 */
export function codeToken(requestId: string, code: string): string {
  return `code:${requestId}:${code}`;
}

/** What stands for a link. The two kinds begin differently: a code can never be presented as a link, whose tries are not counted. */
export function linkToken(link: string): string {
  return `link:${link}`;
}

/** Counts a try of a code, before it is known to be right or wrong. */
export async function countCodeAttempt(requestId: string): Promise<void> {
  if (!isUuid(requestId)) return;
  const [request] = await prisma().signInRequest.updateManyAndReturn({
    where: { id: requestId },
    data: { attempts: { increment: 1 } },
    select: { attempts: true },
  });
  if ((request?.attempts ?? 0) > maxCodeAttempts) log('warning', 'too many codes tried', { request: requestId });
}

/**
 * Uses up the request this code or link belongs to, whatever the number of simultaneous tries: one succeeds.
 * @param tokenHash as next-auth gives it: SHA-256 of the token followed by the service's secret.
 */
export async function redeemSignIn(email: string, tokenHash: string): Promise<boolean> {
  const redeemed = await prisma().$executeRaw`
    UPDATE sign_in_requests SET consumed_at = clock_timestamp()
    WHERE email = ${email} AND (link_hash = ${tokenHash} OR (code_hash = ${tokenHash} AND attempts <= ${maxCodeAttempts}))
      AND consumed_at IS NULL AND expires_at > clock_timestamp()`;
  return redeemed > 0;
}

/** The hash next-auth computes of a token, with the service's secret. */
function secretHash(secret: string): string {
  return sha256(`${secret}${settings().AUTH_SECRET}`);
}
