'use client';

import { useState } from 'react';

type Problems = Record<string, string>;

/**
 * The problems an answer of the server named, without those of the fields that were changed since: what was said of a
 * text is not true of the next one. `changed` is told the name of each field that changes.
 */
export function useStandingProblems(answer: { problems: Problems }): { problems: Problems; changed: (name: string) => void } {
  const [since, setSince] = useState({ answer, fields: new Set<string>() });
  const fields = since.answer === answer ? since.fields : new Set<string>();
  return {
    problems: Object.fromEntries(Object.entries(answer.problems).filter(([name]) => !fields.has(name))),
    changed: (name) => setSince({ answer, fields: new Set([...fields, questionOf(name)]) }),
  };
}

/** A question may have several fields: « criteres:C1:proof » belongs to « criteres ». */
function questionOf(name: string): string {
  return name.split(':')[0] ?? name;
}
