import type { Act } from './act.ts';
import {
  anotherPerson,
  everyDossierExamined,
  everyDossierReady,
  judgesEveryDossier,
  nobodyWithdrew,
  noCharterYet,
  nothingExamined,
  nothingStillDeposited,
  onlyInvented,
  selectionFrozen,
  selectionOpen,
} from './act-conditions.ts';

/** The acts on a whole call or a whole category: its selection, its charters, its closing. Part of the table of `acts.ts`. */
export const callActs = {
  viewSelection: { label: 'Voir le tableau de sélection', by: ['committee', 'chair', 'administrator'], during: 'closed' },
  moveDossier: {
    label: 'Déplacer un dossier du tableau',
    by: ['committee', 'chair'],
    from: ['admissible'],
    during: 'closed',
    conditions: [selectionOpen],
  },
  freezeSelection: {
    label: 'Figer la proposition',
    by: ['chair'],
    during: 'closed',
    conditions: [selectionOpen, judgesEveryDossier, nothingStillDeposited, everyDossierExamined, everyDossierReady],
  },
  reopenSelection: { label: 'Rouvrir la proposition', by: ['chair', 'administrator'], during: 'closed', conditions: [selectionFrozen] },
  releaseSelection: {
    label: 'Publier les décisions',
    by: ['chair', 'administrator'],
    during: 'closed',
    conditions: [selectionFrozen, anotherPerson, judgesEveryDossier, nobodyWithdrew],
  },

  issueCharter: { label: 'Émettre la charte', by: ['administrator'], from: ['laureate'], during: 'closed', conditions: [noCharterYet] },
  administer: { label: 'Gérer l’appel et les rôles', by: ['administrator'] },
  /** With or without an account. */
  askQuestion: { label: 'Poser une question sur l’appel', by: ['anyone'], during: 'deposit' },
  answerQuestion: { label: 'Publier une question et sa réponse', by: ['administrator'] },
  dismissQuestion: { label: 'Écarter une question', by: ['administrator'] },
  closeDeposit: { label: 'Avancer la clôture (appel d’essai)', by: ['administrator'], during: 'deposit', conditions: [onlyInvented] },
  recordIncident: { label: 'Prolonger le dépôt après un incident', by: ['administrator'], conditions: [nothingExamined] },
  authoriseLate: {
    label: 'Autoriser un dossier à être déposé après la clôture',
    by: ['administrator'],
    from: ['draft', 'submitted'],
    conditions: [nothingExamined],
  },
} as const satisfies Record<string, Act>;
