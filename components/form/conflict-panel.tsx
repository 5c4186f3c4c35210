import type { Ref } from 'react';
import type { Conflict } from './autosaver.ts';
import type { FieldView } from './field-view.ts';

type Props = {
  ref?: Ref<HTMLDivElement>;
  conflict: Conflict;
  fields: FieldView[];
  mine: Record<string, string>;
  /** With scripts: keep my text, or take the other one. Without: the buttons of the form do it. */
  onKeepMine?: () => void;
  onTakeOther?: (name: string, value: string) => void;
};

/** Both texts, side by side, when somebody saved this page in between: a person chooses, nothing is merged or lost silently. */
export function ConflictPanel({ ref, conflict, fields, mine, onKeepMine, onTakeOther }: Props) {
  const names = Object.keys({ ...mine, ...conflict.values }).filter((name) => (mine[name] ?? '') !== (conflict.values[name] ?? ''));
  return (
    <div ref={ref} tabIndex={-1} className="fr-alert fr-alert--warning my-4" role="alert">
      <p className="fr-alert__title">Cette page a été modifiée entre-temps</p>
      <p>Une autre fenêtre ou une autre personne l’a enregistrée. Votre texte est toujours dans le formulaire ; voici l’autre.</p>
      {names.map((name) => (
        <div key={name} className="mb-4">
          <p className="mb-1 font-bold">{labelOf(fields, name)}</p>
          <blockquote className="written-text m-0 border-l-4 border-(--border-plain-warning) pl-4">
            {conflict.values[name] || '(vide)'}
          </blockquote>
          {onTakeOther && (
            <button
              type="button"
              className="fr-btn fr-btn--sm fr-btn--secondary mt-2"
              onClick={() => onTakeOther(name, conflict.values[name] ?? '')}
            >
              Mettre ce texte dans le formulaire
            </button>
          )}
        </div>
      ))}
      {onKeepMine ? (
        <button type="button" className="fr-btn fr-btn--sm" onClick={onKeepMine}>
          Enregistrer ce qui est dans le formulaire
        </button>
      ) : (
        <p className="m-0">Le bouton « Enregistrer et continuer » gardera ce qui est dans le formulaire.</p>
      )}
    </div>
  );
}

function labelOf(fields: FieldView[], name: string): string {
  const code = name.split(':')[0];
  const criterion = name.split(':')[1];
  const label = fields.find((field) => field.code === code)?.label ?? name;
  return criterion ? `${label} – ${criterion}` : label;
}
