import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '#lib/auth/options.ts';
import { knownBrowserCookie } from '#lib/auth/requester.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { readCode, safeReturnPath } from '#lib/domain/sign-in.ts';
import { readFields } from '#lib/exchange/bounded-body.ts';
import { codeToken, countCodeAttempt, linkToken } from '#lib/operations/sign-in.ts';

/** An address, a code or a link, and a path: nothing longer is read. */
const MAX_BYTES = 10_000;

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * The one thing next-auth is asked for by a browser: turning a code or a link into a session, by POST only. A mail
 * scanner that opens the link sees a page; it consumes nothing.
 */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth.join('/') !== 'callback/email' || !isSameOrigin(request.headers)) return new Response(null, { status: 404 });
  const form = await readFields(request, MAX_BYTES);
  if (!form) return new Response(null, { status: 413 });
  const field = (name: string) => form.get(name) ?? '';
  const email = field('courriel');
  const requestId = field('demande');
  const suite = safeReturnPath(field('suite'));

  const url = new URL(request.url);
  url.search = new URLSearchParams({
    email,
    token: await presentedToken(requestId, field('code'), field('jeton')),
    callbackUrl: suite,
  }).toString();
  const answer: Response = await NextAuth(new NextRequest(url, { method: 'POST', headers: request.headers }), context, authOptions());
  if (!answer.headers.get('location')?.includes('error=')) {
    answer.headers.append('set-cookie', knownBrowserCookie(email));
    return answer;
  }
  const back = requestId
    ? `/connexion/code?${new URLSearchParams({ demande: requestId, courriel: email, suite, erreur: 'code' })}`
    : '/connexion?erreur=lien';
  return new Response(null, { status: 303, headers: { location: back } });
}

async function presentedToken(requestId: string, typedCode: string, link: string): Promise<string> {
  if (!requestId) return linkToken(link);
  await countCodeAttempt(requestId);
  return codeToken(requestId, readCode(typedCode) ?? 'none');
}
