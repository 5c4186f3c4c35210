import type { Act } from './act.ts';
import { awaitsConfirmation, named, originalAttached, receivedDuringDeposit, selectionOpen } from './act-conditions.ts';

/** The acts on a dossier the Mission received by mail or on paper and enters for the territory. Part of the table of `acts.ts`. */
export const assistedActs = {
  startAssistedDeposit: {
    label: 'Saisir un dossier reçu par courriel ou sur papier',
    by: ['administrator'],
    conditions: [receivedDuringDeposit],
  },
  /** As it was received, complete or not: the instant that counts is the one typed with its proof. */
  depositForTerritory: {
    label: 'Déposer un dossier saisi pour un territoire',
    by: ['assistant'],
    from: ['draft'],
    to: 'submitted',
    conditions: [named, originalAttached, selectionOpen],
  },
  inviteTerritory: {
    label: 'Inviter le territoire à confirmer',
    by: ['formerAssistant', 'administrator'],
    from: ['submitted', 'admissible'],
    conditions: [awaitsConfirmation],
  },
  answerAssistedDeposit: {
    label: 'Confirmer ou refuser un dossier saisi par la Mission',
    by: ['lead'],
    from: ['submitted', 'admissible'],
    conditions: [awaitsConfirmation],
  },
} as const satisfies Record<string, Act>;
