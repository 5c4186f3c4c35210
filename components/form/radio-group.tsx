import type { ReactNode } from 'react';
import { describedBy, FieldError, fieldId } from './field-parts.tsx';

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode };
type Props = {
  name: string;
  /** When several groups of one page share a name. */
  id?: string;
  legend: ReactNode;
  hint?: string;
  options: RadioOption[];
  defaultValue?: string;
  error?: string | null;
  inline?: boolean;
  /** Small buttons, for dense screens. */
  small?: boolean;
  /** Spread on each radio, for a form library. */
  inputProps?: object;
};

/** A choice of one among several. */
export function RadioGroup({ name, id = fieldId(name), legend, hint, options, defaultValue, error, inline, small, inputProps }: Props) {
  return (
    <fieldset
      className={`fr-fieldset ${error ? 'fr-fieldset--error' : ''}`}
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-legende`}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend className="fr-fieldset__legend fr-fieldset__legend--regular" id={`${id}-legende`}>
        {legend}
      </legend>
      {hint && (
        <p className="fr-hint-text mx-2 mb-2 basis-[calc(100%-1rem)]" id={`${id}-aide`}>
          {hint}
        </p>
      )}
      {options.map(({ value, label, hint: optionHint }) => (
        <div key={value} className={`fr-fieldset__element ${inline ? 'fr-fieldset__element--inline' : ''}`}>
          <div className={`fr-radio-group ${small ? 'fr-radio-group--sm' : ''}`}>
            <input
              type="radio"
              id={`${id}-${value}`}
              name={name}
              value={value}
              defaultChecked={value === defaultValue}
              aria-describedby={optionHint ? `${id}-${value}-aide` : undefined}
              {...inputProps}
            />
            <label className="fr-label" htmlFor={`${id}-${value}`}>
              {label}
            </label>
            {optionHint && (
              <p className="fr-hint-text m-0 ml-8" id={`${id}-${value}-aide`}>
                {optionHint}
              </p>
            )}
          </div>
        </div>
      ))}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
