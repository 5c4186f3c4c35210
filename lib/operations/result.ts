import { type ActName, obstacle } from '../domain/acts.ts';
import { writingAct } from '../domain/correction.ts';
import { type Refusal, refusalSentence } from '../domain/refusals.ts';
import type { Situation } from '../domain/situation.ts';

/** Expected refusals are values; only bugs are exceptions. `problems`: what to correct, by field. */
export type Refused = { ok: false; refusal: Refusal; sentence: string; problems?: Readonly<Record<string, string>> };
export type Result<T> = { ok: true; value: T } | Refused;

/** The answer for something absent, which is also the answer to whoever has no right to know. */
export const notFound: Refused = { ok: false, refusal: 'notFound', sentence: refusalSentence('notFound') };

/** The act was done. */
export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A refusal with its sentence and, when the situation is known, the hours it has to name. */
export function refused(refusal: Refusal, situation?: Situation, problems?: Readonly<Record<string, string>>): Refused {
  const correctionsDueAt = situation?.dossier?.correction?.dueAt;
  const times = situation && { opensAt: situation.call.opensAt, closesAt: situation.call.closesAt, now: situation.now, correctionsDueAt };
  return { ok: false, refusal, sentence: refusalSentence(refusal, times), ...(problems && { problems }) };
}

/** Asks the table of acts; the refusal to return, or null when the act may go on. */
export function refusalOf(act: ActName, situation: Situation): Refused | null {
  const refusal = obstacle(act, situation);
  return refusal && refused(refusal, situation);
}

/** Asks the table whether this page of the form may be written now: before the closing, or as a correction after it. */
export function writingRefusal(situation: Situation, section: string): Refused | null {
  return refusalOf(writingAct(situation), { ...situation, section });
}
