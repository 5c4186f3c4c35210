'use client';

import type { UseFormRegisterReturn } from 'react-hook-form';
import { criterionFieldName, criterionPositions } from '#lib/domain/criterion-fields.ts';
import { LengthCounter } from './length-counter.tsx';
import { RadioGroup } from './radio-group.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

type Row = { code: string; label: string; text: string; note?: string };
type Props = {
  code: string;
  label: string;
  hint?: string;
  advisedLength?: number;
  /** Beside this page, that of the category. */
  categoryPage: string | null;
  rows: Row[];
  values: Record<string, string>;
  register: (name: string) => UseFormRegisterReturn;
  lengthOf: (name: string) => number;
};

const positions = Object.entries(criterionPositions).map(([value, label]) => ({
  value,
  label: label.charAt(0).toUpperCase() + label.slice(1),
}));

/** One row per criterion: where the candidate stands, why, and where the reader can check it. */
export function CriteriaField({ code, label, hint, advisedLength, categoryPage, rows, values, register, lengthOf }: Props) {
  if (rows.length === 0) {
    return (
      <p className="fr-highlight ml-0">
        {categoryPage ? <a href={categoryPage}>Choisissez d’abord votre catégorie</a> : 'Choisissez d’abord votre catégorie'} : les critères
        à justifier en dépendent. Votre lettre peut déjà être écrite.
      </p>
    );
  }
  return (
    <section aria-labelledby={`${code}-titre`} className="mt-8">
      <h2 className="fr-h4 mb-1" id={`${code}-titre`}>
        {label}
      </h2>
      {hint && <p className="fr-hint-text">{hint}</p>}
      {rows.map((row) => {
        const name = (field: 'position' | 'explanation' | 'proof') => criterionFieldName(code, row.code, field);
        return (
          <section
            key={row.code}
            aria-labelledby={`${code}-${row.code}`}
            className="mb-6 border-l-4 border-(--border-default-blue-france) pl-4"
          >
            <h3 className="fr-h6 mb-1" id={`${code}-${row.code}`}>
              {row.code} – {row.label}
            </h3>
            <p className="mb-2">{row.text}.</p>
            {row.note && <p className="fr-hint-text">{row.note}</p>}
            <RadioGroup
              name={name('position')}
              legend={`Où en êtes-vous sur ce critère\u00a0?`}
              options={positions}
              defaultValue={values[name('position')]}
              inputProps={register(name('position'))}
              inline
              small
            />
            <TextArea
              {...register(name('explanation'))}
              label={`Expliquez votre réponse (critère ${row.code})`}
              rows={4}
              defaultValue={values[name('explanation')] ?? ''}
            >
              {advisedLength && <LengthCounter length={lengthOf(name('explanation'))} advised={advisedLength} />}
            </TextArea>
            <TextField
              {...register(name('proof'))}
              label={`Où peut-on le vérifier\u00a0? (critère ${row.code})`}
              hint="Une partie du dossier, un document public, une délibération…"
              defaultValue={values[name('proof')] ?? ''}
            />
          </section>
        );
      })}
    </section>
  );
}
