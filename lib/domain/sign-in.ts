import { z } from 'zod';

/** How long a code and a link stay good, in minutes. OWASP ASVS 5.0, 6.5.5: ten minutes at most. */
export const signInMinutes = 10;
/** Wrong codes tried before a request is dead; a new one can be asked for at once. */
export const maxCodeAttempts = 5;
/**
 * Requests for one address in an hour: it bounds guesses and unwanted mails. Those that come from a browser where the
 * address has signed in before are counted apart, so that strangers cannot use up its owner's.
 */
export const maxRequestsPerHour = 30;
/** Requests from one network address in an hour, all addresses together: a whole administration may share one. */
export const maxRequestsPerClient = 120;
/** Mails in ten minutes to addresses nobody has an account for: beyond this, somebody uses us to write to strangers. */
export const maxMailsToStrangers = 300;
/** A session lasts a working day; a candidate is not thrown out while writing. */
export const sessionHours = 12;

/** The address as accounts know it: trimmed, lower case. */
export function normaliseEmail(typed: string): string {
  return typed.trim().toLowerCase();
}

/** True for a complete address of courriel, no longer than any can be (RFC 5321, 4.5.3.1.3). */
export function isWholeAddress(email: string): boolean {
  return email.length <= 254 && z.email().safeParse(email).success;
}

/** An address as an address bar may carry it, to be shown; null for any other text, which a page does not repeat. */
export function shownEmail(carried: unknown): string | null {
  return typeof carried === 'string' && /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(carried) ? carried : null;
}

/** The six digits of a typed code, spaces removed; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const digits = typed.replace(/\s/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** Only paths of this service may be returned to after sign-in; anything else leads home. */
export function safeReturnPath(path: string | null | undefined): string {
  return path && /^\/(?![/\\])[\w\-/?=&%.:]*$/.test(path) ? path : '/';
}
