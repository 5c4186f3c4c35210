import { comparedField } from './compared-field.ts';
import type { FieldView } from './field-view.ts';
import { isSavingField } from './posted-fields.ts';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

type Props = {
  /** What was posted, by field name. */
  values: Readonly<Record<string, string>>;
  /** What names the fields. */
  fields: readonly FieldView[];
};

/** Everything that was posted and not saved, in fields that can be sent again; what was chosen is only read. */
export function KeptFields({ values, fields }: Props) {
  return Object.entries(values).map(([name, value]) => {
    if (isSavingField(name)) return <input key={name} type="hidden" name={name} value={value} readOnly />;
    const { label, kind, options = [] } = comparedField(fields, name);
    if (kind === 'paragraphs' || value.includes('\n'))
      return <TextArea key={name} name={name} label={label} rows={6} defaultValue={value} />;
    if (kind === 'line') return <TextField key={name} name={name} label={label} defaultValue={value} />;
    return (
      <p key={name}>
        {label}&nbsp;: {options.find((option) => option.value === value)?.label ?? value}
        <input type="hidden" name={name} value={value} readOnly />
      </p>
    );
  });
}
