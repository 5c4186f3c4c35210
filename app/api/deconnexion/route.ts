import { cookies } from 'next/headers';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { expiredSessionCookie, sessionCookieName, sessionTokenHash } from '#lib/auth/session-cookie.ts';
import { closeSession } from '#lib/operations/session.ts';

/**
 * Ends the session, here and in the database, and has the browser erase what it kept for this person. A route, because an
 * action cannot set the header that says so; by POST only, because what waits to be sent is erased too.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 404 });
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (token) await closeSession(sessionTokenHash(token));
  return new Response(null, {
    status: 303,
    headers: { location: '/', 'set-cookie': expiredSessionCookie(), 'clear-site-data': '"storage"', 'cache-control': 'no-store' },
  });
}
