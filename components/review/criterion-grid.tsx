'use client';

import { useState } from 'react';
import { FieldError, fieldId } from '#components/form/field-parts.tsx';
import { RadioGroup } from '#components/form/radio-group.tsx';
import { TextArea } from '#components/form/text-area.tsx';
import { findingLabels } from '#lib/domain/finding-labels.ts';
import { type ReviewRowView, reviewFieldName } from './review-view.ts';

type Props = {
  row: ReviewRowView;
  maxAppreciation: number;
  problem?: string;
  /** The passage now selected in the dossier, '' when none. */
  passage: string;
  onChange: () => void;
};

const findings = Object.entries(findingLabels).map(([value, label]) => ({ value, label }));
let nextKey = 0;

/** One criterion: the finding, why, the passages that prove it, and a secondary appreciation. */
export function CriterionGrid({ row, maxAppreciation, problem, passage, onChange }: Props) {
  const { code, label, text, note, position } = row;
  const name = (field: Parameters<typeof reviewFieldName>[1]) => reviewFieldName(code, field);
  const [quotes, setQuotes] = useState(() => [...row.quotes, ''].map((quote) => ({ key: `${code}-${nextKey++}`, quote })));
  const appreciations = Array.from({ length: maxAppreciation + 1 }, (_, value) => String(value));

  function quotePassage() {
    setQuotes((before) => [
      ...before.filter(({ quote }) => quote !== ''),
      { key: `${code}-${nextKey++}`, quote: passage },
      { key: `${code}-${nextKey++}`, quote: '' },
    ]);
    onChange();
  }

  return (
    <section aria-labelledby={`grille-${code}`} className="mb-6 border-t border-(--border-default-grey) pt-4">
      <h3 className="fr-h6 mb-1" id={`grille-${code}`}>
        {code} – {label}
      </h3>
      <p className="fr-text--sm mb-2">{text}.</p>
      {note && <p className="fr-hint-text">{note}</p>}
      <p className="fr-text--sm mb-2">
        Le candidat dit&nbsp;: <strong>{position || 'rien sur ce critère'}</strong>.
      </p>
      <RadioGroup
        name={name('finding')}
        legend={`Constat sur ${code}`}
        options={findings}
        defaultValue={row.finding}
        error={problem}
        inline
        small
      />
      <TextArea name={name('comment')} label={`Pourquoi ce constat (${code})`} rows={2} defaultValue={row.comment} />
      <fieldset className="m-0 mb-3 border-0 p-0">
        <legend className="mb-1">Passages du dossier cités ({code})</legend>
        {quotes.map(({ key, quote }, index) => (
          <div key={key} className="mb-2">
            <label className="fr-sr-only" htmlFor={fieldId(`${name('quote')}:${index}`)}>
              Passage {index + 1} cité pour {code}
            </label>
            <textarea
              id={fieldId(`${name('quote')}:${index}`)}
              name={name('quote')}
              rows={2}
              defaultValue={quote}
              className="fr-input max-h-[16rem] text-sm [field-sizing:content]"
              placeholder=""
            />
          </div>
        ))}
        <button
          type="button"
          className="fr-btn fr-btn--tertiary fr-btn--sm"
          aria-disabled={passage === ''}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => passage && quotePassage()}
        >
          Citer le passage sélectionné
        </button>
        <FieldError id={fieldId(`${name('quote')}`)} />
      </fieldset>
      <label className="fr-label" htmlFor={fieldId(name('appreciation'))}>
        Appréciation de 0 à {maxAppreciation} (secondaire, facultative)
      </label>
      <select
        className="fr-select mt-1 max-w-[8rem]"
        id={fieldId(name('appreciation'))}
        name={name('appreciation')}
        defaultValue={row.appreciation}
      >
        <option value="">—</option>
        {appreciations.map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </select>
    </section>
  );
}
