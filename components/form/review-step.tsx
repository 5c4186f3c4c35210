'use client';

import { useEffect, useRef } from 'react';
import { type Review, reviewAnswers, reviewField } from './review.ts';
import { SubmitButton } from './submit-button.tsx';

type Props = {
  review: Review;
  /** Every word typed in the first step, brought to what follows whichever it is. */
  values: Readonly<Record<string, string>>;
  submit: (form: FormData) => void;
  label: string;
};

/** The second step of such an act: what it will do in full, then the gesture that does it, or the way back to the fields. */
export function ReviewStep({ review: { title, intro, quoted, effects }, values, submit, label }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <form action={submit}>
      <div ref={box} tabIndex={-1} className="mb-4 border border-(--border-default-grey) p-4">
        <h3 className="fr-h6">{title}</h3>
        <p className="mb-2">{intro}</p>
        <blockquote className="m-0 mb-4 border-l-4 border-(--border-default-blue-france) pl-4">
          {quoted.map((line) => (
            <p key={line} className="written-text mb-2">
              {line}
            </p>
          ))}
        </blockquote>
        <ul className="m-0">
          {effects.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name={reviewField} value={reviewAnswers.confirm}>
          {label}
        </SubmitButton>
        <SubmitButton secondary name={reviewField} value={reviewAnswers.amend}>
          Modifier
        </SubmitButton>
      </div>
    </form>
  );
}
