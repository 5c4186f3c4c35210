import type { ReactNode } from 'react';
import { describedBy, FieldError, fieldId } from '#components/form/field-parts.tsx';
import { choiceFields } from '#lib/domain/import/choices.ts';
import type { ReviewRow } from '#lib/domain/import/review.ts';
import { withFrenchSpaces } from '#lib/domain/text.ts';

/** Longer than this, a text is folded: thirty of them would hide one another. */
const SHORT = 200;

type Props = { row: ReviewRow; text: string; error?: string; open: boolean };

/** What was found, to be read and corrected before it is taken. */
export function FoundText({ row, text, error, open }: Props) {
  const { question, proposal, options, place } = row;
  if (question.kind === 'criteria')
    return <Folded preview={proposal.text} open={open} read={<p className="written-text fr-text--sm m-0">{proposal.text}</p>} reading />;
  const name = choiceFields.text(place);
  const id = fieldId(name);
  const field = {
    id,
    name,
    defaultValue: text,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy(id, undefined, error),
  };
  const isLine = !options && question.kind !== 'longText' && !text.includes('\n');
  const control = (
    <div className={`fr-input-group mb-0 ${error ? 'fr-input-group--error' : ''}`}>
      <label className="fr-label" htmlFor={id}>
        Texte trouvé, que vous pouvez corriger<span className="fr-sr-only"> – {withFrenchSpaces(question.label)}</span>
      </label>
      {options ? (
        <select {...field} className="fr-select mt-2">
          <option value="">«&nbsp;{proposal.text}&nbsp;»&nbsp;: à choisir dans la liste</option>
          {Object.entries(options).map(([code, label]) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      ) : isLine ? (
        <input {...field} type="text" className="fr-input mt-2" />
      ) : (
        <textarea {...field} rows={text.length > SHORT ? 12 : 3} className="fr-input mt-2 max-h-[32rem] [field-sizing:content]" />
      )}
      <FieldError id={id} error={error} />
    </div>
  );
  return text.length > SHORT ? <Folded preview={text} open={open} read={control} /> : control;
}

type FoldedProps = { preview: string; open?: boolean; read: ReactNode /** There is nothing to correct in it. */; reading?: boolean };

/** The beginning of a long text, until it is opened. */
export function Folded({ preview, open, read, reading }: FoldedProps) {
  if (reading && preview.length <= SHORT) return read;
  const start = preview.length > SHORT ? preview.slice(0, SHORT).replace(/\s*\S*$/, '') : preview;
  return (
    <details className="group" open={open}>
      <summary className="cursor-pointer">
        <span className="written-text fr-text--sm group-open:hidden">
          {start.replace(/\s+/g, ' ')}
          {preview.length > start.length && '…'}{' '}
        </span>
        <span className="fr-text--sm text-(--text-action-high-blue-france) underline group-open:hidden">
          {reading ? 'Lire en entier' : 'Lire en entier et corriger'}
        </span>
        <span className="fr-text--sm text-(--text-action-high-blue-france) hidden underline group-open:inline">Replier</span>
      </summary>
      <div className="mt-2">{read}</div>
    </details>
  );
}
