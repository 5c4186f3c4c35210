import { type Act, afterDeposit, candidate, examiners } from './act.ts';
import { hasWritten, unhurried } from './act-conditions.ts';

/** The acts by which people work on one dossier together, and speak with the Mission. */
export const togetherActs = {
  assignSection: {
    label: 'Confier une page à un membre',
    by: candidate,
    from: ['draft', 'submitted'],
    during: 'deposit',
    conditions: [unhurried],
  },
  /** A mark of the team, which blocks nothing. */
  finishSection: {
    label: 'Marquer une page terminée, ou la rouvrir',
    by: candidate,
    from: ['draft', 'submitted'],
    during: 'deposit',
    conditions: [unhurried],
  },
  askVisa: {
    label: 'Demander un visa, ou y renoncer',
    by: ['lead'],
    from: ['draft', 'submitted'],
    during: 'deposit',
    conditions: [unhurried],
  },
  requireVisa: { label: 'Rendre le visa obligatoire, ou non', by: ['lead'], from: ['draft', 'submitted'], during: 'deposit' },
  /** Reading, and one answer: nothing in the dossier moves. */
  viewForVisa: { label: 'Lire le dossier dont le visa est demandé', by: ['approver'], from: ['draft', 'submitted'], during: 'deposit' },
  answerVisa: { label: 'Donner ou refuser son visa', by: ['approver'], from: ['draft', 'submitted'], during: 'deposit' },
  writeMessage: { label: 'Écrire à la Mission', by: candidate, conditions: [unhurried] },
  /** Before the closing too, of whoever has written: their messages and the name of the structure, nothing else. */
  readMessages: { label: 'Lire les messages des candidats', by: ['administrator'], conditions: [hasWritten] },
  readExaminedMessages: { label: 'Lire les messages d’un dossier instruit', by: examiners, from: afterDeposit, during: 'closed' },
  answerMessage: { label: 'Répondre à un candidat', by: examiners, conditions: [unhurried] },
} as const satisfies Record<string, Act>;
