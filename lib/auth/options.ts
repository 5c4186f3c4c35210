import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { safeReturnPath, sessionHours } from '../domain/sign-in.ts';
import { settings } from '../infra/settings.ts';
import { adapter } from './adapter.ts';
import { isSecure, sessionCookieName } from './session-cookie.ts';

/**
 * next-auth holds the sessions; asking for a code is our own operation (see `operations/sign-in.ts`), so the provider
 * sends nothing by itself.
 */
export function authOptions(): NextAuthOptions {
  return {
    adapter,
    secret: settings().AUTH_SECRET,
    session: { strategy: 'database', maxAge: sessionHours * 3600 },
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } },
    },
    pages: { signIn: '/connexion', error: '/connexion', verifyRequest: '/connexion' },
    providers: [
      { id: 'email', type: 'email', name: 'Email', from: '', server: '', maxAge: 600, options: {}, sendVerificationRequest: () => {} },
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => baseUrl + safeReturnPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    },
  };
}
