import type { CallDefinition } from './call.ts';
import { frenchDay, parisDay } from './dates.ts';

/** One line of the block that says who to write to. */
export type ContactLine = { label: string; value: string };

/** What the law wants an acknowledgement of receipt to say beside the date: silence, remedies, and the service in charge. */
export type ReceiptMentions = { silence: string[]; remedies: string[]; contact: ContactLine[] };

/**
 * CRPA, article R112-11-1: the acknowledgement names the service with its electronic or postal address and its telephone,
 * says whether silence may become a decision and on which day, « sous réserve que la demande soit complète », and how
 * that decision is contested. Silence never accepts a candidature, because no text organises the call (L231-4, 2°): after
 * two months it rejects it. The two months run from the closing, until which the candidate may still change the request,
 * or from a reception the Mission admitted after it. What the published call does not give is said to be missing, never invented.
 */
export function receiptMentions(definition: CallDefinition, receivedAt: Date, closesAt: Date): ReceiptMentions {
  const day = frenchDay(silenceRejectsOn(receivedAt, closesAt));
  return {
    silence: [
      'Cet accusé de réception n’est pas une décision. Le silence de l’administration ne vaut jamais acceptation\u00a0: seule une décision écrite désigne les lauréats.',
      `Si aucune décision écrite ne vous était notifiée le ${day} au plus tard, votre candidature serait réputée rejetée ce jour-là, sous réserve que le dossier soit complet\u00a0: deux mois après la date jusqu’à laquelle il peut être modifié. Une décision écrite prise ensuite remplacerait ce rejet.`,
    ],
    remedies: [
      `Voici comment la décision pourra être contestée\u00a0; si elle est écrite, elle le rappellera. Pour un rejet né du silence, le délai court du ${day}.`,
      ...definition.remedies,
    ],
    contact: contactLines(definition),
  };
}

/** The instant from which silence rejects: two months, date to date in Paris, after the closing or the later reception. */
export function silenceRejectsOn(receivedAt: Date, closesAt: Date): Date {
  const [year = 0, month = 1, day = 1] = parisDay(new Date(Math.max(receivedAt.getTime(), closesAt.getTime())))
    .split('-')
    .map(Number);
  const lastDay = new Date(Date.UTC(year, month + 2, 0)).getUTCDate();
  // Noon in UTC is the same day in Paris, in summer as in winter.
  return new Date(Date.UTC(year, month + 1, Math.min(day, lastDay), 12));
}

/** The service in charge and how to reach it. */
export function contactLines({ contact }: CallDefinition): ContactLine[] {
  return [
    { label: 'Service chargé du dossier', value: contact.service },
    { label: 'Adresse électronique', value: contact.email },
    ...(contact.postalAddress ? [{ label: 'Adresse postale', value: contact.postalAddress }] : []),
    { label: 'Téléphone', value: contact.phone ?? 'L’appel publié n’en donne pas\u00a0: demandez-le par courriel.' },
  ];
}
