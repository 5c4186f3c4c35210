import type { Autosave } from './autosaver.ts';

/** What is true of the text on screen, in words. `alert`: to be told at once to whoever does not see it. */
export function saveWords({ state, kept, conflict, problems }: Omit<Autosave, 'version'>): { text: string; alert: boolean } {
  switch (state.kind) {
    case 'idle':
      return { text: 'Votre texte est enregistré automatiquement.', alert: false };
    case 'unsaved':
      return { text: 'Modifications pas encore enregistrées…', alert: false };
    case 'saving':
      return { text: 'Enregistrement…', alert: false };
    case 'saved':
      return { text: `Enregistré à ${state.at}.`, alert: false };
    case 'failed':
      return { text: failure(), alert: true };
  }

  function failure(): string {
    if (state.kind !== 'failed') return '';
    switch (state.why) {
      case 'unreachable':
        return kept
          ? 'Enregistré sur cet ordinateur, pas encore sur le serveur\u00a0: connexion coupée, nouvel essai automatique.'
          : 'Gardez cette page ouverte\u00a0: votre texte n’est que dans cette page. Connexion coupée, nouvel essai automatique.';
      case 'session':
        return kept
          ? 'Votre session a pris fin. Votre texte est enregistré sur cet ordinateur, pas encore sur le serveur.'
          : 'Gardez cette page ouverte\u00a0: votre session a pris fin, et votre texte n’est que dans cette page.';
      case 'person':
        return state.sentence;
      case 'refused': {
        const toCorrect = conflict !== null || Object.keys(problems).length > 0;
        return toCorrect ? state.sentence : `${state.sentence} ${NOT_SAVED}`;
      }
    }
  }
}

const NOT_SAVED =
  'Ce que vous avez écrit depuis le dernier enregistrement n’est pas enregistré\u00a0: il reste dans cette page, vous pouvez le copier.';
