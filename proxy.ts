import { type NextRequest, NextResponse } from 'next/server';

/**
 * Sets the headers every page carries: which scripts may run, and that no other site may frame us. It authorises nobody.
 * Uploads and downloads (`/api`) stay out of it, because a proxied body is cut at ten megabytes.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isReadable(request.nextUrl.pathname)) return new NextResponse('Cette adresse n’existe pas.\n', { status: 404 });
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const developing = process.env.NODE_ENV === 'development';
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

  const forwarded = new Headers(request.headers);
  forwarded.set('x-nonce', nonce);
  forwarded.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers: forwarded } });
  response.headers.set('content-security-policy', policy);
  if (process.env.PUBLIC_URL?.startsWith('https:')) response.headers.set('strict-transport-security', 'max-age=31536000');
  return response;
}

/** Addresses with broken percent signs name nothing. */
function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

// No address of `/api` has a percent sign: those that have one name nothing, or are broken.
export const config = { matcher: ['/((?!api/|_next/static/|livez$|readyz$|icon.svg$).*)', '/api/(.*%.*)'] };
