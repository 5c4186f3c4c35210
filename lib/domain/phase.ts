import type { Call } from './call.ts';

/** The three times of a call. What happens after the closing depends on each dossier's status, not on the calendar. */
export type Phase = 'beforeOpening' | 'deposit' | 'closed';

/**
 * The phase at an instant. Call, 4: « avant le 5 octobre 2019 », so the closing instant itself is too late. An opening
 * date the published call does not give counts as past.
 */
export function phaseAt(call: Pick<Call, 'opensAt' | 'closesAt'>, now: Date): Phase {
  if (call.opensAt !== null && now < call.opensAt) return 'beforeOpening';
  return now < call.closesAt ? 'deposit' : 'closed';
}
