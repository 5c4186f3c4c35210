import type { Call } from './call.ts';
import { instantsInParis, readDay, readTime } from './paris-clock.ts';
import { phaseAt } from './phase.ts';
import { isWholeAddress, normaliseEmail } from './sign-in.ts';
import { cleanText } from './text.ts';

/** How a dossier reached the Mission otherwise than by the application. */
export const depositChannels = ['email', 'paper', 'hand'] as const;
export type DepositChannel = (typeof depositChannels)[number];

export const channelLabels: Record<DepositChannel, string> = {
  email: 'Courriel',
  paper: 'Courrier postal',
  hand: 'Remise en main propre',
};

/** « reçu par courriel le … » */
export const channelWords: Record<DepositChannel, string> = { email: 'par courriel', paper: 'par courrier', hand: 'en main propre' };

/** `entering`: nobody of the territory has been asked yet. */
export type AssistanceState = 'entering' | 'awaiting' | 'confirmed' | 'refused';

/** As the Mission reads it. */
export const assistanceLabels: Record<AssistanceState, string> = {
  entering: 'Saisie en cours',
  awaiting: 'Non confirmé par le territoire',
  confirmed: 'Confirmé par le territoire',
  refused: 'Refusé par le territoire',
};

/** The same, where nothing else says that the Mission entered the dossier. */
export const assistedTitles: Record<AssistanceState, string> = {
  entering: 'Saisi par la Mission',
  awaiting: 'Saisi par la Mission, non confirmé par le territoire',
  confirmed: 'Saisi par la Mission, confirmé par le territoire',
  refused: 'Saisi par la Mission, refusé par le territoire',
};

export const maxReference = 200;
export const maxRefusalReason = 2000;
/** The scan of what was received, in bytes. */
export const maxOriginalBytes = 20_000_000;

/** What proves how and when a dossier was received. */
export type ReceptionProof = { channel: DepositChannel; receivedAt: Date; reference: string; contactEmail: string };

/** Field names of the form in which it is typed. */
export const proofFields = {
  channel: 'moyen',
  day: 'jour-de-reception',
  time: 'heure-de-reception',
  reference: 'reference',
  contact: 'courriel-du-territoire',
} as const;

/** Reads what the agent typed, or says what to correct, by field. The instant may not be in the future. */
export function readReceptionProof(
  typed: (name: string) => string,
  now: Date,
): { proof: ReceptionProof; problems: null } | { proof: null; problems: Record<string, string> } {
  const channel = depositChannels.find((known) => known === typed(proofFields.channel));
  const [day, time] = [typed(proofFields.day), typed(proofFields.time)];
  const receivedAt = readParisInstant(day, time);
  const reference = cleanText(typed(proofFields.reference)).trim();
  const contactEmail = normaliseEmail(cleanText(typed(proofFields.contact)));
  const problems: Record<string, string> = {};
  if (!channel) problems[proofFields.channel] = 'Dites comment le dossier est arrivé.';
  if (!readDay(day)) problems[proofFields.day] = 'Écrivez le jour de réception, par exemple 4/10/2019.';
  if (!readTime(time)) problems[proofFields.time] = 'Écrivez l’heure de réception, à Paris, par exemple 14 h 05.';
  else if (readDay(day) && !receivedAt)
    problems[proofFields.time] = 'Cette heure n’a pas existé ce jour-là : les horloges sont passées de 2 h à 3 h.';
  if (receivedAt && receivedAt > now) problems[proofFields.day] = 'La réception ne peut pas être dans l’avenir.';
  if (reference === '')
    problems[proofFields.reference] = 'Indiquez ce qui permet de retrouver l’envoi\u00a0: objet du courriel, numéro d’enregistrement…';
  else if (reference.length > maxReference) problems[proofFields.reference] = `Écrivez ${maxReference} caractères au plus.`;
  if (!isWholeAddress(contactEmail))
    problems[proofFields.contact] = 'Écrivez une adresse de courriel complète, par exemple prenom.nom@territoire.fr.';
  if (!channel || !receivedAt || Object.keys(problems).length > 0) return { proof: null, problems };
  return { proof: { channel, receivedAt, reference, contactEmail }, problems: null };
}

/** Call, 4: « avant le 5 octobre 2019 ». What counts is when it reached the Mission, not when it was entered. */
export function wasReceivedInTime(call: Pick<Call, 'opensAt' | 'closesAt'>, receivedAt: Date, now: Date): boolean {
  return receivedAt <= now && phaseAt(call, receivedAt) === 'deposit';
}

/** « 4/10/2019 » and « 14 h 05 » (or « 14:05 ») on the clocks of Paris; null when no such moment exists. Twice told in autumn: the first. */
export function readParisInstant(day: string, time: string): Date | null {
  const date = readDay(day);
  const clock = readTime(time);
  return (date && clock && instantsInParis(date, clock)[0]) ?? null;
}
