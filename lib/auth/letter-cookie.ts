import { signInMinutes } from '../domain/sign-in.ts';
import { isSecure } from './session-cookie.ts';

/** Name of the cookie that ties the code of a letter to the browser that asked for it: alone, it opens nothing. */
export function letterChallengeCookie(): string {
  return isSecure() ? '__Host-tani-lettre' : 'tani-lettre';
}

/** How that cookie is kept: out of scripts' reach, as long as the code is good. */
export function letterChallengeCookieOptions() {
  return { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge: signInMinutes * 60 } as const;
}
