import { settings } from '../infra/settings.ts';

/**
 * True when a form or a script of this very site sent the request: from the address people type, or from the one this
 * request itself was sent to. Browsers say where a POST comes from; a request that does not, or says « null », is refused.
 */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  const { origin: published, protocol } = new URL(settings().PUBLIC_URL);
  return origin !== null && (origin === published || origin === `${protocol}//${headers.get('host')}`);
}
