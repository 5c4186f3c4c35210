import type { UseFormRegisterReturn } from 'react-hook-form';
import { type IdentifierScheme, identifierFieldNames } from '#lib/domain/organisation-identifier.ts';
import { RadioGroup } from './radio-group.tsx';
import { TextField } from './text-field.tsx';

type Props = {
  code: string;
  label: string;
  hint?: string;
  error?: string;
  values: Record<string, string>;
  register: (name: string) => UseFormRegisterReturn;
};

const registers: { value: IdentifierScheme; label: string; hint?: string }[] = [
  { value: 'siren', label: 'Elle a un SIREN, indiqué ci-dessus' },
  { value: 'ridet', label: 'Elle a un RIDET', hint: 'Nouvelle-Calédonie\u00a0: sept chiffres, ou dix avec ceux de l’établissement.' },
  {
    value: 'tahiti',
    label: 'Elle a un numéro TAHITI',
    hint: 'Polynésie française\u00a0: six chiffres, dont le premier peut être une lettre.',
  },
  {
    value: 'none',
    label: 'Elle n’a aucun numéro',
    hint: 'Polynésie française, Wallis-et-Futuna. Son nom tient alors lieu de numéro\u00a0: un seul dossier par appel porte ce nom.',
  },
];

/** The SIREN, and for the few structures of the Pacific that have none, what identifies them instead. */
export function IdentifierField({ code, label, hint, error, values, register }: Props) {
  const names = identifierFieldNames(code);
  const scheme = values[names.scheme] || 'siren';
  const elsewhere = scheme !== 'siren' || Boolean(values[names.other]);
  return (
    <>
      <TextField
        {...register(code)}
        {...{ label, hint, error: elsewhere ? undefined : error }}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-[16rem]"
        defaultValue={values[code] ?? ''}
      />
      <details className="fr-input-group" open={elsewhere}>
        <summary className="fr-text--sm mb-2 cursor-pointer">La structure n’a pas de SIREN</summary>
        <div className="border-l-4 border-(--border-default-grey) pl-4">
          <RadioGroup
            name={names.scheme}
            legend="Comment est-elle identifiée&nbsp;?"
            options={registers}
            defaultValue={scheme}
            inputProps={register(names.scheme)}
            small
          />
          <TextField
            {...register(names.other)}
            label="Son RIDET ou son numéro TAHITI"
            error={elsewhere ? error : undefined}
            autoComplete="off"
            className="max-w-[16rem]"
            defaultValue={values[names.other] ?? ''}
          />
        </div>
      </details>
    </>
  );
}
