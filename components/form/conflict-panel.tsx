import { Fragment, type Ref } from 'react';
import { compareWords, type DiffPart } from '#lib/domain/word-diff.ts';
import type { Conflict } from './autosaver.ts';
import type { ComparedField } from './compared-field.ts';
import { SAVING_FIELDS } from './posted-fields.ts';

type Props = {
  ref?: Ref<HTMLDivElement>;
  conflict: Conflict;
  /** What is to be known of a field, by its name. */
  about: (name: string) => ComparedField;
  mine: Readonly<Record<string, string>>;
  /** What the page started from: an answer that has not changed since is said to be untouched. */
  before?: Readonly<Record<string, string>>;
  /** With scripts: save what is in the form, or put a text in it. Without: the buttons of the form do it. */
  onSave?: () => void;
  onChoose?: (name: string, text: string) => void;
};

/**
 * Both texts side by side, when somebody saved this page in between: a person chooses or joins them, and ends in the
 * form’s own fields. Nothing is merged or lost silently.
 */
export function ConflictPanel({ ref, conflict, about, mine, before, onSave, onChoose }: Props) {
  const differs = (name: string) => !SAVING_FIELDS.has(name) && (mine[name] ?? '') !== (conflict.values[name] ?? '');
  const names = Object.keys({ ...mine, ...conflict.values }).filter(differs);
  const title = conflict.title ?? 'L’autre version enregistrée';
  return (
    <div ref={ref} tabIndex={-1} className="fr-alert fr-alert--warning my-4" role="alert">
      <p className="fr-alert__title">Cette page a été modifiée entre-temps</p>
      <p>
        Une autre fenêtre ou une autre personne l’a enregistrée. Votre texte est toujours dans le formulaire. Voici les deux versions&nbsp;;
        ce qui n’est que dans l’une est souligné.
      </p>
      {names.map((name) => {
        const { label, kind, options } = about(name);
        const own = mine[name] ?? '';
        const other = conflict.values[name] ?? '';
        const compared = kind === 'choice' ? { mine: chosen(own, options), other: chosen(other, options) } : compareWords(own, other);
        return (
          <div key={name} className="mb-6">
            <p className="mb-1 font-bold">{label}</p>
            {before && own === (before[name] ?? '') && <p className="fr-hint-text m-0">Vous n’avez pas modifié cette réponse.</p>}
            <div className="grid gap-4 md:grid-cols-2">
              <Version title="La vôtre" parts={compared.mine} />
              <Version title={title} parts={compared.other} />
            </div>
            {onChoose && kind !== 'shown' && (
              <div className="mt-2 flex flex-wrap gap-2">
                <Choice label="Garder la mienne" of={label} onClick={() => onChoose(name, own)} />
                <Choice label="Prendre l’autre" of={label} onClick={() => onChoose(name, other)} />
                {kind === 'paragraphs' && own !== '' && other !== '' && (
                  <Choice label="Mettre les deux à la suite" of={label} onClick={() => onChoose(name, `${own}\n\n${other}`)} />
                )}
              </div>
            )}
          </div>
        );
      })}
      {onSave ? (
        <>
          <p>Vous pouvez encore corriger dans le formulaire, puis&nbsp;:</p>
          <button type="button" className="fr-btn fr-btn--sm" onClick={onSave}>
            Enregistrer ce qui est dans le formulaire
          </button>
        </>
      ) : (
        <p className="m-0">
          Le bouton «&nbsp;Enregistrer et continuer&nbsp;» gardera ce qui est dans le formulaire&nbsp;: corrigez-le d’abord, ou copiez-y
          l’autre texte.
        </p>
      )}
    </div>
  );
}

function Version({ title, parts }: { title: string; parts: DiffPart[] }) {
  return (
    <div>
      <p className="fr-text--sm mb-1">{title}</p>
      <blockquote className="written-text m-0 border-l-4 border-(--border-plain-warning) pl-4">
        {parts.length === 0 && '(vide)'}
        {parts.map(({ text, shared }, rank) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name than their rank
          return shared ? <Fragment key={rank}>{text}</Fragment> : <ins key={rank}>{text}</ins>;
        })}
      </blockquote>
    </div>
  );
}

function Choice({ label, of, onClick }: { label: string; of: string; onClick: () => void }) {
  return (
    <button type="button" className="fr-btn fr-btn--sm fr-btn--secondary" onClick={onClick}>
      {label}
      <span className="fr-sr-only">&nbsp;: {of}</span>
    </button>
  );
}

function chosen(value: string, options: ComparedField['options'] = []): DiffPart[] {
  return value ? [{ text: options.find((option) => option.value === value)?.label ?? value, shared: false }] : [];
}
