import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { normaliseEmail } from '../domain/sign-in.ts';
import { settings } from '../infra/settings.ts';
import { sha256 } from '../infra/sha256.ts';
import { isSecure } from './session-cookie.ts';

const YEAR_SECONDS = 365 * 24 * 3600;

/** Where the request being answered comes from, as the limits on codes for this address count it. */
export async function requesterOf(email: string): Promise<{ knownBrowser: boolean; clientKey: string | null }> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return { knownBrowser: isKnownBrowser(jar.get(knownBrowserCookieName())?.value, email), clientKey: clientKey(sent) };
}

/** Name of the cookie by which a browser that signed in once is known again: it opens nothing. */
export function knownBrowserCookieName(): string {
  return isSecure() ? '__Host-tani-connu' : 'tani-connu';
}

/** The cookie to leave in a browser where this address has just signed in. */
export function knownBrowserCookie(email: string): string {
  const secure = isSecure() ? '; Secure' : '';
  return `${knownBrowserCookieName()}=${mark(email)}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}

/** True when this address already signed in from the browser that sent this cookie. */
export function isKnownBrowser(cookie: string | undefined, email: string): boolean {
  const expected = Buffer.from(mark(email));
  const given = Buffer.from(cookie ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * What stands for the network address a request came from, when a proxy of ours can be believed to tell it; null
 * otherwise, because anybody can write that header. Each proxy adds the address it saw at the end of the list.
 */
export function clientKey(headers: Headers): string | null {
  const proxies = settings().TRUSTED_PROXIES;
  const seen = (headers.get('x-forwarded-for') ?? '').split(',').map((address) => address.trim());
  const address = proxies > 0 ? seen.at(-proxies) : undefined;
  return address ? sha256(`${address}${settings().AUTH_SECRET}`) : null;
}

function mark(email: string): string {
  return createHmac('sha256', settings().AUTH_SECRET ?? '')
    .update(`known browser of ${normaliseEmail(email)}`)
    .digest('base64url');
}
