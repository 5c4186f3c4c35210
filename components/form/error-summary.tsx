'use client';

import { useEffect, useRef } from 'react';
import { fieldId } from './field-parts.tsx';

type Props = {
  sentence: string | null;
  problems: Record<string, string>;
  /** By field name, in the order of the fields. */
  labels: Record<string, string>;
  /** The answer to the last submission: another object for each, so that a second failure takes the focus again. */
  attempt?: object;
  /** Where to go instead, when correcting is not the way out. */
  link?: { href: string; label: string };
};

/** A label that asks needs no colon after its question mark. */
function named(label: string | undefined, problem: string): string {
  if (!label) return problem;
  return label.endsWith('?') ? `${label} ${problem}` : `${label}\u00a0: ${problem}`;
}

/** What has to be corrected, in the order of the fields, each with the way to its own. It takes the focus after each failed submission. */
export function ErrorSummary({ sentence, problems, labels, attempt, link }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt is what the effect answers to
  useEffect(() => {
    if (sentence) box.current?.focus();
  }, [sentence, attempt]);
  if (!sentence) return null;
  const order = Object.keys(labels);
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const entries = Object.entries(problems).sort(([a], [b]) => rank(a) - rank(b));
  return (
    <div ref={box} tabIndex={-1} className="fr-alert fr-alert--error my-4" role="alert">
      <p className={entries.length ? 'fr-alert__title' : 'm-0'}>{sentence}</p>
      {entries.length > 0 && (
        <ul>
          {entries.map(([name, problem]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>{named(labels[name], problem)}</a>
            </li>
          ))}
        </ul>
      )}
      {link && (
        <p className="m-0">
          <a href={link.href}>{link.label}</a>
        </p>
      )}
    </div>
  );
}
