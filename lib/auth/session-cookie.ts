import { settings } from '../infra/settings.ts';
import { sha256 } from '../infra/sha256.ts';

/** True when the service is reached over https: cookies are then reserved to it. */
export function isSecure(): boolean {
  return settings().PUBLIC_URL.startsWith('https:');
}

/** Name of the session cookie. The `__Host-` prefix makes browsers refuse it from any other site or path. */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-tani-session' : 'tani-session';
}

/** What ends the session in the browser. */
export function expiredSessionCookie(): string {
  return `${sessionCookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;
}

/** What is kept of a session's token. */
export function sessionTokenHash(token: string): string {
  return sha256(token);
}
