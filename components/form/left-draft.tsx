'use client';

import { useEffect, useState } from 'react';
import { comparedField } from './compared-field.ts';
import type { FieldView } from './field-view.ts';
import { forgetDraft, foundDraft, type LocalDraft } from './local-drafts.ts';

type Props = { owner: string; place: string; fields: FieldView[] };

/** On a page that is no longer written: what its author wrote that never reached the server, to be read and copied. */
export function LeftDraft({ owner, place, fields }: Props) {
  const [draft, setDraft] = useState<LocalDraft | null>(null);
  useEffect(() => void foundDraft(owner, place).then(setDraft), [owner, place]);
  if (!draft) return null;
  const written = [...new URLSearchParams(draft.fields)].filter(([, text]) => text !== '');
  return (
    <section className="fr-alert fr-alert--warning my-6" aria-labelledby="texte-garde">
      <h2 className="fr-alert__title" id="texte-garde">
        Ce que vous avez écrit n’est pas arrivé à temps sur le serveur
      </h2>
      <p>Ce texte n’est que sur cet ordinateur. Il ne fait pas partie de votre dossier&nbsp;; vous pouvez le copier.</p>
      {written.map(([name, text], rank) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field may have several texts, in order
        <div key={rank} className="mb-4">
          <p className="mb-1 font-bold">{comparedField(fields, name).label}</p>
          <blockquote className="written-text m-0 border-l-4 border-(--border-plain-warning) pl-4">{text}</blockquote>
        </div>
      ))}
      <button
        type="button"
        className="fr-btn fr-btn--sm fr-btn--secondary"
        onClick={() => void forgetDraft(draft).then(() => setDraft(null))}
      >
        Effacer ce texte de cet ordinateur
      </button>
    </section>
  );
}
