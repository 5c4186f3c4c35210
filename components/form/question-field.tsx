'use client';

import type { UseFormRegisterReturn } from 'react-hook-form';
import { withFrenchSpaces } from '#lib/domain/text.ts';
import { CriteriaField } from './criteria-field.tsx';
import type { FieldView } from './field-view.ts';
import { FileField } from './file-field.tsx';
import { IdentifierField } from './identifier-field.tsx';
import { LengthCounter } from './length-counter.tsx';
import { RadioGroup } from './radio-group.tsx';
import { SelectField } from './select-field.tsx';
import type { FileState } from './send-file.ts';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

export type FieldContext = {
  values: Record<string, string>;
  problems: Record<string, string>;
  fileState?: FileState;
  register: (name: string) => UseFormRegisterReturn;
  lengthOf: (name: string) => number;
};

/** The field of one question, whatever its control; a new control does not compile until it is shown here. */
export function QuestionField({ field, values, problems, fileState, register, lengthOf }: FieldContext & { field: FieldView }) {
  const { code, hint } = field;
  const label = withFrenchSpaces(field.label);
  const common = { label, hint, error: problems[code] };
  switch (field.control) {
    case 'line': {
      const { type, inputMode, autoComplete, narrow } = field;
      const width = narrow ? 'max-w-[16rem]' : 'max-w-[36rem]';
      return (
        <TextField
          {...register(code)}
          {...common}
          {...{ type, inputMode, autoComplete }}
          className={width}
          defaultValue={values[code] ?? ''}
        />
      );
    }
    case 'identifier':
      return <IdentifierField {...common} {...{ code, values, register }} />;
    case 'paragraphs':
      return (
        <TextArea {...register(code)} {...common} rows={field.rows} defaultValue={values[code] ?? ''}>
          {field.advisedLength && <LengthCounter length={lengthOf(code)} advised={field.advisedLength} />}
        </TextArea>
      );
    case 'choice':
      return (
        <RadioGroup
          name={code}
          legend={label}
          hint={hint}
          error={problems[code]}
          options={field.options}
          defaultValue={values[code]}
          inputProps={register(code)}
        />
      );
    case 'select':
      return (
        <SelectField {...register(code)} {...common} options={field.options} summary={field.summary} defaultValue={values[code] ?? ''} />
      );
    case 'criteria':
      return (
        <CriteriaField
          {...{ code, label, hint, values, register, lengthOf }}
          advisedLength={field.advisedLength}
          categoryPage={field.categoryPage}
          rows={field.rows}
        />
      );
    case 'file':
      return <FileField {...{ code, label, hint }} state={fileState} maxBytes={field.maxBytes} file={field.file} error={problems[code]} />;
  }
}
