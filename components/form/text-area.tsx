import type { ReactNode, TextareaHTMLAttributes } from 'react';
import { describedBy, fieldId, Labelled } from './field-parts.tsx';

type Props = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  name: string;
  label: string;
  hint?: string;
  error?: string | null;
  /** Shown between the field and its error: a counter, for instance. */
  children?: ReactNode;
};

/** A text of several lines with its label, hint and error. It grows with what is written. */
export function TextArea({ label, hint, error, children, className, ...area }: Props) {
  const id = area.id ?? fieldId(area.name);
  return (
    <Labelled {...{ id, label, hint, error }}>
      <textarea
        {...area}
        id={id}
        className={`fr-input mt-2 max-h-[40rem] [field-sizing:content] ${heightFor(area.rows)} ${className ?? ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
      {children}
    </Labelled>
  );
}

/**
 * A box that grows with its text starts as small as it can: these keep the height its rows ask for. They are whole words,
 * for the stylesheet is made of the words it finds here.
 */
const heights: [rows: number, height: string][] = [
  [14, 'min-h-[calc(14lh+1rem)]'],
  [8, 'min-h-[calc(8lh+1rem)]'],
  [6, 'min-h-[calc(6lh+1rem)]'],
  [4, 'min-h-[calc(4lh+1rem)]'],
  [3, 'min-h-[calc(3lh+1rem)]'],
];

function heightFor(rows = 2): string {
  return heights.find(([least]) => rows >= least)?.[1] ?? 'min-h-[calc(2lh+1rem)]';
}
