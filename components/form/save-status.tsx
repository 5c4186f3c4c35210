import type { Ref } from 'react';
import type { Autosave } from './autosaver.ts';
import { saveWords } from './save-words.ts';

/**
 * Tells the truth about what is saved, in words. Only failures and their end are announced to screen readers: telling
 * every save would cover the voice of the person who listens to what they write.
 */
export function SaveStatus({ ref, saving }: { ref?: Ref<HTMLDivElement>; saving: Omit<Autosave, 'version'> }) {
  const { text, alert } = saveWords(saving);
  const over = saving.state.kind === 'saved' && saving.state.again;
  return (
    <div ref={ref} tabIndex={-1} className="fr-text--sm m-0 min-h-6">
      <p className="m-0">{alert || over ? '' : text}</p>
      <p role="status" className="m-0">
        {over ? text : ''}
      </p>
      <p role="alert" className={alert ? 'fr-error-text m-0' : 'm-0'}>
        {alert ? text : ''}
      </p>
    </div>
  );
}
