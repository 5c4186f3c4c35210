import type { SaveState } from './autosaver.ts';

/**
 * Tells the truth about what is saved, in words. Only failures and their end are announced to screen readers: telling
 * every save would cover the voice of the person who listens to what they write.
 */
export function SaveStatus({ state }: { state: SaveState }) {
  return (
    <div className="fr-text--sm m-0 min-h-6">
      <p className="m-0" aria-hidden={state.kind === 'failed' ? true : undefined}>
        {sentence(state)}
      </p>
      <p role="alert" className={state.kind === 'failed' ? 'fr-error-text m-0' : 'm-0'}>
        {state.kind === 'failed' ? state.sentence : ''}
      </p>
    </div>
  );
}

function sentence(state: SaveState): string {
  switch (state.kind) {
    case 'idle':
      return 'Votre texte est enregistré automatiquement.';
    case 'unsaved':
      return 'Modifications pas encore enregistrées…';
    case 'saving':
      return 'Enregistrement…';
    case 'saved':
      return `Enregistré à ${state.at}.`;
    case 'failed':
      return '';
  }
}
