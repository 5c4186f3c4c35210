import { signInMinutes } from '../domain/sign-in.ts';
import { sha256 } from '../infra/sha256.ts';
import { isSecure } from './session-cookie.ts';

/**
 * Name of the cookie that ties the code of a letter to the browser that asked for it: alone, it opens nothing. Each letter
 * has its own, for officials who support several candidates on one phone; it says nothing of the link.
 */
export function letterChallengeCookie(token: string): string {
  return `${isSecure() ? '__Host-tani-lettre' : 'tani-lettre'}-${sha256(`cookie:${token}`).slice(0, 8)}`;
}

/** How that cookie is kept: out of scripts' reach, as long as the code is good. */
export function letterChallengeCookieOptions() {
  return { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge: signInMinutes * 60 } as const;
}
